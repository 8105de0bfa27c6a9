namespace Rampart.Protocol.Monitor;

/// <summary>
/// What a program tells while it runs, and what it is answered: the service that the Pulumi engine offers to programs.
/// An implementation in the same process answers with completed tasks, and the program then runs without a wait.
/// </summary>
public interface IMonitor
{
    /// <summary>Whether the engine knows a feature, e.g. <c>aliasSpecs</c>.</summary>
    ValueTask<bool> SupportsFeatureAsync(string feature);

    /// <summary>Declares a resource.</summary>
    ValueTask<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request);

    /// <summary>Reads an existing resource.</summary>
    ValueTask<RegisterResourceResponse> ReadResourceAsync(ReadResourceRequest request);

    /// <summary>Completes a component, or the stack, with its outputs.</summary>
    ValueTask RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request);

    /// <summary>Calls a function of a provider.</summary>
    ValueTask<InvokeResponse> InvokeAsync(InvokeRequest request);

    /// <summary>Calls a method of a component.</summary>
    ValueTask<CallResponse> CallAsync(CallRequest request);

    /// <summary>
    /// Makes a package known whose plugin has to be told what to be. Resources and functions of the package name the answer.
    /// </summary>
    /// <returns>A reference; empty when the monitor needs none, which is the default.</returns>
    ValueTask<string> RegisterPackageAsync(PackageRequest request) => ValueTask.FromResult("");

    /// <summary>Changes every later call of a provider's function. By default calls stay as they are.</summary>
    ValueTask RegisterInvokeTransformAsync(TransformInvoke transform) => ValueTask.CompletedTask;

    /// <summary>Makes a hook known by its name. By default nothing is done to resources, so that hooks are never called.</summary>
    ValueTask RegisterHookAsync(HookRequest request) => ValueTask.CompletedTask;

    /// <summary>Shows a message to the user.</summary>
    ValueTask LogAsync(LogRequest request);

    /// <summary>Asks that the engine's command-line tool is of a version in a range. Without an engine there is none to be wrong.</summary>
    /// <param name="versionRange">The range, e.g. <c>&gt;=3.100.0</c>.</param>
    ValueTask RequirePulumiVersionAsync(string versionRange) => ValueTask.CompletedTask;

    /// <summary>Says that all resources have been declared, and waits until the engine is done with them.</summary>
    ValueTask SignalAndWaitForShutdownAsync();
}

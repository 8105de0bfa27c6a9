using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;
using Rampart.Plan.Programs;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;

namespace Rampart.Cli.Tests;

/// <summary>A program of one component with a namespace, a secret and a deployment, told to the engine by hand.</summary>
internal sealed class SmallProgram : IProgram
{
    /// <summary>What ends the program before it declares anything; none for a program that runs well.</summary>
    public IReadOnlyList<Exception> Failures { get; init; } = [];

    /// <summary>Whether the metadata of the Deployment takes a value from the Secret.</summary>
    public bool TakesValueOfSecret { get; init; }

    /// <summary>What the program logs.</summary>
    public IReadOnlyList<LogRequest> Messages { get; init; } = [];

    /// <summary>Whether the program declares its component and what is in it.</summary>
    public bool HasApp { get; init; } = true;

    /// <summary>What the program declares besides, below the stack.</summary>
    public Func<PlanMonitor, string, Task> More { get; init; } = static (_, _) => Task.CompletedTask;

    public async Task<ProgramExit> RunAsync(PlanMonitor monitor, StackConfiguration configuration, CancellationToken cancellationToken = default)
    {
        foreach (LogRequest message in Messages)
        {
            await monitor.LogAsync(message);
        }

        if (Failures.Count > 0)
        {
            return new ProgramExit(32, Failures);
        }

        string stack = (await monitor.RegisterResourceAsync(new() { Type = ResourceUrn.StackType, Name = "small-dev" })).Urn;
        await More(monitor, stack);
        if (!HasApp)
        {
            return new ProgramExit(0, []);
        }

        string app = (await monitor.RegisterResourceAsync(new() { Type = "small:apps:App", Name = "app", Parent = stack })).Urn;
        await RegisterAsync(monitor, app, "Namespace", "v1", "app", ("metadata", Map(
            ("labels", Map(("pod-security.kubernetes.io/enforce", Text("restricted")))),
            ("name", Text("app")))));
        string secret = await RegisterAsync(monitor, app, "Secret", "v1", "app", ("stringData", Map(("password", PropertyValue.Secret(Text("hunter2"))))));
        PropertyDependency[] dependencies = TakesValueOfSecret ? [new PropertyDependency("metadata", [secret])] : [];
        await RegisterAsync(monitor, app, "Deployment", "apps/v1", "app", ("spec", Map(
            ("replicas", PropertyValue.From(3)),
            ("template", Map(("spec", Map(("containers", PropertyValue.From(PropertyList.Create(Map(("image", Text("registry.example.com/app:v1")))))))))))), dependencies);
        await monitor.RegisterResourceOutputsAsync(new RegisterResourceOutputsRequest(stack, PropertyObject.Create(
            new Property("address", PropertyValue.Unknown),
            new Property("password", PropertyValue.Secret(Text("hunter2"))),
            new Property("replicas", PropertyValue.From(3)))));
        return new ProgramExit(0, []);
    }

    private static PropertyValue Text(string text) => PropertyValue.From(text);

    private static PropertyValue Map(params (string Name, PropertyValue Value)[] properties) =>
        PropertyValue.From(PropertyObject.Create([.. properties.Select(static property => new Property(property.Name, property.Value))]));

    private static async Task<string> RegisterAsync(
        PlanMonitor monitor,
        string parent,
        string kind,
        string apiVersion,
        string name,
        (string Name, PropertyValue Value) more,
        params IReadOnlyList<PropertyDependency> dependencies)
    {
        PropertyObject inputs = Map(
            ("apiVersion", Text(apiVersion)),
            ("kind", Text(kind)),
            ("metadata", Map(("name", Text(name)), ("namespace", Text("app")))),
            more).AsObject();
        string group = apiVersion == "v1" ? "core/v1" : apiVersion;
        return (await monitor.RegisterResourceAsync(new()
        {
            Type = $"kubernetes:{group}:{kind}",
            Name = name,
            Parent = parent,
            Custom = true,
            Inputs = inputs,
            PropertyDependencies = dependencies,
        })).Urn;
    }

    /// <summary>An exception that carries diagnostics, as the settings of a program throw it.</summary>
    public sealed class SettingsException(params Diagnostic[] diagnostics) : Exception("the settings are wrong"), IDiagnosticSource
    {
        public IReadOnlyList<Diagnostic> Diagnostics { get; } = diagnostics;
    }
}

using Rampart.Protocol.Values;

namespace Rampart.Protocol.Monitor;

/// <summary>A call of a provider's function.</summary>
/// <param name="Token">The function, e.g. <c>kubernetes:yaml:decode</c>.</param>
/// <param name="Args">Its arguments.</param>
/// <param name="Provider">The provider as <c>urn::id</c>; empty for the default provider.</param>
/// <param name="Version">The version of the package; empty for any.</param>
/// <param name="PluginDownloadUrl">Where the plugin comes from; empty for the default.</param>
public sealed record InvokeRequest(string Token, PropertyObject Args, string Provider, string Version, string PluginDownloadUrl)
{
    /// <summary>What <see cref="IMonitor.RegisterPackageAsync"/> answered; empty for a package that needs no registration.</summary>
    public string PackageRef { get; init; } = "";
}

/// <summary>Changes a call of a provider's function before it is made.</summary>
/// <param name="request">The call; its function cannot be changed.</param>
/// <param name="cancellationToken">Ends the call.</param>
/// <returns>The call to make, or the same.</returns>
public delegate ValueTask<InvokeRequest> TransformInvoke(InvokeRequest request, CancellationToken cancellationToken);

/// <summary>The answer of a function.</summary>
/// <param name="Return">What it returned.</param>
/// <param name="Failures">Why it failed; empty when it did not.</param>
public sealed record InvokeResponse(PropertyObject Return, IReadOnlyList<InvokeFailure> Failures);

/// <summary>One reason why a function refused its arguments.</summary>
/// <param name="Property">The argument; empty for the call as a whole.</param>
/// <param name="Reason">What is wrong with it.</param>
public sealed record InvokeFailure(string Property, string Reason);

/// <summary>A call of a component's method.</summary>
/// <param name="Token">The method.</param>
/// <param name="Args">Its arguments; the component itself is <c>__self__</c>.</param>
/// <param name="ArgDependencies">URNs by argument.</param>
/// <param name="Provider">The provider as <c>urn::id</c>; empty for the default provider.</param>
/// <param name="Version">The version of the package; empty for any.</param>
/// <param name="PluginDownloadUrl">Where the plugin comes from; empty for the default.</param>
public sealed record CallRequest(
    string Token,
    PropertyObject Args,
    IReadOnlyList<PropertyDependency> ArgDependencies,
    string Provider,
    string Version,
    string PluginDownloadUrl)
{
    /// <summary>What <see cref="IMonitor.RegisterPackageAsync"/> answered; empty for a package that needs no registration.</summary>
    public string PackageRef { get; init; } = "";
}

/// <summary>The answer of a method.</summary>
/// <param name="Return">What it returned.</param>
/// <param name="ReturnDependencies">URNs by returned property.</param>
/// <param name="Failures">Why it failed; empty when it did not.</param>
public sealed record CallResponse(
    PropertyObject Return,
    IReadOnlyList<PropertyDependency> ReturnDependencies,
    IReadOnlyList<InvokeFailure> Failures);

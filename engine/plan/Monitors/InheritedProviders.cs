using Rampart.Protocol.Monitor;

namespace Rampart.Plan.Monitors;

/// <summary>
/// Which provider of Kubernetes a resource gets that names none, as the engine chooses it: that of a parent which is an object of Kubernetes,
/// then the one in its own <c>providers</c>, then the one of a parent which is a component, where components inherit from components alone.
/// </summary>
internal sealed class InheritedProviders
{
    private const string Package = "kubernetes";

    private readonly Dictionary<string, string> _ofObjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ofComponents = new(StringComparer.Ordinal);

    /// <summary>Finds the provider of a resource, and remembers it for its children.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="request">Its registration; the parent's was added before.</param>
    /// <returns>The reference <c>urn::id</c>; empty for the default provider.</returns>
    public string Add(string urn, RegisterResourceRequest request)
    {
        string own = OwnOf(request), ofComponent = _ofComponents.GetValueOrDefault(request.Parent, "");
        if (!request.Custom)
        {
            return Keep(_ofComponents, urn, own.Length > 0 ? own : ofComponent);
        }

        if (!request.Type.StartsWith(Package + ":", StringComparison.Ordinal))
        {
            return "";
        }

        string provider = request.Provider.Length > 0 ? request.Provider
            : _ofObjects.TryGetValue(request.Parent, out string? ofObject) ? ofObject
            : own.Length > 0 ? own
            : ofComponent;
        _ofObjects[urn] = provider;
        return provider;
    }

    private static string Keep(Dictionary<string, string> providers, string urn, string provider)
    {
        if (provider.Length > 0)
        {
            providers[urn] = provider;
        }

        return provider;
    }

    private static string OwnOf(RegisterResourceRequest request)
    {
        foreach ((string package, string provider) in request.Providers)
        {
            if (package == Package)
            {
                return provider;
            }
        }

        return "";
    }
}

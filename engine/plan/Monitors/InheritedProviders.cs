using Rampart.Protocol.Monitor;

namespace Rampart.Plan.Monitors;

/// <summary>
/// Which provider of Kubernetes a resource gets that names none, as the engine chooses it: that of a parent which is an object of Kubernetes,
/// then the one in its own <c>providers</c>, then the one of a parent which is a component, where components inherit from components alone.
/// </summary>
internal sealed class InheritedProviders
{
    private const string Package = "kubernetes";

    private const string Prefix = Package + ":";

    // Those without an entry have the default provider, as nearly all objects have.
    private readonly Dictionary<string, string> _ofObjects = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _ofComponents = new(StringComparer.Ordinal);

    /// <summary>Finds the provider of a resource, and remembers it for its children.</summary>
    /// <param name="urn">The resource.</param>
    /// <param name="request">Its registration; the parent's was added before.</param>
    /// <returns>The reference <c>urn::id</c>; empty for the default provider.</returns>
    public string Add(string urn, RegisterResourceRequest request)
    {
        bool isOfPackage = request.Type.StartsWith(Prefix, StringComparison.Ordinal);
        string own = OwnOf(request), ofComponent = _ofComponents.GetValueOrDefault(request.Parent, "");
        if (!request.Custom)
        {
            string inherited = own.Length > 0 ? own : ofComponent;
            if (inherited.Length > 0 || isOfPackage)
            {
                _ofComponents[urn] = inherited;
            }

            return inherited;
        }

        if (!isOfPackage)
        {
            return "";
        }

        string provider = request.Provider.Length > 0 ? request.Provider
            : IsObject(request.Parent) ? _ofObjects.GetValueOrDefault(request.Parent, "")
            : own.Length > 0 ? own
            : ofComponent;
        if (provider.Length > 0)
        {
            _ofObjects[urn] = provider;
        }

        return provider;
    }

    // The last of the types in a URN is its own. Of the package's own types, such as a chart, some are components.
    private bool IsObject(string urn)
    {
        ReadOnlySpan<char> types = ResourceUrn.QualifiedType(urn);
        return types[(types.LastIndexOf('$') + 1)..].StartsWith(Prefix) && !_ofComponents.ContainsKey(urn);
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

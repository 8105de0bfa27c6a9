using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Which provider a resource takes, and which its children take from it.</summary>
internal static class ProviderMap
{
    private static readonly ImmutableDictionary<string, ProviderResource> None = ImmutableDictionary<string, ProviderResource>.Empty;

    public static ImmutableDictionary<string, ProviderResource> For(Resource resource, bool custom, ResourceOptions options, Resource? parent)
    {
        ImmutableDictionary<string, ProviderResource> inherited = parent?.Providers ?? None;
        if (options is not ComponentResourceOptions component)
        {
            return options.Provider is { } own && custom && resource.GetResourceType().Split(':') is { Length: 3 } parts
                ? inherited.SetItem(parts[0], own)
                : inherited;
        }

        if (component.Provider is { } provider)
        {
            if (component.HasProviders)
            {
                throw new ResourceException(
                    "Do not supply both 'provider' and 'providers' options to a ComponentResource.", parent);
            }

            return inherited.SetItem(provider.Package, provider);
        }

        if (component.HasProviders)
        {
            foreach (ProviderResource each in component.Providers)
            {
                inherited = inherited.SetItem(each.Package, each);
            }
        }

        return inherited;
    }

    /// <summary>The parent's provider for a type token <c>package:module:name</c>.</summary>
    public static ProviderResource? Find(string type, Resource? parent)
    {
        if (parent is null || parent.Providers.IsEmpty)
        {
            return null;
        }

        string[] parts = type.Split(':');
        return parts.Length == 3 ? parent.Providers.GetValueOrDefault(parts[0]) : null;
    }
}

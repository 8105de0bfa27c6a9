namespace Pulumi;

/// <summary>How a component is managed.</summary>
public sealed class ComponentResourceOptions : ResourceOptions
{
    private List<ProviderResource>? _providers;

    /// <summary>The providers that children take, one per package. Not together with <see cref="ResourceOptions.Provider"/>.</summary>
    public List<ProviderResource> Providers
    {
        get => _providers ??= [];
        set => _providers = value;
    }

    internal bool HasProviders => _providers is { Count: > 0 };

    internal IReadOnlyList<ProviderResource> ProvidersOrEmpty => _providers ?? (IReadOnlyList<ProviderResource>)[];

    /// <summary>New options of two: the second's single values where they are set, lists of both, one provider per package. Neither is changed.</summary>
    /// <param name="options1">The first; null for none.</param>
    /// <param name="options2">The second; null for none.</param>
    public static ComponentResourceOptions Merge(ComponentResourceOptions? options1, ComponentResourceOptions? options2)
    {
        ComponentResourceOptions result = new();
        List<ProviderResource> providers = [];
        foreach (ComponentResourceOptions? options in (ReadOnlySpan<ComponentResourceOptions?>)[options1, options2])
        {
            if (options is null)
            {
                continue;
            }

            result.Absorb(options);
            foreach (ProviderResource provider in options._providers ?? [])
            {
                providers.RemoveAll(earlier => earlier.Package == provider.Package);
                providers.Add(provider);
            }
        }

        if (providers.Count > 0)
        {
            result._providers = providers;
        }

        return result;
    }
}

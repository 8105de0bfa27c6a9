using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Replacement;

/// <summary>Whether the provider of a Secret or ConfigMap updates its data in place.</summary>
/// <param name="stack">The stack.</param>
/// <param name="places">The places of the resources by URN.</param>
internal sealed class MutableKinds(DeclaredStack stack, Dictionary<string, int> places)
{
    /// <summary>Whether a resource is a Secret or ConfigMap that is updated in place; one that is <c>immutable</c> never is.</summary>
    public bool Contains(DeclaredResource resource)
    {
        if (resource.ApiVersion != "v1" || resource.Kind is not ("Secret" or "ConfigMap") || resource.Inputs["immutable"].Inner.BooleanOrNull() == true)
        {
            return false;
        }

        bool isSecret = resource.Kind == "Secret";
        if (FindProvider(resource) is { } provider)
        {
            PropertyValue value = provider.Inputs[isSecret ? "enableSecretMutable" : "enableConfigMapMutable"].Inner;
            return value.BooleanOrNull() == true || value.StringOrNull() == "true";
        }

        return isSecret ? stack.HasMutableSecrets : stack.HasMutableConfigMaps;
    }

    // A provider is named by its URN and id.
    private DeclaredResource? FindProvider(DeclaredResource resource)
    {
        int end = resource.Request.Provider.LastIndexOf("::", StringComparison.Ordinal);
        return end > 0 && places.TryGetValue(resource.Request.Provider[..end], out int place) ? stack.Resources[place] : null;
    }
}

using Rampart.Plan.Configuration;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Plan.Monitors;

/// <summary>
/// The namespace that the Kubernetes provider gives an object that names none: that of the provider, which for the default provider is
/// <c>kubernetes:namespace</c> of the stack's configuration. Where neither says anything it is the one of the kubeconfig's context, which
/// a plan does not read, and the object stays as it is.
/// </summary>
internal static class DefaultNamespace
{
    private const string Definition = "kubernetes:apiextensions.k8s.io/v1:CustomResourceDefinition";

    /// <summary>The namespace of the default provider; null for none.</summary>
    public static PropertyValue Of(StackConfiguration configuration)
    {
        if (!configuration.Values.TryGetValue("kubernetes:namespace", out ConfigValue? value))
        {
            return PropertyValue.Null;
        }

        PropertyValue place = value.Text is { } text ? PropertyValue.From(text) : PropertyValue.Unknown;
        return value.IsSecret ? PropertyValue.Secret(place) : place;
    }

    /// <summary>The inputs with a namespace; the same object when they have one, when it is <c>default</c>, or when objects of the kind are in none.</summary>
    /// <param name="inputs">The inputs of the object.</param>
    /// <param name="place">The namespace of its provider; null for none, and not known when the provider's is not.</param>
    /// <param name="kindsOfCluster">Custom kinds, as <c>group/kind</c>, of which the program declares that they are in no namespace.</param>
    public static PropertyObject Apply(PropertyObject inputs, PropertyValue place, HashSet<string> kindsOfCluster)
    {
        PropertyValue value = inputs["metadata"];
        if (IsNone(place) || IsDefault(place) || value.IsUnknown)
        {
            return inputs;
        }

        PropertyObject metadata = value.Inner.ObjectOrNull() ?? PropertyObject.Empty;
        string apiVersion = inputs["apiVersion"].StringOrNull() ?? "", kind = inputs["kind"].StringOrNull() ?? "";
        if (!IsNone(metadata["namespace"]) || !KindScope.IsNamespaced(apiVersion, kind) || kindsOfCluster.Contains(NameOf(ApiGroup.Of(apiVersion), kind)))
        {
            return inputs;
        }

        PropertyValue placed = PropertyValue.From(metadata.With("namespace", place));
        return inputs.With("metadata", value.IsSecret ? PropertyValue.Secret(placed) : placed);
    }

    /// <summary>The custom kind, as <c>group/kind</c>, that a registration declares to be in no namespace; null for none.</summary>
    public static string? KindOfCluster(RegisterResourceRequest request)
    {
        if (request.Type != Definition || request.Inputs["spec"].Inner.ObjectOrNull() is not { } spec || spec["scope"].Inner.StringOrNull() != "Cluster")
        {
            return null;
        }

        return NameOf(spec["group"].Inner.StringOrNull() ?? "", spec["names"].Inner.ObjectOrNull()?["kind"].Inner.StringOrNull() ?? "");
    }

    // An empty text is none to the provider.
    private static bool IsNone(PropertyValue value) => !value.IsUnknown && (value.Inner.IsNull || value.Inner.StringOrNull() is "");

    // An object without namespace is there already.
    private static bool IsDefault(PropertyValue value) => !value.IsUnknown && value.Inner.StringOrNull() == "default";

    private static string NameOf(string group, string kind) => $"{group}/{kind}";
}

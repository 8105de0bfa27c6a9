using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling;

/// <summary>The namespaces in which a term of pod affinity looks for pods.</summary>
internal static class AffinityNamespaces
{
    // The API server sets it on every namespace.
    private const string NameLabel = "kubernetes.io/metadata.name";

    /// <summary>
    /// Whether a term looks at the workload's own namespace: those that <c>namespaces</c> names and those that
    /// <c>namespaceSelector</c> selects, together; its own one only where it has neither.
    /// </summary>
    public static Flag IncludeOwn(Field term, Workload workload, ObjectSet objects)
    {
        if (!term["namespaces"].TryGetItems(out FieldItems names))
        {
            return Flag.Unknown;
        }

        Field selector = term["namespaceSelector"];
        if (selector.IsUnset && names.Count == 0)
        {
            return Flag.True;
        }

        string own = KubernetesNamespaces.NameOf(workload.Object.Place);
        Flag result = IsSelected(selector, own, objects);
        foreach (Field name in names)
        {
            if (!name.TryGetText(out string text) || own == KubernetesNamespaces.Unknown)
            {
                result = result == Flag.True ? result : Flag.Unknown;
            }
            else if (text == own)
            {
                return Flag.True;
            }
        }

        return result;
    }

    private static Flag IsSelected(Field selector, string own, ObjectSet objects)
    {
        if (selector.IsUnset)
        {
            return Flag.False;
        }

        if (LabelSelector.IsEmpty(selector))
        {
            return selector.Presence;
        }

        return objects.Find("", "Namespace", "", own) is { } place
            ? LabelSelector.Matches(selector, Labels(place))
            : Flag.Unknown;
    }

    private static Field Labels(KubernetesObject place)
    {
        Field labels = place.Metadata["labels"];
        return labels.IsUnset || labels.Presence == Flag.True
            ? labels.Below(PropertyValue.From((labels.Value.ObjectOrNull() ?? PropertyObject.Empty).With(NameLabel, PropertyValue.From(place.Name))))
            : labels;
    }
}

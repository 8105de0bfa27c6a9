using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling;

/// <summary>What is common to rules about topology spread constraints.</summary>
internal static class SpreadConstraints
{
    public const string Hostname = "kubernetes.io/hostname";

    public const string Zone = "topology.kubernetes.io/zone";

    // The label by which a Deployment distinguishes the pods of one revision from those of another.
    private const string TemplateHash = "pod-template-hash";

    /// <summary>The constraint as messages name it: <c>spread constraint on kubernetes.io/hostname</c>.</summary>
    public static string Describe(Field constraint) =>
        constraint["topologyKey"].Text is { Length: > 0 } ? $"spread constraint on {constraint["topologyKey"].Shown}" : "spread constraint";

    /// <summary>Whether only pods of the same revision count, in a spread constraint or a term of affinity.</summary>
    public static Flag CountsOneRevision(Field constraint)
    {
        if (!constraint["matchLabelKeys"].TryGetItems(out FieldItems keys))
        {
            return Flag.Unknown;
        }

        Flag result = Flag.False;
        foreach (Field key in keys)
        {
            if (!key.TryGetText(out string label))
            {
                result = Flag.Unknown;
            }
            else if (label == TemplateHash)
            {
                return Flag.True;
            }
        }

        return result;
    }
}

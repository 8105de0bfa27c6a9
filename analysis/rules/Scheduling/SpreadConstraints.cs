using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling;

/// <summary>What is common to rules about topology spread constraints.</summary>
internal static class SpreadConstraints
{
    public const string Hostname = "kubernetes.io/hostname";

    public const string Zone = "topology.kubernetes.io/zone";

    /// <summary>The label by which a Deployment tells the pods of one revision from those of another.</summary>
    public const string TemplateHash = "pod-template-hash";

    /// <summary>The path of a constraint in an object.</summary>
    public static string PathOf(Workload workload, int index) =>
        PathPool.Item(workload.SpecPath, "topologySpreadConstraints", index);

    /// <summary>The constraint as messages name it: <c>spread constraint on kubernetes.io/hostname</c>.</summary>
    public static string Describe(Field constraint) =>
        constraint["topologyKey"].Text is { Length: > 0 } ? $"spread constraint on {constraint["topologyKey"].Shown}" : "spread constraint";

    /// <summary>Whether only pods of the same revision count.</summary>
    public static Flag CountsOneRevision(Field constraint) => Contains(constraint["matchLabelKeys"], TemplateHash);

    /// <summary>Whether a list of texts has a text.</summary>
    public static Flag Contains(Field list, string text)
    {
        if (!list.TryGetItems(out FieldItems items))
        {
            return Flag.Unknown;
        }

        Flag result = Flag.False;
        foreach (Field item in items)
        {
            if (!item.TryGetText(out string candidate))
            {
                result = Flag.Unknown;
            }
            else if (candidate == text)
            {
                return Flag.True;
            }
        }

        return result;
    }
}

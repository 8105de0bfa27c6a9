using Rampart.Rules.Catalogue;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Checklists;

/// <summary>The rules that say what a point of the checklist claims. The other rules of a point look for mistakes beside it.</summary>
internal static class ChecklistClaims
{
    private static readonly Rule[][] ByPoint = [.. ChecklistPoints.All.Select(Find)];

    /// <summary>The rules without which a point claims nothing; none for the Pod Security Standards, where the verdict of the standard decides.</summary>
    public static IReadOnlyList<Rule> Of(ChecklistPoint point) => ByPoint[(int)point - 1];

    /// <summary>Whether a rule is one that its point claims.</summary>
    public static bool Decides(Rule rule) => rule.Point is { } point && Array.IndexOf(ByPoint[(int)point - 1], rule) >= 0;

    private static Rule[] Find(ChecklistPoint point) => Array.ConvertAll<string, Rule>(
        NamesOf(point), static name => RuleCatalogue.TryFind(name, out Rule? rule) ? rule : throw new InvalidOperationException($"there is no rule {name}"));

    private static string[] NamesOf(ChecklistPoint point) => point switch
    {
        ChecklistPoint.NonRootContainers => ["runAsNonRoot"],
        ChecklistPoint.ReadOnlyRootFilesystem => ["read-only-root-filesystem"],
        ChecklistPoint.CapabilitiesDropped => ["capabilities_restricted"],
        ChecklistPoint.SeccompProfile => ["seccompProfile_restricted"],
        ChecklistPoint.ResourceLimits => ["cpu-limit", "memory-limit"],
        ChecklistPoint.SpecificImageTags => ["image-reference", "image-pinned"],
        ChecklistPoint.ImageScanning => ["image-scanning"],
        ChecklistPoint.ImageVerification => ["image-verification"],
        ChecklistPoint.DisruptionBudgets => ["disruption-budget-missing", "disruption-budget-blocks-eviction"],
        ChecklistPoint.RuntimeMonitoring => ["runtime-monitoring-missing"],
        ChecklistPoint.AppArmorOrSELinux => ["apparmor-or-selinux"],
        _ => [],
    };
}

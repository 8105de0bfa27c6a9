using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3015: containers say themselves what they request and may use.</summary>
internal sealed class OwnResourcesRule() : Rule("RMP3015", "own-resources", RuleCategory.Resources, DiagnosticSeverity.Info)
{
    public override string Summary => "Every container says itself what it gets, rather than take what a LimitRange or its own limit happens to be.";

    public override string Allowed => "requests and limits of the container's own";

    public override string Fix => "set the container's own value";

    public override string Guide => "Resource Limits";

    internal override void Check(Inspection inspection)
    {
        foreach ((string resource, bool isLimit) in ResourceAmounts.All)
        {
            foreach (ResourceAmount amount in ResourceAmounts.Of(inspection, resource, isLimit))
            {
                Check(amount, resource, isLimit, inspection);
            }
        }
    }

    // What is missing or not known is told by the rules about the resource.
    private static void Check(ResourceAmount amount, string resource, bool isLimit, Inspection inspection)
    {
        Container container = amount.Container;
        string? source = amount.Source switch
        {
            ResourceSource.Limit => $"its limit, {amount.Value.Shown}",
            ResourceSource.LimitRange => Describe(container, resource, isLimit, amount.LimitRange!, inspection),
            _ => null,
        };
        if (source is not null)
        {
            (string list, string noun) = isLimit ? ("limits", "limit") : ("requests", "request");
            inspection.Broken(
                container.Workload.Object,
                $"{container.Path}.resources.{list}.{resource}",
                $"{container} has no {resource} {noun} of its own and gets {source}");
        }
    }

    private static string Describe(Container container, string resource, bool isLimit, KubernetesObject limitRange, Inspection inspection)
    {
        NamespaceLimits limits = LimitRanges.Of(inspection).In(container.Workload.Object.Place);
        return $"{(isLimit ? limits.Default : limits.DefaultRequest)[resource]} from {limitRange}";
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>A rule that every container requests a resource, or has a limit for it.</summary>
/// <remarks>
/// The pod's own resources, the limit where a request is missing, and a LimitRange among the objects count; of the last two
/// <see cref="OwnResourcesRule"/> speaks.
/// </remarks>
internal abstract class ResourceAmountRule(string id, string name, DiagnosticSeverity severity, string resource, bool isLimit)
    : Rule(id, name, RuleCategory.Resources, severity)
{
    public override string Allowed { get; } = $"a {resource} {(isLimit ? "limit" : "request")} above 0";

    public override string Fix { get; } = $"set resources.{(isLimit ? "limits" : "requests")}.{resource}";

    public override string Guide => "Resource Limits";

    private string Noun => isLimit ? "limit" : "request";

    private string FieldName { get; } = $"resources.{(isLimit ? "limits" : "requests")}.{resource}";

    internal sealed override void Check(Inspection inspection)
    {
        foreach (ResourceAmount amount in ResourceAmounts.Of(inspection, resource, isLimit))
        {
            Check(amount, inspection);
        }
    }

    private void Check(ResourceAmount amount, Inspection inspection)
    {
        Container container = amount.Container;
        KubernetesObject item = container.Workload.Object;
        string path = PathPool.Field(container.Path, FieldName);
        switch (amount.Source)
        {
            case ResourceSource.Unknown when amount.LimitRange is not null:
                inspection.Unknown(item, path, $"depends on {amount.LimitRange}");
                break;
            case ResourceSource.Unknown:
                inspection.Unknown(item, container.Body.IsUnknown ? container.Path : path);
                break;
            case ResourceSource.Zero:
                inspection.Broken(item, path, $"{container} has a {resource} {Noun} of 0, which is none", "0");
                break;
            case ResourceSource.Nobody:
                inspection.Broken(item, path, $"{container} has no {resource} {Noun}");
                break;
        }
    }
}

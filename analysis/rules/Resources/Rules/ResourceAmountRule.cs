using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>A rule that every container requests a resource, or has a limit for it.</summary>
/// <remarks>
/// The pod's own resources, the limit where a request is missing, and a LimitRange among the objects count; of the last two RMP3015
/// speaks.
/// </remarks>
internal sealed class ResourceAmountRule : Rule
{
    private readonly string _resource;
    private readonly bool _isLimit;
    private readonly string _noun;
    private readonly string _field;

    [SetsRequiredMembers]
    public ResourceAmountRule(string id, string name, DiagnosticSeverity severity, string resource, bool isLimit, string summary)
        : base(id, name, RuleCategory.Resources, severity)
    {
        (_resource, _isLimit) = (resource, isLimit);
        _noun = isLimit ? "limit" : "request";
        _field = $"resources.{_noun}s.{resource}";
        Summary = summary;
        Allowed = $"a {resource} {_noun} above 0";
        Fix = $"set {_field}";
        Guide = "Resource Limits";
    }

    internal override void Run(Inspection inspection)
    {
        foreach (ResourceAmount amount in ResourceAmounts.Of(inspection.Facts, _resource, _isLimit))
        {
            Check(amount, inspection);
        }
    }

    private void Check(ResourceAmount amount, Inspection inspection)
    {
        Container container = amount.Container;
        KubernetesObject item = container.Workload.Object;
        string path = PathPool.Field(container.Path, _field);
        switch (amount.Source)
        {
            case ResourceSource.Unknown when amount.LimitRange is not null:
                inspection.Unknown(item, path, $"depends on {amount.LimitRange}");
                break;
            case ResourceSource.Unknown:
                inspection.Unknown(item, container.Body.IsUnknown ? container.Path : path);
                break;
            case ResourceSource.Zero:
                inspection.Broken(item, path, $"{container} has a {_resource} {_noun} of 0, which is none", "0");
                break;
            case ResourceSource.Nobody:
                inspection.Broken(item, path, $"{container} has no {_resource} {_noun}");
                break;
        }
    }
}

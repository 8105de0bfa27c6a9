using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>A rule that every container has a request, or a limit, for a resource.</summary>
/// <remarks>
/// The pod's own resources, the limit where a request is missing, and a LimitRange among the objects count; RMP3015 reports
/// the last two.
/// </remarks>
internal sealed class ResourceAmountRule : Rule
{
    private readonly string _resource;
    private readonly bool _isLimit;
    private readonly string _noun;

    [SetsRequiredMembers]
    public ResourceAmountRule(string id, string name, DiagnosticSeverity severity, string resource, bool isLimit, string summary)
        : base(id, name, RuleCategory.Resources, severity)
    {
        (_resource, _isLimit) = (resource, isLimit);
        _noun = isLimit ? "limit" : "request";
        Summary = summary;
        Allowed = $"a {resource} {_noun} above 0";
        Fix = $"set resources.{_noun}s.{resource}";
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
        FieldAt at = inspection.At(container), field = at["resources"][_isLimit ? "limits" : "requests"][_resource];
        switch (amount.Source)
        {
            case ResourceSource.Unknown when amount.LimitRange is not null:
                field.ReportUnknown($"depends on {amount.LimitRange}");
                break;
            case ResourceSource.Unknown when container.Body.IsUnknown:
                at.ReportUnknown();
                break;
            case ResourceSource.Unknown:
                field.ReportUnknown();
                break;
            case ResourceSource.Zero:
                field.Report($"{container} has a {_resource} {_noun} of 0, which means none", "0");
                break;
            case ResourceSource.Nobody:
                field.Report($"{container} has no {_resource} {_noun}");
                break;
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects.Values;

namespace Rampart.Rules.Objects.Rules;

/// <summary>RMP4071: every value is one that the API server takes.</summary>
internal sealed class RejectedValueRule() : AnyObjectRule("RMP4071", "rejected-value", RuleCategory.Availability, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "Names, labels, annotations, selectors, tolerations, node affinity, numbers and choices are such that the API server takes them: "
        + "it rejects an object for one value that it does not know, and none of its pods is made.";

    public override string Allowed => "a value of the form that the API server takes in this field";

    public override string Fix => "correct the value";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (RejectedValues.Find(item, inspection.RejectedValues) is not { } rejected)
        {
            return;
        }

        foreach (RejectedValue value in rejected)
        {
            string path = value.Key is { } key ? PathOfKey(value.Path, key) : value.Path;
            inspection.Broken(item, path, MessageOf(value), value.Shown, fix: value.Fix);
        }
    }

    // With the field's own name; the path tells the rest.
    private static string MessageOf(RejectedValue value)
    {
        if (value.Shown.Length == 0)
        {
            return value.Problem;
        }

        string path = value.Path[(value.Path.LastIndexOf('.') + 1)..];
        return value.Key is null ? $"{path} {value.Message}" : $"{value.Message} in {path}";
    }

    private static string PathOfKey(string path, string key) =>
        key == "…" || key.AsSpan().ContainsAny('.', '/', '[') ? $"{path}[{key}]" : $"{path}.{key}";
}

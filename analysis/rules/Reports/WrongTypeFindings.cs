using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Objects.Rules;
using Rampart.Rules.Options;

namespace Rampart.Rules.Reports;

/// <summary>
/// Tells wrong types once. Many rules may look at a field and cannot judge it; where that is since its value, or one that it is in, is
/// known and of a wrong type, the field is an error of one rule, and what the others say of it is left out.
/// </summary>
internal static class WrongTypeFindings
{
    /// <summary>The findings without those that are told as wrong types, and with the wrong types that only they show.</summary>
    /// <param name="findings">The findings of all rules.</param>
    /// <param name="options">What the check goes by. While the rule about types is off, all stays as it is.</param>
    /// <param name="settled">What is left out. The rules it is of are not kept for that, so the checklist still needs it.</param>
    public static Finding[] Settle(Finding[] findings, CheckOptions options, out IReadOnlyList<Finding> settled)
    {
        settled = [];
        if (options.SeverityOf(ObjectRules.FieldType) is not { } severity || !Array.Exists(findings, static finding => finding.Verdict == FindingVerdict.Unknown))
        {
            return findings;
        }

        Dictionary<KubernetesObject, WrongPaths> wrong = [];
        foreach (Finding finding in findings)
        {
            if (finding.Rule == ObjectRules.FieldType)
            {
                Remember(finding, wrong);
            }
        }

        List<Finding> told = [], left = [];
        foreach (Finding finding in findings)
        {
            if (finding.Verdict != FindingVerdict.Unknown)
            {
                told.Add(finding);
            }
            else if (IsTold(finding, wrong))
            {
                left.Add(finding);
            }
            else if (FindCause(finding) is { } cause)
            {
                Finding causing = Of(cause, finding.Object, severity);
                Remember(causing, wrong);
                told.Add(causing);
                left.Add(finding);
            }
            else
            {
                told.Add(finding);
            }
        }

        settled = left;
        return [.. told];
    }

    private static Finding Of(in WrongType wrong, KubernetesObject item, DiagnosticSeverity severity) =>
        new(ObjectRules.FieldType, severity, FindingVerdict.Broken, item, wrong.Path, ObjectRules.MessageOf(wrong))
        {
            Found = wrong.Found,
            Allowed = wrong.Allowed ?? ObjectRules.FieldType.Allowed,
            Fix = wrong.Fix ?? ObjectRules.FieldType.Fix,
        };

    private static void Remember(Finding finding, Dictionary<KubernetesObject, WrongPaths> wrong)
    {
        if (!wrong.TryGetValue(finding.Object, out WrongPaths? paths))
        {
            wrong.Add(finding.Object, paths = new WrongPaths());
        }

        // A key that is secret may be any.
        IReadOnlyList<string> steps = FieldPath.Split(finding.Path);
        paths.Add(steps is [.., "…"] ? steps.SkipLast(1) : steps);
    }

    private static bool IsTold(Finding finding, Dictionary<KubernetesObject, WrongPaths> wrong)
    {
        bool isAbove = false;
        return wrong.TryGetValue(finding.Object, out WrongPaths? paths)
            && (paths.Contains(FieldPath.Split(finding.Path), out isAbove)
                || (isAbove && !FieldPath.Find(finding.Object.Body, finding.Path).Inner.ContainsUnknowns));
    }

    // The known value that ends the way to the field, or that is the field and could not be read.
    private static WrongType? FindCause(Finding finding)
    {
        PropertyValue value = PropertyValue.From(finding.Object.Body);
        string path = "";
        foreach (string step in FieldPath.Split(finding.Path))
        {
            value = value.Inner;
            bool isIndex = int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index);
            if (value.ObjectOrNull() is { } fields)
            {
                value = fields[step];
            }
            else if (value.ListOrNull() is { } items && isIndex)
            {
                value = index < items.Count ? items[index] : PropertyValue.Null;
            }
            else
            {
                string found = UnknownFieldFinder.NameOf(value.Kind), expected = isIndex ? "a list" : "an object";
                return IsOpen(value) ? null : new WrongType(path, $"is {found}, not {expected}", found, expected, Fix: null);
            }

            path = isIndex ? $"{path}[{step}]" : path.Length == 0 ? step : step.AsSpan().ContainsAny('.', '/', '[') ? $"{path}[{step}]" : $"{path}.{step}";
        }

        value = value.Inner;
        if (!finding.IsOfField || IsOpen(value) || value.ContainsUnknowns)
        {
            return null;
        }

        string kind = UnknownFieldFinder.NameOf(value.Kind);
        string problem = value.Kind is PropertyKind.List or PropertyKind.Object ? "holds something of a type that" : $"is {kind}, which";
        return new WrongType(finding.Path, $"{problem} the API server does not take here", kind, Allowed: null, Fix: null);
    }

    // Missing, or to be told by the engine.
    private static bool IsOpen(PropertyValue value) =>
        value.Kind is PropertyKind.Null or PropertyKind.Unknown or PropertyKind.Output or PropertyKind.Resource;
}

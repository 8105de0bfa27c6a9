using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.PodSecurity.Evaluation;
using Rampart.Rules.Reports;
using Rampart.Rules.Waivers;

namespace Rampart.Cli.Texts;

/// <summary>The words that several formats of a report share.</summary>
internal static class CheckTexts
{
    public static string Word(DiagnosticSeverity? severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        DiagnosticSeverity.Info => "info",
        _ => "off",
    };

    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    public static string Number(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");

    /// <summary>Reason, owner and last day: <c>vendor image (platform-team, until 2027-01-31)</c>.</summary>
    public static string Describe(Waiver waiver) => $"{waiver.Reason} ({waiver.Owner}, until {Day(waiver.Expires)})";

    /// <summary>What the Pod Security Standard says, in a word.</summary>
    public static string Word(PodSecurityResult? result) => result?.Verdict switch
    {
        PodSecurityVerdict.Allowed => "allowed",
        PodSecurityVerdict.Forbidden => "forbidden",
        PodSecurityVerdict.Unknown => "unknown",
        _ => "not evaluated",
    };

    /// <summary>Where the object was declared: <c>deploy.yaml:12</c>, or its URN; empty when nobody knows.</summary>
    public static string Place(ObjectOrigin origin) =>
        origin.File.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{origin.File}:{origin.Line}") : "";

    /// <summary>What a report says before the kinds in which pods were found by shape.</summary>
    public const string ByShape = "Pods found by their shape, in kinds that are not Kubernetes' own";

    /// <summary>Where pods were found in an object by their shape: <c>pods by shape at spec.template.spec</c>; empty when it is of a kind of Kubernetes' own.</summary>
    public static string DescribeShape(KubernetesObject item) => item.Workload is not { Pod.IsByShape: true } first ? ""
        : item.Workloads.Count == 1 ? $"pods by shape at {first.SpecPath}"
        : string.Create(CultureInfo.InvariantCulture, $"pods by shape at {first.SpecPath} and {item.Workloads.Count - 1} more");

    /// <summary>Which scopes were judged apart: <c>Judged apart, since they repeat objects: prod/, staging/</c>.</summary>
    public static string DescribeScopes(CheckReport report)
    {
        const int Most = 10;
        int more = report.Scopes.Count - Most;
        string names = string.Join(", ", report.Scopes.Take(Most));
        return more > 0
            ? string.Create(CultureInfo.InvariantCulture, $"Judged apart, since they repeat objects: {names} and {more} more")
            : $"Judged apart, since they repeat objects: {names}";
    }

    /// <summary>The numbers of a report: <c>12 objects: 3 errors, 1 warning, 0 infos, 2 waived, 1 unknown</c>.</summary>
    public static string Describe(CheckSummary summary) =>
        $"{Number(summary.Objects, "object")}: {Number(summary.Errors, "error")}, {Number(summary.Warnings, "warning")}, {Number(summary.Infos, "info")}"
        + string.Create(CultureInfo.InvariantCulture, $", {summary.Waived} waived, {summary.Unknown} unknown");

    /// <summary>How many pods the standard was asked about, and what it said.</summary>
    public static string DescribePodSecurity(CheckReport report)
    {
        CheckSummary summary = report.Summary;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"Pod Security {report.Options.PodSecurity}: {summary.Evaluated} evaluated, {summary.Forbidden} forbidden");
    }
}

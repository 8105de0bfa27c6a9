using System.Text.Json;
using Rampart.Cli.Texts;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Reports;
using Rampart.Rules.Resources;
using Rampart.Rules.Waivers;

namespace Rampart.Cli.Checks;

/// <summary>Writes a check as JSON; <c>docs/check-report.schema.json</c> says which.</summary>
public static class CheckJsonReport
{
    private const int FlushThreshold = 32 * 1024;

    /// <summary>Writes the report.</summary>
    public static void Write(Stream stream, CheckOutcome result)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(result);
        using (Utf8JsonWriter writer = new(stream, ReportJson.Options))
        {
            writer.WriteStartObject();
            writer.WriteStartArray("objects");
            foreach (ObjectReport item in result.Report.Objects)
            {
                WriteObject(writer, result, item);
                if (writer.BytesPending > FlushThreshold)
                {
                    writer.Flush();
                }
            }

            writer.WriteEndArray();
            WriteChecklist(writer, result.Report.Checklist);
            WriteSummary(writer, result);
            WriteSeverities(writer, result);
            WriteDiagnostics(writer, result.Report.Diagnostics);
            WriteFeasibility(writer, result.Report.Feasibility);
            WriteScopes(writer, result.Report.Scopes);
            writer.WriteEndObject();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteScopes(Utf8JsonWriter writer, IReadOnlyList<string> scopes)
    {
        if (scopes.Count == 0)
        {
            return;
        }

        writer.WriteStartArray("scopes");
        foreach (string scope in scopes)
        {
            writer.WriteStringValue(scope);
        }

        writer.WriteEndArray();
    }

    private static void WriteObject(Utf8JsonWriter writer, CheckOutcome result, ObjectReport item)
    {
        KubernetesObject subject = item.Object;
        writer.WriteStartObject();
        writer.WriteStartObject("source");
        writer.WriteString("file", subject.Origin.File);
        writer.WriteNumber("line", subject.Origin.Line);
        if (subject.Origin.Urn.Length > 0)
        {
            writer.WriteString("urn", subject.Origin.Urn);
        }

        writer.WriteEndObject();
        writer.WriteString("apiVersion", subject.ApiVersion);
        writer.WriteString("kind", subject.Kind);
        writer.WriteString("namespace", subject.Namespace);
        writer.WriteString("name", subject.Name);
        WritePodSecurity(writer, result.Report.Options.PodSecurity, item);
        writer.WriteStartArray("findings");
        foreach (Finding finding in item.Findings)
        {
            if (finding.Verdict == FindingVerdict.Broken && result.Shows(finding))
            {
                WriteFinding(writer, finding);
            }
        }

        writer.WriteEndArray();
        writer.WriteStartArray("unknown");
        foreach (Finding finding in item.Findings)
        {
            if (finding.Verdict == FindingVerdict.Unknown && result.Shows(finding))
            {
                writer.WriteStartObject();
                writer.WriteString("rule", finding.Rule.Id);
                writer.WriteString("name", finding.Rule.Name);
                writer.WriteString("path", finding.Path);
                writer.WriteString("message", finding.Message);
                writer.WriteEndObject();
            }
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void WritePodSecurity(Utf8JsonWriter writer, LevelVersion policy, ObjectReport item)
    {
        if (item.PodSecurity is not { } result)
        {
            writer.WriteNull("podSecurity");
            return;
        }

        writer.WriteStartObject("podSecurity");
        writer.WriteString("level", policy.Level.ToText());
        writer.WriteString("version", policy.Version.ToString());
        if (result.Verdict == PodSecurityVerdict.Unknown)
        {
            writer.WriteNull("allowed");
        }
        else
        {
            writer.WriteBoolean("allowed", result.Verdict == PodSecurityVerdict.Allowed);
        }

        writer.WriteString("reason", result.Reason);
        writer.WriteString("detail", result.Detail);
        if (item.Object.Workload is { Pod.IsByShape: true })
        {
            writer.WriteStartArray("byShape");
            for (int i = 0; i < item.Object.Workloads.Count; i++)
            {
                writer.WriteStringValue(item.Object.Workloads[i].SpecPath);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    private static void WriteFinding(Utf8JsonWriter writer, Finding finding)
    {
        writer.WriteStartObject();
        writer.WriteString("rule", finding.Rule.Id);
        writer.WriteString("name", finding.Rule.Name);
        writer.WriteString("severity", CheckTexts.Word(finding.Severity));
        writer.WriteString("path", finding.Path);
        writer.WriteString("message", finding.Message);
        writer.WriteString("found", finding.Found);
        writer.WriteString("allowed", finding.Allowed);
        writer.WriteString("fix", finding.Fix);
        if (finding.Waiver is { } waiver)
        {
            WriteWaiver(writer, waiver);
        }
        else
        {
            writer.WriteNull("waiver");
        }

        writer.WriteEndObject();
    }

    private static void WriteWaiver(Utf8JsonWriter writer, Waiver waiver)
    {
        writer.WriteStartObject("waiver");
        writer.WriteString("reason", waiver.Reason);
        writer.WriteString("owner", waiver.Owner);
        writer.WriteString("expires", CheckTexts.Day(waiver.Expires));
        writer.WriteEndObject();
    }

    private static void WriteChecklist(Utf8JsonWriter writer, IReadOnlyList<ChecklistItem> checklist)
    {
        writer.WriteStartArray("checklist");
        foreach (ChecklistItem item in checklist)
        {
            writer.WriteStartObject();
            writer.WriteNumber("point", (int)item.Point);
            writer.WriteString("title", item.Point.Title());
            writer.WriteString("state", item.State.ToText());
            writer.WriteString("evidence", item.Evidence);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteSummary(Utf8JsonWriter writer, CheckOutcome result)
    {
        CheckSummary summary = result.Report.Summary;
        writer.WriteStartObject("summary");
        writer.WriteNumber("objects", summary.Objects);
        writer.WriteNumber("evaluated", summary.Evaluated);
        writer.WriteNumber("forbidden", summary.Forbidden);
        writer.WriteNumber("errors", summary.Errors);
        writer.WriteNumber("warnings", summary.Warnings);
        writer.WriteNumber("infos", summary.Infos);
        writer.WriteNumber("waived", summary.Waived);
        writer.WriteNumber("unknown", summary.Unknown);
        writer.WriteNumber("hidden", result.CountHidden());
        writer.WriteEndObject();
    }

    private static void WriteSeverities(Utf8JsonWriter writer, CheckOutcome result)
    {
        writer.WriteStartArray("severities");
        foreach ((Rule rule, DiagnosticSeverity? severity) in result.FindChangedRules())
        {
            writer.WriteStartObject();
            writer.WriteString("rule", rule.Id);
            writer.WriteString("name", rule.Name);
            writer.WriteString("severity", CheckTexts.Word(severity));
            writer.WriteString("default", CheckTexts.Word(rule.Severity));
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteDiagnostics(Utf8JsonWriter writer, IReadOnlyList<Diagnostic> diagnostics)
    {
        writer.WriteStartArray("diagnostics");
        foreach (Diagnostic diagnostic in diagnostics)
        {
            writer.WriteStartObject();
            writer.WriteString("id", diagnostic.Id);
            writer.WriteString("severity", CheckTexts.Word(diagnostic.Severity));
            writer.WriteString("file", diagnostic.File);
            writer.WriteNumber("line", diagnostic.Line);
            writer.WriteString("key", diagnostic.Key);
            writer.WriteString("problem", diagnostic.Problem);
            writer.WriteString("fix", diagnostic.Fix);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteFeasibility(Utf8JsonWriter writer, IReadOnlyList<FeasibilityVerdict> verdicts)
    {
        writer.WriteStartArray("feasibility");
        foreach (FeasibilityVerdict verdict in verdicts)
        {
            writer.WriteStartObject();
            writer.WriteString("kind", verdict.Object.Kind);
            writer.WriteString("namespace", verdict.Object.Namespace);
            writer.WriteString("name", verdict.Object.Name);
            writer.WriteString("text", verdict.Text);
            if (verdict.Fits is { } fits)
            {
                writer.WriteBoolean("fits", fits);
            }
            else
            {
                writer.WriteNull("fits");
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}

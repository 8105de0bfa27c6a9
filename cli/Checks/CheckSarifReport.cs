using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rampart.Cli.Catalogues;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Waivers;

namespace Rampart.Cli.Checks;

/// <summary>Writes a check as SARIF 2.1.0 with what GitHub's code scanning asks for.</summary>
/// <remarks>
/// Unknown findings are no alerts; they are notifications of the run. Waivers that have expired or cover nothing are results with
/// rules of their own.
/// </remarks>
public sealed class CheckSarifReport
{
    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string InformationUri = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";
    private const int FlushThreshold = 32 * 1024;
    private const int FingerprintBytes = 16;

    private static readonly (string Id, string Name, DiagnosticSeverity Severity, string Text)[] WaiverRules =
    [
        (WaiverDiagnosticIds.Expired, "waiver-expired", DiagnosticSeverity.Error, "No waiver is older than the day until which it was given."),
        (WaiverDiagnosticIds.Unused, "waiver-unused", DiagnosticSeverity.Warning, "Every waiver covers a finding."),
    ];

    private readonly Utf8JsonWriter _writer;
    private readonly CheckOutcome _result;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _fingerprints = new(StringComparer.Ordinal);

    private CheckSarifReport(Utf8JsonWriter writer, CheckOutcome result)
    {
        _writer = writer;
        _result = result;
    }

    /// <summary>Writes the report.</summary>
    public static void Write(Stream stream, CheckOutcome result)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(result);
        using (Utf8JsonWriter writer = new(stream, CheckJsonReport.Options))
        {
            new CheckSarifReport(writer, result).Write();
        }

        stream.WriteByte((byte)'\n');
    }

    private void Write()
    {
        _writer.WriteStartObject();
        _writer.WriteString("$schema", Schema);
        _writer.WriteString("version", "2.1.0");
        _writer.WriteStartArray("runs");
        _writer.WriteStartObject();
        WriteTool();
        WriteInvocation();
        _writer.WriteString("columnKind", "utf16CodeUnits");
        _writer.WriteStartArray("results");
        foreach (ObjectReport item in _result.Report.Objects)
        {
            foreach (Finding finding in item.Findings)
            {
                if (finding.Verdict == FindingVerdict.Broken && _result.Shows(finding))
                {
                    WriteResult(finding);
                }
            }

            if (_writer.BytesPending > FlushThreshold)
            {
                _writer.Flush();
            }
        }

        foreach (Diagnostic diagnostic in _result.Report.Diagnostics)
        {
            WriteResult(diagnostic);
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteEndObject();
    }

    private void WriteTool()
    {
        _writer.WriteStartObject("tool");
        _writer.WriteStartObject("driver");
        _writer.WriteString("name", "Rampart");
        _writer.WriteString("informationUri", InformationUri);
        _writer.WriteString("version", ProductVersion.Text);
        _writer.WriteStartArray("rules");
        foreach (Rule rule in RuleCatalogue.All)
        {
            _indexes.Add(rule.Id, _indexes.Count);
            WriteRule(rule);
        }

        foreach ((string id, string name, DiagnosticSeverity severity, string text) in WaiverRules)
        {
            _indexes.Add(id, _indexes.Count);
            StartRule(id, name, name.Replace('-', ' '), text);
            WriteHelp(text, text);
            WriteDefaults(severity, isOn: true, ["security", "kubernetes", "waivers"]);
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void WriteRule(Rule rule)
    {
        StartRule(rule.Id, rule.Name, rule.Summary, $"{rule.Summary} Allowed: {rule.Allowed}.");
        using StringWriter markdown = new() { NewLine = "\n" };
        RuleMarkdown.WriteBody(markdown, rule);
        WriteHelp($"Allowed: {rule.Allowed}. Fix: {rule.Fix}.", markdown.ToString());
        WriteDefaults(rule.Severity, _result.Report.Options.SeverityOf(rule) is not null, ["security", "kubernetes", rule.Category.Title()]);
    }

    private void StartRule(string id, string name, string brief, string full)
    {
        _writer.WriteStartObject();
        _writer.WriteString("id", id);
        _writer.WriteString("name", name);
        WriteText("shortDescription", brief);
        WriteText("fullDescription", full);
    }

    private void WriteHelp(string text, string markdown)
    {
        _writer.WriteStartObject("help");
        _writer.WriteString("text", text);
        _writer.WriteString("markdown", markdown);
        _writer.WriteEndObject();
    }

    private void WriteDefaults(DiagnosticSeverity severity, bool isOn, ReadOnlySpan<string> tags)
    {
        _writer.WriteStartObject("defaultConfiguration");
        _writer.WriteString("level", LevelOf(severity));
        if (!isOn)
        {
            _writer.WriteBoolean("enabled", false);
        }

        _writer.WriteEndObject();
        _writer.WriteStartObject("properties");
        _writer.WriteStartArray("tags");
        foreach (string tag in tags)
        {
            _writer.WriteStringValue(tag);
        }

        _writer.WriteEndArray();

        // GitHub: above 9.0 is critical, from 7.0 high, from 4.0 medium, below it low.
        _writer.WriteString("security-severity", severity switch
        {
            DiagnosticSeverity.Error => "8.0",
            DiagnosticSeverity.Warning => "5.0",
            _ => "2.0",
        });
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void WriteInvocation()
    {
        _writer.WriteStartArray("invocations");
        _writer.WriteStartObject();
        _writer.WriteBoolean("executionSuccessful", true);
        _writer.WriteStartArray("toolExecutionNotifications");
        foreach (ObjectReport item in _result.Report.Objects)
        {
            foreach (Finding finding in item.Findings)
            {
                if (finding.Verdict == FindingVerdict.Unknown && _result.Shows(finding))
                {
                    _writer.WriteStartObject();
                    _writer.WriteString("level", "note");
                    WriteText("message", $"{finding.Rule} is unknown for {finding.Object}: {finding.Message}");
                    WriteLocations(finding);
                    _writer.WriteEndObject();
                }
            }
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private void WriteResult(Finding finding)
    {
        StartResult(finding.Rule.Id, finding.Severity, $"{finding.Object}: {finding.Message}; {finding.Fix}");
        WriteLocations(finding);
        WriteFingerprint($"{finding.Rule.Id}\n{finding.Object.Group}\n{finding.Object}\n{finding.Path}");
        if (finding.Waiver is { } waiver)
        {
            _writer.WriteStartArray("suppressions");
            _writer.WriteStartObject();
            _writer.WriteString("kind", "external");
            _writer.WriteString("status", "accepted");
            _writer.WriteString("justification", CheckTexts.Describe(waiver));
            _writer.WriteEndObject();
            _writer.WriteEndArray();
        }

        _writer.WriteEndObject();
    }

    private void WriteResult(Diagnostic diagnostic)
    {
        StartResult(diagnostic.Id, diagnostic.Severity, $"{diagnostic.Problem}; {diagnostic.Fix}");
        _writer.WriteStartArray("locations");
        _writer.WriteStartObject();
        WritePhysicalLocation(diagnostic.File, diagnostic.Line);
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        WriteFingerprint($"{diagnostic.Id}\n{diagnostic.File}\n{diagnostic.Problem}");
        _writer.WriteEndObject();
    }

    private void StartResult(string rule, DiagnosticSeverity severity, string message)
    {
        _writer.WriteStartObject();
        _writer.WriteString("ruleId", rule);
        _writer.WriteNumber("ruleIndex", _indexes[rule]);
        _writer.WriteString("level", LevelOf(severity));
        WriteText("message", message);
    }

    private void WriteLocations(Finding finding)
    {
        ObjectOrigin origin = finding.Object.Origin;
        bool isFile = origin.File.Length > 0;
        _writer.WriteStartArray("locations");
        _writer.WriteStartObject();
        WritePhysicalLocation(isFile ? origin.File : _result.StackFile, isFile ? finding.Line : 1);
        _writer.WriteStartArray("logicalLocations");
        _writer.WriteStartObject();
        _writer.WriteString("name", finding.Object.Name);
        _writer.WriteString("fullyQualifiedName", finding.Path.Length == 0 ? finding.Object.ToString() : $"{finding.Object}: {finding.Path}");
        _writer.WriteString("kind", "resource");
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private void WritePhysicalLocation(string file, int line)
    {
        _writer.WriteStartObject("physicalLocation");
        _writer.WriteStartObject("artifactLocation");
        _writer.WriteString("uri", UriOf(file));
        _writer.WriteEndObject();
        _writer.WriteStartObject("region");
        _writer.WriteNumber("startLine", Math.Max(line, 1));
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    // What the same finding has in every run, wherever its line moves to.
    private void WriteFingerprint(string identity)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, FingerprintBytes));
        int count = _fingerprints[hash] = _fingerprints.GetValueOrDefault(hash) + 1;
        _writer.WriteStartObject("partialFingerprints");
        _writer.WriteString("rampartFinding/v1", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{hash}:{count}"));
        _writer.WriteEndObject();
    }

    private void WriteText(string name, string text)
    {
        _writer.WriteStartObject(name);
        _writer.WriteString("text", text);
        _writer.WriteEndObject();
    }

    private static string LevelOf(DiagnosticSeverity severity) => severity switch
    {
        DiagnosticSeverity.Error => "error",
        DiagnosticSeverity.Warning => "warning",
        _ => "note",
    };

    private static string UriOf(string file)
    {
        if (file == "-")
        {
            return "stdin";
        }

        if (Path.IsPathRooted(file))
        {
            return new Uri(file).AbsoluteUri;
        }

        string[] parts = file.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);
        return string.Join('/', parts.Where(static part => part != ".").Select(Uri.EscapeDataString));
    }
}

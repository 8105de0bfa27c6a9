using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Rampart.Cli.Catalogues;
using Rampart.Cli.Texts;
using Rampart.Plan.ManifestFiles;
using Rampart.Plan.Plans;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Reports;
using Rampart.Rules.Waivers;

namespace Rampart.Cli.Checks;

/// <summary>Writes a check as SARIF 2.1.0 with what GitHub's code scanning asks for.</summary>
/// <remarks>
/// Unknown findings are no alerts; they are notifications of the run. Waivers that have expired or cover nothing are results with
/// rules of their own. The limits and required properties are those of GitHub's page "SARIF support for code scanning".
/// </remarks>
public sealed class CheckSarifReport
{
    /// <summary>How many results are written: code scanning refuses a file with more in a run.</summary>
    public const int MostResults = 25_000;

    /// <summary>How many unknown findings are told. No limit is known, but what is uploaded may have 10 MB.</summary>
    public const int MostNotifications = 5_000;

    private const string Schema = "https://json.schemastore.org/sarif-2.1.0.json";
    private const string InformationUri = "https://kubernetes.io/docs/concepts/security/pod-security-standards/";
    private const string Root = "%SRCROOT%";
    private const int FlushThreshold = 32 * 1024;
    private const int FingerprintBytes = 16;

    // What goes first when there is no room for all. Mistakes in settings are few, and some are errors.
    private const int RankOfDiagnostics = 0;
    private const int RankOfWaived = 4;

    private static readonly Uri StandardInput = new("stdin", UriKind.Relative);

    // The diagnostics of a report that has been written; with others there is no report.
    private static readonly string[] DiagnosticRules =
        [WaiverDiagnosticIds.Expired, WaiverDiagnosticIds.Unused, UnseenParts.NotPlanned, ManifestDiagnosticIds.SettingsNotUsed];

    private readonly Utf8JsonWriter _writer;
    private readonly CheckOutcome _result;
    private readonly Dictionary<string, int> _indexes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, int> _fingerprints = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Uri> _uris = new(StringComparer.Ordinal);
    private readonly SarifRoom _results;
    private readonly SarifRoom _notifications;
    private readonly bool _hasWaived;

    private CheckSarifReport(Utf8JsonWriter writer, CheckOutcome result)
    {
        _writer = writer;
        _result = result;
        int[] broken = [result.Report.Diagnostics.Count, 0, 0, 0, 0];
        int[] unknown = new int[broken.Length];
        foreach (Finding finding in result.Report.Findings)
        {
            if (result.Shows(finding))
            {
                int[] counts = finding.Verdict == FindingVerdict.Broken ? broken : unknown;
                counts[RankOf(finding)]++;
            }
        }

        _results = new SarifRoom(broken, MostResults);
        _notifications = new SarifRoom(unknown, MostNotifications);
        _hasWaived = broken[RankOfWaived] > 0;
    }

    /// <summary>Writes the report.</summary>
    public static void Write(Stream stream, CheckOutcome result)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(result);
        using (Utf8JsonWriter writer = new(stream, ReportJson.Options))
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
        WriteRoot();
        _writer.WriteString("columnKind", "utf16CodeUnits");
        _writer.WriteStartArray("results");
        foreach (ObjectReport item in _result.Report.Objects)
        {
            foreach (Finding finding in item.Findings)
            {
                if (finding.Verdict == FindingVerdict.Broken && _result.Shows(finding) && _results.Take(RankOf(finding)))
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
            if (_results.Take(RankOfDiagnostics))
            {
                WriteResult(diagnostic);
            }
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
        foreach (CatalogueEntry entry in DiagnosticCatalogue.All.Where(static entry => entry.Rule is not null))
        {
            _indexes.Add(entry.Id, _indexes.Count);
            WriteRule(entry, entry.Rule!);
        }

        foreach (CatalogueEntry entry in DiagnosticRules.Select(DiagnosticCatalogue.Find).OfType<CatalogueEntry>())
        {
            _indexes.Add(entry.Id, _indexes.Count);
            StartRule(entry.Id, entry.Name, entry.Name.Replace('-', ' '), entry.Summary);
            WriteHelp($"{entry.Summary} Fix: {entry.Fix}.", $"{MarkdownText.Escape(entry.Summary)} Fix: {MarkdownText.Escape(entry.Fix)}.");
            DiagnosticSeverity severity = entry.Severity ?? DiagnosticSeverity.Error;
            WriteDefaults(severity, severity, ["security", "kubernetes", "settings"]);
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void WriteRule(CatalogueEntry entry, Rule rule)
    {
        StartRule(rule.Id, rule.Name, rule.Summary, $"{rule.Summary} Allowed: {rule.Allowed}.");
        _writer.WriteString("helpUri", entry.Page);
        using StringWriter markdown = new() { NewLine = "\n" };
        RuleMarkdown.WriteBody(markdown, entry);
        WriteHelp($"Allowed: {rule.Allowed}. Fix: {rule.Fix}.", markdown.ToString());
        WriteDefaults(rule.Severity, _result.Report.Options.SeverityOf(rule) ?? rule.Severity, ["security", "kubernetes", rule.Category.Title()]);
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

    private void WriteDefaults(DiagnosticSeverity own, DiagnosticSeverity here, ReadOnlySpan<string> tags)
    {
        _writer.WriteStartObject("defaultConfiguration");
        _writer.WriteString("level", LevelOf(own));
        _writer.WriteEndObject();
        _writer.WriteStartObject("properties");
        _writer.WriteStartArray("tags");
        foreach (string tag in tags)
        {
            _writer.WriteStringValue(tag);
        }

        _writer.WriteEndArray();

        _writer.WriteString("precision", "high");

        // GitHub shows this one, not the level of a result: above 9.0 is critical, from 7.0 high, from 4.0 medium, below it low.
        _writer.WriteString("security-severity", here switch
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
        WriteChangedRules();
        _writer.WriteStartArray("toolExecutionNotifications");
        if (_result.Report.Scopes.Count > 0)
        {
            _writer.WriteStartObject();
            _writer.WriteString("level", "note");
            WriteText("message", CheckTexts.DescribeScopes(_result.Report));
            _writer.WriteEndObject();
        }

        WriteLeftOut(_results, "findings", "code scanning refuses a file with more");
        WriteLeftOut(_notifications, "unknown findings", "they are no alerts");
        WriteByShape();
        foreach (ObjectReport item in _result.Report.Objects)
        {
            foreach (Finding finding in item.Findings)
            {
                if (finding.Verdict == FindingVerdict.Unknown && _result.Shows(finding) && _notifications.Take(RankOf(finding)))
                {
                    _writer.WriteStartObject();
                    _writer.WriteString("level", "note");
                    WriteText("message", $"{finding.Rule} is unknown for {finding.Object}: {finding.Message}");
                    WriteLocations(finding, UriOf(finding.Object.Origin.File));
                    _writer.WriteEndObject();
                }
            }
        }

        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private void WriteByShape()
    {
        IReadOnlyList<KindCount> kinds = _result.CountByShape();
        if (kinds.Count > 0)
        {
            _writer.WriteStartObject();
            _writer.WriteString("level", "note");
            WriteText("message", $"{CheckTexts.ByShape}: {string.Join(", ", kinds.Select(static each => $"{each.Count} {each.Kind}"))}");
            _writer.WriteEndObject();
        }
    }

    private void WriteChangedRules()
    {
        IReadOnlyList<(Rule Rule, DiagnosticSeverity? Severity)> changed = _result.FindChangedRules();
        if (changed.Count == 0)
        {
            return;
        }

        _writer.WriteStartArray("ruleConfigurationOverrides");
        foreach ((Rule rule, DiagnosticSeverity? severity) in changed)
        {
            _writer.WriteStartObject();
            _writer.WriteStartObject("descriptor");
            _writer.WriteString("id", rule.Id);
            _writer.WriteNumber("index", _indexes[rule.Id]);
            _writer.WriteEndObject();
            _writer.WriteStartObject("configuration");
            if (severity is { } level)
            {
                _writer.WriteString("level", LevelOf(level));
            }
            else
            {
                _writer.WriteBoolean("enabled", false);
            }

            _writer.WriteEndObject();
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteLeftOut(SarifRoom room, string what, string why)
    {
        if (room.LeftOut == 0)
        {
            return;
        }

        _writer.WriteStartObject();
        _writer.WriteString("level", "warning");
        WriteText("message", string.Create(
            CultureInfo.InvariantCulture,
            $"{room.LeftOut} of {room.All} {what} are left out, the least severe first: {why}; check fewer files at a time or raise --severity, or see all with --format json"));
        _writer.WriteEndObject();
    }

    // Where the root is on this machine is nobody's business, and would differ from run to run.
    private void WriteRoot()
    {
        _writer.WriteStartObject("originalUriBaseIds");
        _writer.WriteStartObject(Root);
        WriteText("description", "The root of the repository, or the folder that was checked.");
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    private void WriteResult(Finding finding)
    {
        StartResult(finding.Rule.Id, finding.Severity, $"{finding.Object}: {finding.Message}; {finding.Fix}");
        Uri uri = UriOf(finding.Object.Origin.File);
        WriteLocations(finding, uri);
        WriteFingerprints($"{finding.Rule.Id}\n{finding.Object.Group}\n{finding.Object}\n{finding.Path}", uri);
        WriteSuppressions(finding.Waiver);
        _writer.WriteEndObject();
    }

    private void WriteResult(Diagnostic diagnostic)
    {
        StartResult(diagnostic.Id, diagnostic.Severity, $"{diagnostic.Problem}; {diagnostic.Fix}");
        _writer.WriteStartArray("locations");
        _writer.WriteStartObject();
        Uri uri = UriOf(diagnostic.File);
        WritePhysicalLocation(uri, diagnostic.Line);
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        WriteFingerprints($"{diagnostic.Id}\n{diagnostic.File}\n{diagnostic.Problem}", uri);
        WriteSuppressions(waiver: null);
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

    // Of the results of a run either all say by what they are suppressed, or none does.
    private void WriteSuppressions(Waiver? waiver)
    {
        if (!_hasWaived)
        {
            return;
        }

        _writer.WriteStartArray("suppressions");
        if (waiver is not null)
        {
            _writer.WriteStartObject();
            _writer.WriteString("kind", "external");
            _writer.WriteString("status", "accepted");
            _writer.WriteString("justification", CheckTexts.Describe(waiver));
            _writer.WriteEndObject();
        }

        _writer.WriteEndArray();
    }

    private void WriteLocations(Finding finding, Uri uri)
    {
        string name = finding.Object.Name;
        _writer.WriteStartArray("locations");
        _writer.WriteStartObject();
        WritePhysicalLocation(uri, finding.Object.Origin.File.Length > 0 ? finding.Line : 1);
        _writer.WriteStartArray("logicalLocations");
        _writer.WriteStartObject();
        _writer.WriteString("name", name.Length == 0 ? "[unnamed]" : name);
        _writer.WriteString("fullyQualifiedName", finding.Path.Length == 0 ? finding.Object.ToString() : $"{finding.Object}: {finding.Path}");
        _writer.WriteString("kind", "resource");
        _writer.WriteEndObject();
        _writer.WriteEndArray();
        _writer.WriteEndObject();
        _writer.WriteEndArray();
    }

    private void WritePhysicalLocation(Uri uri, int line)
    {
        int start = Math.Max(line, 1);
        _writer.WriteStartObject("physicalLocation");
        _writer.WriteStartObject("artifactLocation");
        _writer.WriteString("uri", uri.OriginalString);
        if (!uri.IsAbsoluteUri && !ReferenceEquals(uri, StandardInput))
        {
            _writer.WriteString("uriBaseId", Root);
        }

        _writer.WriteEndObject();

        // GitHub wants all four. Columns are not known, so that the region is the place before the first one.
        _writer.WriteStartObject("region");
        _writer.WriteNumber("startLine", start);
        _writer.WriteNumber("startColumn", 1);
        _writer.WriteNumber("endLine", start);
        _writer.WriteNumber("endColumn", 1);
        _writer.WriteEndObject();
        _writer.WriteEndObject();
    }

    // What the same finding has in every run, wherever its line moves to; under our name wherever its file moves to, too. GitHub looks
    // at the other name only, and takes what has the same rule and value for one alert: left to itself it would hash the text of the
    // line, which is the same for all findings of a stack.
    private void WriteFingerprints(string identity, Uri uri)
    {
        _writer.WriteStartObject("partialFingerprints");
        _writer.WriteString("primaryLocationLineHash", Fingerprint($"{uri.OriginalString}\n{identity}"));
        _writer.WriteString("rampartFinding/v1", Fingerprint(identity));
        _writer.WriteEndObject();
    }

    private string Fingerprint(string identity)
    {
        string hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(identity)).AsSpan(0, FingerprintBytes));
        int count = _fingerprints[hash] = _fingerprints.GetValueOrDefault(hash) + 1;
        return string.Create(CultureInfo.InvariantCulture, $"{hash}:{count}");
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

    private static int RankOf(Finding finding) => finding.Waiver is not null ? RankOfWaived : finding.Severity switch
    {
        DiagnosticSeverity.Error => 1,
        DiagnosticSeverity.Warning => 2,
        _ => 3,
    };

    private Uri UriOf(string file)
    {
        if (!_uris.TryGetValue(file, out Uri? uri))
        {
            uri = file == "-" ? StandardInput : _result.Sources.UriOf(file.Length > 0 ? file : _result.StackFile);
            _uris.Add(file, uri);
        }

        return uri;
    }
}

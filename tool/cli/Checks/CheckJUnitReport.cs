using System.Globalization;
using System.Text;
using System.Xml;
using Rampart.Cli.Terminals;
using Rampart.Cli.Texts;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Reports;

namespace Rampart.Cli.Checks;

/// <summary>Writes a check as JUnit's XML, which build servers show: a suite for each object, a case for each rule that has something to say.</summary>
/// <remarks>
/// A case fails when it makes the check fail; what is below that is told as its output. Waived and unknown cases are skipped. An
/// object that no rule has anything against gets one case that passes. What is wrong with settings, waivers among them, and rules that run at another severity
/// than their own have a suite each.
/// </remarks>
public sealed class CheckJUnitReport
{
    private const string SettingsSuite = "settings";
    private const string Severities = "severities";
    private const string Scopes = "scopes";

    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
    };

    private readonly CheckOutcome _result;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);

    private CheckJUnitReport(CheckOutcome result) => _result = result;

    /// <summary>Writes the report.</summary>
    public static void Write(Stream stream, CheckOutcome result)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(result);
        List<JUnitSuite> suites = new CheckJUnitReport(result).ToSuites();
        using (XmlWriter writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartDocument();
            writer.WriteStartElement("testsuites");
            writer.WriteAttributeString("name", "rampart check");
            JUnitSuite.WriteNumber(writer, "tests", suites.Sum(static suite => suite.Cases.Count));
            JUnitSuite.WriteNumber(writer, "failures", suites.Sum(static suite => suite.Failures));
            JUnitSuite.WriteNumber(writer, "errors", 0);
            foreach (JUnitSuite suite in suites)
            {
                suite.Write(writer);
            }

            writer.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
    }

    private List<JUnitSuite> ToSuites()
    {
        List<JUnitSuite> suites = [.. _result.Report.Objects.Select(ToSuite)];
        if (_result.Report.Diagnostics.Count > 0)
        {
            suites.Add(new JUnitSuite(SettingsSuite, SettingsSuite, "", [.. _result.Report.Diagnostics.Select(ToCase)]));
        }

        if (_result.Report.Scopes.Count > 0)
        {
            suites.Add(new JUnitSuite(Scopes, Scopes, "", [new JUnitCase(Scopes) { Output = CheckTexts.DescribeScopes(_result.Report) }]));
        }

        IReadOnlyList<(Rule Rule, DiagnosticSeverity? Severity)> changed = _result.FindChangedRules();
        if (changed.Count > 0)
        {
            suites.Add(new JUnitSuite(Severities, Severities, "", [.. changed.Select(static each => ToCase(each.Rule, each.Severity))]));
        }

        return suites;
    }

    private JUnitSuite ToSuite(ObjectReport item)
    {
        string name = PlainLine.Of(item.Object.ToString()), file = PlainLine.Of(item.Object.Origin.File);
        List<JUnitCase> cases = [.. ByRule(item.Findings).Select(ToCase)];
        return new JUnitSuite(Unique(name, file), name, file, cases.Count > 0 ? cases : [new JUnitCase("all rules")]);
    }

    // The same object can be in several files, and objects without a name look alike; build servers put suites of one name together.
    private string Unique(string name, string file)
    {
        string unique = name;
        for (int number = file.Length > 0 ? 1 : 2; !_names.Add(unique); number++)
        {
            string place = number == 1 ? file : string.Create(CultureInfo.InvariantCulture, $"{file} {number}").TrimStart();
            unique = $"{name} ({place})";
        }

        return unique;
    }

    private JUnitCase ToCase(List<Finding> findings)
    {
        JUnitCase named = new(findings[0].Rule.ToString());
        List<Finding> failing = findings.FindAll(_result.Fails);
        return failing.Count > 0
            ? named with { Failure = new JUnitFailure(CheckTexts.Word(failing[0].Severity), failing[0].Message, Lines(failing)) }
            : findings.TrueForAll(IsSkipped)
            ? named with { Skipped = findings[0].Waiver is { } waiver ? "waived: " + CheckTexts.Describe(waiver) : "unknown: " + findings[0].Message }
            : named with { Output = Lines(findings.FindAll(static finding => !IsSkipped(finding))) };
    }

    private JUnitCase ToCase(Diagnostic diagnostic)
    {
        JUnitCase named = new($"{diagnostic.Id} {(diagnostic.Key.Length > 0 ? diagnostic.Key : diagnostic.File)}");
        return _result.FailOn <= diagnostic.Severity
            ? named with { Failure = new JUnitFailure(CheckTexts.Word(diagnostic.Severity), diagnostic.Problem, diagnostic.ToString()) }
            : named with { Output = diagnostic.ToString() };
    }

    private static JUnitCase ToCase(Rule rule, DiagnosticSeverity? severity)
    {
        string text = $"{CheckTexts.Word(severity)} instead of {CheckTexts.Word(rule.Severity)}";
        return severity is null ? new JUnitCase(rule.ToString()) { Skipped = text } : new JUnitCase(rule.ToString()) { Output = text };
    }

    // Findings are in the order of their rules.
    private List<List<Finding>> ByRule(IReadOnlyList<Finding> findings)
    {
        List<List<Finding>> cases = [];
        foreach (Finding finding in findings)
        {
            if (!_result.Shows(finding) && !_result.Fails(finding))
            {
                continue;
            }

            if (cases.Count == 0 || cases[^1][0].Rule != finding.Rule)
            {
                cases.Add([]);
            }

            cases[^1].Add(finding);
        }

        return cases;
    }

    private static bool IsSkipped(Finding finding) => finding.Verdict == FindingVerdict.Unknown || finding.Waiver is not null;

    private static string Lines(List<Finding> findings)
    {
        StringBuilder text = new();
        foreach (Finding finding in findings)
        {
            string place = CheckTexts.Place(finding.Object.Origin), shape = CheckTexts.DescribeShape(finding.Object);
            text.Append(text.Length == 0 ? "" : "\n").Append(PlainLine.Of(string.Concat(
                place.Length == 0 ? "" : place + ": ",
                finding.Path.Length == 0 ? "" : finding.Path + ": ",
                $"{finding.Message}; {finding.Fix}",
                shape.Length == 0 ? "" : $" ({shape})")));
        }

        return text.ToString();
    }
}

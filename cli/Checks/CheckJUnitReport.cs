using System.Globalization;
using System.Text;
using System.Xml;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Cli.Checks;

/// <summary>Writes a check as JUnit's XML, which build servers show: a suite for each object, a case for each rule that has something to say.</summary>
/// <remarks>
/// A case fails when it makes the check fail; what is below that is told as its output. Waived and unknown cases are skipped. An
/// object that no rule has anything against gets one case that passes.
/// </remarks>
public static class CheckJUnitReport
{
    private static readonly XmlWriterSettings Settings = new()
    {
        Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        Indent = true,
        NewLineChars = "\n",
        CloseOutput = false,
    };

    /// <summary>Writes the report.</summary>
    public static void Write(Stream stream, CheckOutcome result)
    {
        ArgumentNullException.ThrowIfNull(stream);
        ArgumentNullException.ThrowIfNull(result);
        using (XmlWriter writer = XmlWriter.Create(stream, Settings))
        {
            writer.WriteStartDocument();
            writer.WriteStartElement("testsuites");
            writer.WriteAttributeString("name", "rampart check");
            foreach (ObjectReport item in result.Report.Objects)
            {
                WriteObject(writer, result, item);
            }

            if (result.Report.Diagnostics.Count > 0)
            {
                WriteDiagnostics(writer, result);
            }

            writer.WriteEndElement();
        }

        stream.WriteByte((byte)'\n');
    }

    private static void WriteObject(XmlWriter writer, CheckOutcome result, ObjectReport item)
    {
        List<List<Finding>> cases = ByRule(result, item.Findings);
        int failures = cases.FindAll(findings => findings.Exists(result.Fails)).Count;
        int skipped = cases.FindAll(static findings => findings.TrueForAll(IsSkipped)).Count;
        string name = Clean(item.Object.ToString());
        WriteSuite(writer, name, Math.Max(cases.Count, 1), failures, skipped);
        if (item.Object.Origin.File.Length > 0)
        {
            writer.WriteAttributeString("file", Clean(item.Object.Origin.File));
        }

        foreach (List<Finding> findings in cases)
        {
            writer.WriteStartElement("testcase");
            writer.WriteAttributeString("name", findings[0].Rule.ToString());
            writer.WriteAttributeString("classname", name);
            WriteVerdict(writer, result, findings);
            writer.WriteEndElement();
        }

        if (cases.Count == 0)
        {
            writer.WriteStartElement("testcase");
            writer.WriteAttributeString("name", "all rules");
            writer.WriteAttributeString("classname", name);
            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteVerdict(XmlWriter writer, CheckOutcome result, List<Finding> findings)
    {
        List<Finding> failing = findings.FindAll(result.Fails);
        if (failing.Count > 0)
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("type", CheckTexts.Word(failing[0].Severity));
            writer.WriteAttributeString("message", Clean(failing[0].Message));
            writer.WriteString(Lines(failing));
            writer.WriteEndElement();
        }
        else if (findings.TrueForAll(IsSkipped))
        {
            writer.WriteStartElement("skipped");
            writer.WriteAttributeString("message", Clean(findings[0].Waiver is { } waiver ? "waived: " + CheckTexts.Describe(waiver) : "unknown: " + findings[0].Message));
            writer.WriteEndElement();
        }
        else
        {
            writer.WriteElementString("system-out", Lines(findings.FindAll(static finding => !IsSkipped(finding))));
        }
    }

    private static void WriteDiagnostics(XmlWriter writer, CheckOutcome result)
    {
        IReadOnlyList<Diagnostic> diagnostics = result.Report.Diagnostics;
        WriteSuite(writer, "waivers", diagnostics.Count, diagnostics.Count(each => result.FailOn <= each.Severity), skipped: 0);
        foreach (Diagnostic diagnostic in diagnostics)
        {
            writer.WriteStartElement("testcase");
            writer.WriteAttributeString("name", Clean($"{diagnostic.Id} {diagnostic.Key}"));
            writer.WriteAttributeString("classname", "waivers");
            if (result.FailOn <= diagnostic.Severity)
            {
                writer.WriteStartElement("failure");
                writer.WriteAttributeString("type", CheckTexts.Word(diagnostic.Severity));
                writer.WriteAttributeString("message", Clean(diagnostic.Problem));
                writer.WriteString(Clean(diagnostic.ToString()));
                writer.WriteEndElement();
            }
            else
            {
                writer.WriteElementString("system-out", Clean(diagnostic.ToString()));
            }

            writer.WriteEndElement();
        }

        writer.WriteEndElement();
    }

    private static void WriteSuite(XmlWriter writer, string name, int tests, int failures, int skipped)
    {
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", name);
        writer.WriteAttributeString("tests", tests.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("failures", failures.ToString(CultureInfo.InvariantCulture));
        writer.WriteAttributeString("errors", "0");
        writer.WriteAttributeString("skipped", skipped.ToString(CultureInfo.InvariantCulture));
    }

    // Findings are in the order of their rules.
    private static List<List<Finding>> ByRule(CheckOutcome result, IReadOnlyList<Finding> findings)
    {
        List<List<Finding>> cases = [];
        foreach (Finding finding in findings)
        {
            if (!result.Shows(finding) && !result.Fails(finding))
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
            string place = CheckTexts.Place(finding.Object.Origin);
            text.Append(text.Length == 0 ? "" : "\n");
            text.Append(place.Length == 0 ? "" : place + ": ").Append(finding.Path.Length == 0 ? "" : finding.Path + ": ");
            text.Append(finding.Message).Append("; ").Append(finding.Fix);
        }

        return Clean(text.ToString());
    }

    // XML cannot say most control characters at all.
    private static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            bool isSound = isPair || (XmlConvert.IsXmlChar(text[i]) && text[i] is not (>= '\u007F' and <= '\u009F'));
            if (!isSound)
            {
                clean ??= new StringBuilder(text, 0, i, text.Length);
                continue;
            }

            clean?.Append(text, i, isPair ? 2 : 1);
            i += isPair ? 1 : 0;
        }

        return clean?.ToString() ?? text;
    }
}

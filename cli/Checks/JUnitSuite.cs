using System.Globalization;
using System.Text;
using System.Xml;
using Rampart.Cli.Terminals;

namespace Rampart.Cli.Checks;

/// <summary>A suite in JUnit's XML, as Jenkins' schema junit-10 has it. There are no times: a check takes none worth telling.</summary>
/// <param name="Name">The name, which no other suite of the report has.</param>
/// <param name="Class">What the cases are about.</param>
/// <param name="File">The file; empty for none.</param>
/// <param name="Cases">The cases.</param>
internal sealed record JUnitSuite(string Name, string Class, string File, IReadOnlyList<JUnitCase> Cases)
{
    /// <summary>How many cases failed.</summary>
    public int Failures => Cases.Count(static each => each.Failure is not null);

    /// <summary>Writes the suite.</summary>
    public void Write(XmlWriter writer)
    {
        writer.WriteStartElement("testsuite");
        writer.WriteAttributeString("name", Clean(Name));
        WriteNumber(writer, "tests", Cases.Count);
        WriteNumber(writer, "failures", Failures);
        WriteNumber(writer, "errors", 0);
        WriteNumber(writer, "skipped", Cases.Count(static each => each.Skipped is not null));
        if (File.Length > 0)
        {
            writer.WriteAttributeString("file", Clean(File));
        }

        foreach (JUnitCase each in Cases)
        {
            Write(writer, each);
        }

        writer.WriteEndElement();
    }

    /// <summary>Writes an attribute.</summary>
    public static void WriteNumber(XmlWriter writer, string name, int number) =>
        writer.WriteAttributeString(name, number.ToString(CultureInfo.InvariantCulture));

    /// <summary>A text with escapes for what XML cannot say, as most control characters.</summary>
    public static string Clean(string text)
    {
        StringBuilder? clean = null;
        for (int i = 0; i < text.Length; i++)
        {
            bool isPair = i + 1 < text.Length && char.IsSurrogatePair(text[i], text[i + 1]);
            bool isSound = isPair || (XmlConvert.IsXmlChar(text[i]) && text[i] is not (>= '\u007F' and <= '\u009F'));
            if (!isSound)
            {
                PlainLine.AppendEscaped(clean ??= new StringBuilder(text, 0, i, text.Length), text[i], always: true);
                continue;
            }

            clean?.Append(text, i, isPair ? 2 : 1);
            i += isPair ? 1 : 0;
        }

        return clean?.ToString() ?? text;
    }

    private void Write(XmlWriter writer, JUnitCase each)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("name", Clean(each.Name));
        writer.WriteAttributeString("classname", Clean(Class));
        if (each.Failure is { } failure)
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("type", failure.Type);
            writer.WriteAttributeString("message", Clean(failure.Message));
            writer.WriteString(Clean(failure.Text));
            writer.WriteEndElement();
        }
        else if (each.Skipped is { } reason)
        {
            writer.WriteStartElement("skipped");
            writer.WriteAttributeString("message", Clean(reason));
            writer.WriteEndElement();
        }
        else if (each.Output.Length > 0)
        {
            writer.WriteElementString("system-out", Clean(each.Output));
        }

        writer.WriteEndElement();
    }
}

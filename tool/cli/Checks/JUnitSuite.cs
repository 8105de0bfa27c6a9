using System.Globalization;
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
        writer.WriteAttributeString("name", PlainLine.Of(Name));
        WriteNumber(writer, "tests", Cases.Count);
        WriteNumber(writer, "failures", Failures);
        WriteNumber(writer, "errors", 0);
        WriteNumber(writer, "skipped", Cases.Count(static each => each.Skipped is not null));
        if (File.Length > 0)
        {
            writer.WriteAttributeString("file", PlainLine.Of(File));
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

    private void Write(XmlWriter writer, JUnitCase each)
    {
        writer.WriteStartElement("testcase");
        writer.WriteAttributeString("name", PlainLine.Of(each.Name));
        writer.WriteAttributeString("classname", PlainLine.Of(Class));
        if (each.Failure is { } failure)
        {
            writer.WriteStartElement("failure");
            writer.WriteAttributeString("type", failure.Type);
            writer.WriteAttributeString("message", PlainLine.Of(failure.Message));
            writer.WriteString(PlainLine.Lines(failure.Text));
            writer.WriteEndElement();
        }
        else if (each.Skipped is { } reason)
        {
            writer.WriteStartElement("skipped");
            writer.WriteAttributeString("message", PlainLine.Of(reason));
            writer.WriteEndElement();
        }
        else if (each.Output.Length > 0)
        {
            writer.WriteElementString("system-out", PlainLine.Lines(each.Output));
        }

        writer.WriteEndElement();
    }
}

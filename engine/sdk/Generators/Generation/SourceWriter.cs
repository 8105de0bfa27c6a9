using System.Text;

namespace Pulumi.Generators.Generation;

/// <summary>Writes indented C#; lines end with <c>\n</c> on every machine.</summary>
internal sealed class SourceWriter
{
    private const int IndentWidth = 4;

    private readonly StringBuilder _text = new();
    private int _indent;

    public SourceWriter Line(string line = "")
    {
        if (line.Length > 0)
        {
            _text.Append(' ', _indent * IndentWidth).Append(line);
        }

        _text.Append('\n');
        return this;
    }

    public SourceWriter Open(string? line = null)
    {
        if (line is not null)
        {
            Line(line);
        }

        Line("{");
        _indent++;
        return this;
    }

    public SourceWriter Close()
    {
        _indent--;
        return Line("}");
    }

    /// <summary>Writes a summary; nothing when there is none.</summary>
    public SourceWriter Summary(string summary)
    {
        if (summary.Length == 0)
        {
            return this;
        }

        Line("/// <summary>");
        foreach (string line in summary.Split('\n'))
        {
            Line(line.Length == 0 ? "///" : "/// " + Escape(line));
        }

        return Line("/// </summary>");
    }

    /// <summary>The text as a C# string literal.</summary>
    public static string Literal(string text) => "\"" + text.Replace("\\", "\\\\").Replace("\"", "\\\"") + "\"";

    // Quotes need no escape in text, and documentation is full of them.
    private static string Escape(string text) => text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;");

    public override string ToString() => _text.ToString();
}

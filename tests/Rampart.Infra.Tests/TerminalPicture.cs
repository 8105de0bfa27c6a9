using System.Globalization;
using System.Security;
using System.Text;

namespace Rampart.Infra.Tests;

/// <summary>A picture of a terminal, as SVG that follows the reader's light or dark theme.</summary>
internal static class TerminalPicture
{
    private const int Columns = 112;
    private const double CharacterWidth = 7.83;
    private const int LineHeight = 18;
    private const int Margin = 16;

    /// <summary>The picture of a command and what it prints; longer lines are cut.</summary>
    public static string Draw(string command, IEnumerable<string> output)
    {
        string[] lines = [$"$ {command}", .. output.Select(static line => line.Length > Columns ? line[..(Columns - 1)] + "…" : line)];
        int width = (int)(Columns * CharacterWidth) + (2 * Margin), height = (lines.Length * LineHeight) + (2 * Margin);
        StringBuilder svg = new();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" role=\"img\" aria-label=\"{SecurityElement.Escape(command)}\">\n");
        svg.Append("<style>rect{fill:#f6f8fa}text{fill:#1f2328;font:13px ui-monospace,Menlo,Consolas,monospace;white-space:pre}")
            .Append("@media(prefers-color-scheme:dark){rect{fill:#161b22}text{fill:#e6edf3}}</style>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<rect width=\"{width}\" height=\"{height}\" rx=\"8\"/>\n");
        for (int i = 0; i < lines.Length; i++)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{Margin}\" y=\"{Margin + ((i + 1) * LineHeight) - 5}\" xml:space=\"preserve\">{SecurityElement.Escape(lines[i])}</text>\n");
        }

        return svg.Append("</svg>\n").ToString();
    }
}

using System.CommandLine;
using Rampart.Cli.Terminals;
using Rampart.Rules.Catalogue;

namespace Rampart.Cli.Catalogues;

/// <summary>The formats in which rules and other diagnostics are shown.</summary>
public static class CatalogueFormat
{
    private const string Text = "text";
    private const string Json = "json";
    private const string Markdown = "markdown";

    /// <summary>Creates the option.</summary>
    public static Option<string> CreateOption()
    {
        Option<string> format = new("--format")
        {
            Description = "text, json or markdown.",
            DefaultValueFactory = static _ => Text,
        };
        format.AcceptOnlyFromAmong(Text, Json, Markdown);
        return format;
    }

    /// <summary>Writes entries.</summary>
    /// <param name="configuration">Where to.</param>
    /// <param name="format">The option's value.</param>
    /// <param name="entries">The entries.</param>
    /// <param name="isList">Whether a line for each is enough as text; all that is known of each is written otherwise.</param>
    public static void Write(InvocationConfiguration configuration, string? format, IReadOnlyList<CatalogueEntry> entries, bool isList)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        ArgumentNullException.ThrowIfNull(entries);
        if (format == Json)
        {
            ReportStream.Write(configuration, stream => RuleJson.Write(stream, entries));
            return;
        }

        ReportStream.WriteText(configuration, output =>
        {
            if (format == Markdown)
            {
                RuleMarkdown.Write(output, entries);
                return;
            }

            Palette palette = Palette.ForOutput(configuration.Output);
            if (isList)
            {
                RuleText.WriteList(output, palette, entries);
                return;
            }

            for (int i = 0; i < entries.Count; i++)
            {
                output.Write(i == 0 ? "" : "\n");
                RuleText.WriteRule(output, palette, entries[i]);
            }
        });
    }
}

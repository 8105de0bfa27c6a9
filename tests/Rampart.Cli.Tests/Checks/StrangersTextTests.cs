using System.Globalization;
using System.Text;
using System.Text.Json;
using Rampart.Cli.Checks;

namespace Rampart.Cli.Tests.Checks;

/// <summary>What names, files, paths and messages that anybody may have written do to a terminal and to a build, in every format of a report.</summary>
public sealed class StrangersTextTests
{
    private const string Hostile =
        "a\n::error::b\r\n  ::set-output name=c::d\n##vso[task.complete]\n##[group]e##TeamCity[f]\e[2J\e]0;g\a\u009B2J\u0085\u2028\u202Eh\u2066i\u200B\uD83Dj\uFFFE\U000E0041\U000E007Fk😀é";

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("junit")]
    [InlineData("sarif")]
    [InlineData("json")]
    public void Report_HostileTexts_CommandNothing(string format)
    {
        string report = Write(format, Check());

        string[] lines = report.Split('\n');
        Assert.DoesNotContain(lines, static line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        Assert.DoesNotContain("##[", report, StringComparison.Ordinal);
        Assert.DoesNotContain("##vso[", report, StringComparison.Ordinal);
        Assert.DoesNotContain("##teamcity[", report, StringComparison.OrdinalIgnoreCase);
        Assert.All(report.EnumerateRunes(), static character => Assert.True(
            character.Value == '\n' || Rune.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.OtherNotAssigned),
            $"U+{character.Value:X4}"));
        Assert.Contains("é", report, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_HostileTexts_AreReadAsTheyWere()
    {
        using JsonDocument report = JsonDocument.Parse(Write("json", Check()));

        JsonElement item = report.RootElement.GetProperty("objects")[0];
        string expected = Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(Hostile));
        Assert.Equal(expected, item.GetProperty("name").GetString());
        Assert.Equal(expected, item.GetProperty("findings")[0].GetProperty("message").GetString());
    }

    private static CheckOutcome Check() => SampleCheck.OfOne(
        Hostile, Hostile + ".yaml", static finding => finding with { Path = Hostile, Message = Hostile, Found = Hostile, Allowed = Hostile, Fix = Hostile });

    private static string Write(string format, CheckOutcome check) => format switch
    {
        "text" => CheckReportTests.Text(check),
        "markdown" => CheckMarkdownReportTests.Markdown(check),
        "junit" => CheckReportTests.Write(CheckJUnitReport.Write, check),
        "sarif" => CheckReportTests.Write(CheckSarifReport.Write, check),
        _ => CheckReportTests.Write(CheckJsonReport.Write, check),
    };
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using Rampart.Cli.Checks;
using Rampart.Cli.Terminals;
using Rampart.Rules.Diagnostics;
using Rampart.Tests.Shared;

namespace Rampart.Cli.Tests.Checks;

public sealed class CheckReportTests
{
    [Fact]
    public void Text_EveryKindOfFinding_IsShownInThisText() => GoldenFile.Verify("check.txt", Text(SampleCheck.OfFiles()));

    [Fact]
    public void Text_LowestSeverity_HidesFindingsAndSaysSo()
    {
        string text = Text(SampleCheck.OfFiles(DiagnosticSeverity.Error));

        Assert.DoesNotContain("RMP1009", text, StringComparison.Ordinal);
        Assert.EndsWith("; 3 below --severity error not shown\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_NamesAndMessages_CannotDrawOnATerminal()
    {
        string text = Text(SampleCheck.OfOne("a\e[31mb\u202Ec", "d\u009B2J.yaml", static finding => finding with { Message = "e\r\nf\u2028g\u0007", Fix = "h\u2066i" }));

        Assert.StartsWith("Secret prod/a\\u001B[31mb\\u202Ec  d\\u009B2J.yaml:2\n  error   RMP1007 privileged spec: e\\r\\nf\\u2028g\\u0007; h\\u2066i\n\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain(text, static character => character != '\n' && (char.IsControl(character) || char.GetUnicodeCategory(character) == UnicodeCategory.Format));
    }

    [Theory]
    [InlineData("##vso[task.setvariable variable=x]y", "#\\u0023vso[task.setvariable variable=x]y")]
    [InlineData("a ##[error]b", "a #\\u0023[error]b")]
    [InlineData("##teamcity[x]", "#\\u0023teamcity[x]")]
    [InlineData("## title", "## title")]
    public void Text_CommandsOfBuildServices_AreBroken(string message, string expected)
    {
        string text = Text(SampleCheck.OfOne("a", "b.yaml", finding => finding with { Message = message }));

        Assert.Contains($" spec: {expected}; ", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Text_Diagnostic_CannotDrawOnATerminal()
    {
        using StringWriter output = new() { NewLine = "\n" };

        DiagnosticText.Write(output, new Palette(isColored: false), [new Diagnostic("RMP7030", DiagnosticSeverity.Error, "a\e[2J.yaml", "", "gone", "name another")]);

        Assert.Equal("a\\u001B[2J.yaml: error RMP7030: gone; name another\n1 error; nothing has been planned\n", output.ToString());
    }

    [Fact]
    public void Json_EveryKindOfFinding_IsInThisForm() => GoldenFile.Verify("check.json", Write(CheckJsonReport.Write, SampleCheck.OfFiles()));

    [Fact]
    public void Json_Stack_NamesResources()
    {
        using JsonDocument report = JsonDocument.Parse(Write(CheckJsonReport.Write, SampleCheck.OfStack()));

        Assert.Equal(
            """{"file":"","line":0,"urn":"urn:pulumi:dev::app::kubernetes:apps/v1:Deployment::web"}""",
            JsonSerializer.Serialize(report.RootElement.GetProperty("objects")[0].GetProperty("source")));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Json_Report_FitsItsSchema(bool isStack)
    {
        string report = Write(CheckJsonReport.Write, isStack ? SampleCheck.OfStack() : SampleCheck.OfFiles());

        Assert.Equal("", ReportSchema.Problems(report));
    }

    [Theory]
    [InlineData("\"severity\": \"error\"", "\"severity\": \"fatal\"")]
    [InlineData("\"path\"", "\"way\"")]
    [InlineData("\"allowed\": false", "\"allowed\": \"no\"")]
    public void Schema_AnotherForm_IsRefused(string right, string wrong) => Assert.NotEqual(
        "", ReportSchema.Problems(Write(CheckJsonReport.Write, SampleCheck.OfFiles()).Replace(right, wrong, StringComparison.Ordinal)));

    [Fact]
    public void ExitCode_FailOn_DecidesWhatCounts() => Assert.Equal(
        (1, 1, 0),
        (SampleCheck.OfFiles().ExitCode, SampleCheck.OfFiles(failOn: DiagnosticSeverity.Info).ExitCode, SampleCheck.OfFiles(failOn: null).ExitCode));

    internal static string Write(Action<Stream, CheckOutcome> write, CheckOutcome result)
    {
        using MemoryStream stream = new();
        write(stream, result);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    internal static string Text(CheckOutcome result)
    {
        using StringWriter output = new() { NewLine = "\n" };
        new CheckTextReport(output, new Palette(isColored: false)).Write(result);
        return output.ToString();
    }
}

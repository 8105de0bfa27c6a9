using Rampart.Cli.Checks;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Reports;
using Rampart.Tests.Shared;

namespace Rampart.Cli.Tests.Checks;

public sealed class CheckMarkdownReportTests
{
    [Fact]
    public void Markdown_EveryKindOfFinding_IsShownInThisText() => GoldenFile.Verify("check.md", Markdown(SampleCheck.OfFiles()));

    [Theory]
    [InlineData("a|b`c*d_e[f](g)<h>~i\\", """a\|b\`c\*d\_e\[f\](g)&lt;h&gt;\~i\\""")]
    [InlineData("<img src=x onerror=y>&lt;b&gt;", "&lt;img src=x onerror=y&gt;&amp;lt;b&amp;gt;")]
    [InlineData("http://e)<b> HTTPS://e www.e Www.e", "http&#58;//e)&lt;b&gt; HTTPS&#58;//e www&#46;e Www&#46;e")]
    [InlineData("a\nb\r\nc\td\u0000e\u001b[31mf\u0085g\u2028h\u202Ei", """a\\nb\\r\\nc\\td\\u0000e\\u001B\[31mf\\u0085g\\u2028h\\u202Ei""")]
    [InlineData("@octocat (@org/team) é@you", "@&#8203;octocat (@&#8203;org/team) é@&#8203;you")]
    [InlineData("app@sha256:0 1@2 @ @* @", """app@sha256:0 1@2 @ @\* @""")]
    [InlineData("#12 org/app#3 #a", """\#&#8203;12 org/app\#&#8203;3 \#a""")]
    [InlineData("$(POD) and $x", "<span>$</span>(POD) and <span>$</span>x")]
    [InlineData("</details></summary>", "&lt;/details&gt;&lt;/summary&gt;")]
    [InlineData("😀é", "😀é")]
    public void Markdown_NamesAndMessages_StandForThemselves(string text, string expected)
    {
        string name = text.Replace("\n", "", StringComparison.Ordinal);
        string[] lines = Markdown(SampleCheck.OfOne("web", "web.yaml", finding => finding with { Message = text, Fix = name })).Split('\n');

        string row = Assert.Single(lines, static line => line.StartsWith("| error | [RMP1007](", StringComparison.Ordinal));
        Assert.StartsWith($"| error | [RMP1007](https://kubernetes.io/docs/concepts/security/pod-security-standards/) privileged | Secret prod/web | spec | {expected} | ", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Markdown_NameOfAnObject_IsEscapedWhereverItIs()
    {
        string text = Markdown(SampleCheck.OfOne("@a|<b>", "@c|d.yaml"));

        Assert.Contains("\n| Secret prod/@&#8203;a\\|&lt;b&gt; | @&#8203;c\\|d.yaml:2 | not evaluated | 1 | 0 | 0 | 0 | 0 |\n", text, StringComparison.Ordinal);
        Assert.Contains("| [RMP1007](https://kubernetes.io/docs/concepts/security/pod-security-standards/) privileged | Secret prod/@&#8203;a\\|&lt;b&gt; | spec |", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(250)]
    [InlineData(20_000)]
    public void Markdown_ManyFindings_FitInAComment(int count)
    {
        string text = Markdown(SampleCheck.OfMany(count));

        string[] lines = text.Split('\n');
        string[] rows = [.. lines.Where(static line => line.Contains(" | [RMP1", StringComparison.Ordinal) && line.Contains("spec.field", StringComparison.Ordinal))];
        int leftOut = (5 * count) - rows.Length;
        Assert.InRange(text.Length, 1, CheckMarkdownReport.MostCharacters);
        Assert.Equal(
            leftOut == 0 ? 0 : 1,
            lines.Count(line => line == $"**{leftOut} of {5 * count} findings are left out here**, the least severe first, since a comment has no room for them: `check --format text` shows all."));

        // Those that are there are the most severe, in order, and as many as there is room for.
        string[] states = [.. ((string[])["error", "warning", "info", "unknown", "waived"]).SelectMany(state => Enumerable.Repeat(state, count))];
        Assert.Equal(states[..rows.Length], rows.Select(static row => row.Split(" | ")[0][2..]));
        Assert.True(leftOut == 0 || text.Length > CheckMarkdownReport.MostCharacters - 700);
    }

    [Fact]
    public void Markdown_EverythingTooLong_KeepsVerdictNumbersAndChecklist()
    {
        string flood = string.Concat(Enumerable.Repeat("$@a<|&#1", 3_000));
        CheckOutcome many = SampleCheck.OfMany(2_000);
        ObjectReport one = many.Report.Objects[0];
        CheckReport report = many.Report with
        {
            Objects = [.. Enumerable.Repeat(one with { Findings = [.. one.Findings.Take(20).Select(finding => finding with { Message = flood, Fix = flood })] }, 300)],
            Checklist = [.. Enum.GetValues<ChecklistPoint>().Select(point => new ChecklistItem(point, ChecklistState.Broken, flood))],
            Diagnostics = [.. Enumerable.Repeat(new Diagnostic("RMP7201", DiagnosticSeverity.Error, flood, "k", flood, flood), 500)],
        };

        string text = Markdown(many with { Report = report });

        Assert.InRange(text.Length, 1, CheckMarkdownReport.MostCharacters);
        Assert.StartsWith("## Rampart check failed\n\n300 objects: 500 errors, ", text, StringComparison.Ordinal);
        string checklist = text[..text.IndexOf("</details>", StringComparison.Ordinal)];
        Assert.All(Enum.GetValues<ChecklistPoint>(), point => Assert.Contains($"\n| broken | {point.Title()} | ", checklist, StringComparison.Ordinal));
        Assert.Equal(text.Split("<details>").Length, text.Split("</details>").Length);
        Assert.Contains(" of 6000 findings are left out here**", text, StringComparison.Ordinal);
        Assert.DoesNotContain("@a", text, StringComparison.Ordinal);
        Assert.All(text.Split('\n').Where(static line => line.StartsWith("| broken ", StringComparison.Ordinal)), static line => Assert.EndsWith("… |", line, StringComparison.Ordinal));
    }

    internal static string Markdown(CheckOutcome result)
    {
        using StringWriter output = new() { NewLine = "\n" };
        CheckMarkdownReport.Write(output, result);
        return output.ToString();
    }
}

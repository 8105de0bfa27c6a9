using System.Globalization;
using System.Text;
using System.Text.Json;
using Rampart.Cli.Catalogues;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Tests.Shared;

namespace Rampart.Cli.Tests.Commands;

public sealed class RulesCommandTests
{
    private const string Introduction =
        """
        What `check` looks for, in the order of the numbers. A number is never used again, and a name stays, too. Severities are those that
        hold where nobody says otherwise; [check.md](../check.md) tells how to change or waive them. `rampart explain NUMBER` prints the same.
        """;

    private static readonly (string File, string Title)[] Pages =
    [
        .. Enum.GetValues<RuleCategory>().Select(static category => ($"{Hyphenated(category.ToString())}.md", category.Title())),
        ("diagnostics.md", "Other diagnostics"),
    ];

    [Fact]
    public void Documentation_Pages_HaveAllNumbersOnce()
    {
        Dictionary<string, string> pages = Pages.ToDictionary(static page => page.File, static page => Page(page.Title));
        pages.Add("README.md", Index());

        GoldenFile.VerifyFolder("../../../../docs/rules", pages);
        Assert.All(DiagnosticCatalogue.All, entry => Assert.Single(pages.Values, text => text.Contains($"\n## {entry.Id}\n", StringComparison.Ordinal)));
    }

    private static string Hyphenated(string name) =>
        string.Concat(name.Select(static (letter, index) => char.IsAsciiLetterUpper(letter) ? $"{(index > 0 ? "-" : "")}{char.ToLowerInvariant(letter)}" : letter.ToString()));

    private static CatalogueEntry[] EntriesOf(string title) =>
        [.. DiagnosticCatalogue.All.Where(entry => (entry.Rule?.Category.Title() ?? Pages[^1].Title) == title)];

    private static string Page(string title)
    {
        using StringWriter output = new() { NewLine = "\n" };
        output.Write($"# {title}\n\n{(title == Pages[^1].Title ? "What commands, programs and generators report besides the rules. `rampart explain NUMBER` prints the same." : Introduction)}\n\n");
        RuleMarkdown.Write(output, EntriesOf(title));
        return output.ToString();
    }

    private static string Index()
    {
        StringBuilder text = new("# Rules and diagnostics\n\n");
        text.Append("Everything that has a number. `rampart explain` finds them by number, by name and by the ids of other scanners; `rampart rules` lists the rules.\n\n| Page | Numbers |\n|---|---:|\n");
        foreach ((string file, string title) in Pages)
        {
            text.Append(CultureInfo.InvariantCulture, $"| [{title}]({file}) | {EntriesOf(title).Length} |\n");
        }

        text.Append("\n## Ranges\n\nA number that is retired is never used again.\n\n| From | To | About | In use | Retired |\n|---|---|---|---:|---|\n");
        foreach (DiagnosticRange range in DiagnosticRange.All)
        {
            CatalogueEntry[] entries = [.. DiagnosticCatalogue.All.Where(entry => DiagnosticRange.Of(entry.Id) == range)];
            string retired = string.Join(", ", entries.Where(static entry => entry.Severity is null).Select(static entry => entry.Id));
            text.Append(CultureInfo.InvariantCulture, $"| RMP{range.First} | RMP{range.Last} | {range.Title} | {entries.Count(static entry => entry.Severity is not null)} | {retired} |\n");
        }

        return text.ToString();
    }

    [Fact]
    public async Task Rules_Markdown_HasASectionForEachRule()
    {
        (int exitCode, string output, string error) = await Run("rules", "--format", "markdown");

        Assert.Equal((ExitCodes.Success, ""), (exitCode, error));
        Assert.All(RuleCatalogue.All, rule => Assert.Contains($"\n## {rule.Id}\n", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_Text_HasALineForEachRule()
    {
        (_, string output, _) = await Run("rules");

        Assert.All(RuleCatalogue.All, rule => Assert.Contains($"  {rule.Id}  {rule.Name}", output, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Rules_ByNumberAndName_ShowsAllOfThem()
    {
        (int exitCode, string output, string error) = await Run("rules", "RMP1007", "privileged", "read-only-root-filesystem");

        Assert.Equal((ExitCodes.Success, ""), (exitCode, error));
        Assert.StartsWith(
            """
            RMP1007 privileged
              No container runs privileged, which switches almost all isolation off.
              category   Pod security
              severity   error
              allowed    privileged false or unset
              fix        remove securityContext.privileged
              guide      Pod Security Standards
              checklist  Pod Security Standards enforced (restricted profile)
              also       kube-linter:privileged-container, polaris:runAsPrivileged, checkov:CKV_K8S_16, kubescape:C-0057, trivy:KSV-0017, kube-score:container-security-context-privileged, kubesec:Privileged
              CIS        5.2.2
              NSA        Pod security enforcement
              page       https://kubernetes.io/docs/concepts/security/pod-security-standards/
              may break  What reaches devices or the kernel of the node; look for a capability or a device plugin that suffices.
              bad
                containers:
                - name: app
                  securityContext: {privileged: true}
              good
                containers:
                - name: app
                  securityContext: {privileged: false}

            RMP1101 read-only-root-filesystem

            """,
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rules_Json_HasEveryField()
    {
        (_, string output, _) = await Run("rules", "--format", "json");

        using JsonDocument rules = JsonDocument.Parse(output);
        Assert.Equal(RuleCatalogue.All.Select(static rule => rule.Id), rules.RootElement.EnumerateArray().Select(static rule => rule.GetProperty("id").GetString()));
        Assert.All(rules.RootElement.EnumerateArray(), static rule => Assert.Equal(
            ["id", "name", "category", "severity", "summary", "allowed", "fix", "guide", "checklist", "otherIds", "cis", "nsa", "page", "bad", "good", "breaks"],
            rule.EnumerateObject().Select(static property => property.Name)));
    }

    [Fact]
    public async Task Rules_Unknown_AreToldTogetherWithWhatWasMeant() => Assert.Equal(
        (ExitCodes.BadInput, "", "error: there is no rule 'privledged'; did you mean 'privileged'?\nerror: there is no rule 'x'; give a number or a name that `rules` lists\n"),
        await Run("rules", "privledged", "RMP1007", "x"));

    private static async Task<(int ExitCode, string Output, string Error)> Run(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int exitCode = await RampartProgram.RunCommandAsync(args, new SmallProgram(), new System.CommandLine.InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }
}

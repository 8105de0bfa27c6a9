using System.Text.Json;
using Rampart.Rules.Catalogue;

namespace Rampart.Cli.Tests.Commands;

public sealed class ExplainCommandTests
{
    [Theory]
    [InlineData("RMP7201", "RMP7201 waiver-expired\n  The last day of a waiver is over")]
    [InlineData("rmp7201", "RMP7201 waiver-expired\n")]
    [InlineData("7201", "RMP7201 waiver-expired\n")]
    [InlineData("RMP1017", "RMP1017 runAsNonRoot\n")]
    [InlineData("run-as-non-root", "RMP1017 runAsNonRoot\n")]
    [InlineData("ckv_k8s_22", "RMP1101 read-only-root-filesystem\n")]
    [InlineData("checkov:CKV_K8S_22", "RMP1101 read-only-root-filesystem\n")]
    [InlineData("KSV-0014", "RMP1101 read-only-root-filesystem\n")]
    [InlineData("KSV014", "RMP1101 read-only-root-filesystem\n")]
    [InlineData("AVD-KSV-0014", "RMP1101 read-only-root-filesystem\n")]
    [InlineData("trivy:ksv14", "RMP1101 read-only-root-filesystem\n")]
    [InlineData("C-0017", "RMP1101 read-only-root-filesystem\n")]
    [InlineData("no-read-only-root-fs", "RMP1101 read-only-root-filesystem\n")]
    [InlineData("kube-linter:no-read-only-root-fs", "RMP1101 read-only-root-filesystem\n")]
    [InlineData("cis:5.2.2", "RMP1007 privileged\n")]
    [InlineData("RMP2052", "RMP2052 (retired)\n")]
    public async Task Explain_AnySpelling_FindsIt(string text, string expected)
    {
        (int exitCode, string output, string error) = await Run("explain", text);

        Assert.Equal((ExitCodes.Success, ""), (exitCode, error));
        Assert.StartsWith(expected, output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_EveryNumberNameAndForeignId_FindsItsEntry()
    {
        foreach (CatalogueEntry entry in DiagnosticCatalogue.All)
        {
            Assert.Equal([entry], DiagnosticCatalogue.Search(entry.Id));
            Assert.All(entry.OtherIds.Append(entry.Name).Where(static id => id.Length > 0), id => Assert.Contains(entry, DiagnosticCatalogue.Search(id)));
        }

        Assert.Equal(ExitCodes.Success, (await Run(["explain", .. DiagnosticCatalogue.All.Select(static entry => entry.Id)])).ExitCode);
    }

    [Fact]
    public async Task Explain_IdOfSeveralRules_ShowsAllOfThem()
    {
        (_, string output, _) = await Run("explain", "C-0057");

        Assert.Contains("RMP1002 capabilities_baseline\n", output, StringComparison.Ordinal);
        Assert.Contains("\nRMP1007 privileged\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Text_ShowsAllThatIsKnown()
    {
        (_, string output, _) = await Run("explain", "allowprivilegeescalation");

        Assert.StartsWith(
            """
            RMP1013 allowPrivilegeEscalation
              No process gains more privileges than the one that started it.
              category   Pod security
              severity   error

            """,
            output,
            StringComparison.Ordinal);
        Assert.EndsWith(
            """
              CIS        5.2.6
              NSA        Pod security enforcement
              page       https://kubernetes.io/docs/concepts/security/pod-security-standards/
              may break  Programs that call sudo, su or ping with a setuid bit.
              bad
                containers:
                - name: app
                  securityContext: {allowPrivilegeEscalation: true}
              good
                containers:
                - name: app
                  securityContext: {allowPrivilegeEscalation: false}

            """,
            output,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Json_HasTheSameMembersForAll()
    {
        (_, string output, _) = await Run("explain", "RMP1013", "RMP7201", "RMP2052", "--format", "json");

        using JsonDocument entries = JsonDocument.Parse(output);
        string[] members = ["id", "name", "category", "severity", "summary", "allowed", "fix", "guide", "checklist", "otherIds", "cis", "nsa", "page", "bad", "good", "breaks"];
        Assert.Equal(3, entries.RootElement.GetArrayLength());
        Assert.All(entries.RootElement.EnumerateArray(), entry => Assert.Equal(members, entry.EnumerateObject().Select(static property => property.Name)));
    }

    [Fact]
    public async Task Explain_Markdown_HasAHeadingForEach()
    {
        (_, string output, _) = await Run("explain", "RMP7201", "waiver-unused", "--format", "markdown");

        Assert.Contains("\n## RMP7201\n\n**waiver-expired**\n\n", output, StringComparison.Ordinal);
        Assert.Contains("\n## RMP7202\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Explain_Unknown_AreToldTogetherWithWhatWasMeant()
    {
        const string Usage = "give a number, a name, or the id of another scanner, e.g. RMP1017, run-as-non-root or CKV_K8S_22; `rules` lists all rules";
        Assert.Equal(
            (
                ExitCodes.BadInput,
                "",
                $"error: nothing is called 'privledged'; did you mean 'privileged'?\nerror: nothing is called 'xyzzy'; {Usage}\n"
                + "error: nothing is called 'trivy:CKV_K8S_22'; did you mean 'CKV_K8S_22'?\nerror: nothing is called ''; " + Usage + "\n"),
            await Run("explain", "privledged", "RMP1007", "xyzzy", "trivy:CKV_K8S_22", ""));
    }

    [Fact]
    public async Task Explain_PartOfNames_NamesThem()
    {
        (int exitCode, _, string error) = await Run("explain", "advisories");

        Assert.Equal((ExitCodes.BadInput, "error: nothing is called 'advisories'; did you mean 'spicedb-advisories'?\n"), (exitCode, error));
    }

    [Fact]
    public async Task Explain_Nothing_SaysWhatToGive()
    {
        (int exitCode, string output, string error) = await Run("explain");

        Assert.Equal((ExitCodes.BadInput, ""), (exitCode, output));
        Assert.StartsWith("error: explain what? give a number, a name, or the id of another scanner", error, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output, string Error)> Run(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int exitCode = await RampartProgram.RunCommandAsync(args, new SmallProgram(), new System.CommandLine.InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }
}

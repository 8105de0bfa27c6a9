using System.Text.Json;
using Rampart.Rules.Catalogue;
using Rampart.Tests.Shared;

namespace Rampart.Cli.Tests.Commands;

public sealed class RulesCommandTests
{
    private const string Introduction =
        """
        # Rules

        What `check` holds objects against, in the order of the numbers. A number is never reused; a name stays, too. The rules of
        category "Pod security" that have the name of an upstream check are the Pod Security Standards, with the words of Kubernetes'
        own evaluator. Severities are those that hold where nobody says otherwise; [check.md](check.md) tells how to change or waive them.
        This page is written by `rampart rules --format markdown`.


        """;

    [Fact]
    public async Task Rules_Markdown_IsTheDocumentation()
    {
        (int exitCode, string output, string error) = await Run("rules", "--format", "markdown");

        Assert.Equal((ExitCodes.Success, ""), (exitCode, error));
        GoldenFile.Verify("../../../../docs/rules.md", Introduction + output);
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
            ["id", "name", "category", "severity", "summary", "allowed", "fix", "guide", "checklist", "otherIds"],
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

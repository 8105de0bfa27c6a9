using System.Text.Json;
using Rampart.Cli.Tests.Checks;

namespace Rampart.Cli.Tests.Commands;

public sealed class CheckCommandTests
{
    private const string Allowed =
        """
        apiVersion: v1
        kind: ConfigMap
        metadata:
          name: settings

        """;

    private const string Forbidden =
        """
        # a pod
        apiVersion: v1
        kind: Pod
        metadata:
          name: web
          namespace: prod
        spec:
          containers:
          - name: web
            securityContext:
              privileged: true

        """;

    private const string PrivilegedDetail = "privileged (container \"web\" must not set securityContext.privileged=true)";

    [Fact]
    public async Task Check_Stack_TellsFindingsByObject()
    {
        using CommandLine commandLine = new();

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "dev");

        Assert.Equal((ExitCodes.Findings, ""), (exitCode, error));
        Assert.Contains("\nDeployment app/app\n", "\n" + output, StringComparison.Ordinal);
        Assert.Contains("\n  error   RMP1013 allowPrivilegeEscalation spec.template.spec.containers[0].securityContext.allowPrivilegeEscalation: ", output, StringComparison.Ordinal);
        Assert.Contains("\nNot evaluated by Pod Security: 1 Namespace, 1 Secret\n", output, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("preview")]
    public async Task Check_ValueOfAResourceThatIsDeletedFirst_WarnsOfWhatAnUpdateDeletes(string command)
    {
        using CommandLine commandLine = new() { Program = new SmallProgram { TakesValueOfSecret = true } };

        (int exitCode, string output, string error) = await commandLine.RunAsync(command, "dev");

        Assert.Equal((ExitCodes.Findings, ""), (exitCode, error));
        Assert.Contains("a change of stringData of Secret app/app deletes Deployment app/app before it is created again: metadata depends on Secret app/app", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_SecretsThatAreUpdatedInPlace_WarnsOfNothing()
    {
        using CommandLine commandLine = new() { Program = new SmallProgram { TakesValueOfSecret = true } };
        commandLine.Write("Pulumi.dev.yaml", "config:\n  kubernetes:enableSecretMutable: true\n");

        (_, string output, string error) = await commandLine.RunAsync("check", "dev");

        Assert.Equal("", error);
        Assert.DoesNotContain("RMP8", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_Files_GivesTheEvaluatorsWords()
    {
        using CommandLine commandLine = new();
        commandLine.Write("web.yaml", Forbidden);

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "-f", "web.yaml", "--format", "json", "--level", "baseline", "--version", "v1.20");

        Assert.Equal((ExitCodes.Findings, ""), (exitCode, error));
        using JsonDocument report = JsonDocument.Parse(output);
        JsonElement item = report.RootElement.GetProperty("objects")[0];
        Assert.Equal("""{"file":"web.yaml","line":2}""", JsonSerializer.Serialize(item.GetProperty("source")));
        JsonElement podSecurity = item.GetProperty("podSecurity");
        Assert.Equal(
            ("baseline", "v1.20", false, "privileged", PrivilegedDetail),
            (podSecurity.GetProperty("level").GetString(), podSecurity.GetProperty("version").GetString(), podSecurity.GetProperty("allowed").GetBoolean(), podSecurity.GetProperty("reason").GetString(), podSecurity.GetProperty("detail").GetString()));
        Assert.Equal("", ReportSchema.Problems(output));
    }

    [Fact]
    public async Task Check_FilesAndAProgram_AreAContradiction()
    {
        using CommandLine commandLine = new();
        commandLine.Write("web.yaml", Forbidden);

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "-f", "web.yaml", "--", "no-such-program");

        Assert.Equal((ExitCodes.BadInput, "", "error: --file: a program is named, too, behind --; name a program or files\n"), (exitCode, output, error));
    }

    [Fact]
    public async Task Check_SarifOfFiles_PointsAtTheLineOfTheField()
    {
        using CommandLine commandLine = new();
        commandLine.Write("web.yaml", Allowed + "---\n" + Forbidden);

        (_, string output, _) = await commandLine.RunAsync("check", "-f", "web.yaml", "--format", "sarif");

        using JsonDocument report = JsonDocument.Parse(output);
        JsonElement result = report.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().First(static each => each.GetProperty("ruleId").GetString() == "RMP1007");
        Assert.Equal(
            """{"artifactLocation":{"uri":"web.yaml","uriBaseId":"%SRCROOT%"},"region":{"startLine":16,"startColumn":1,"endLine":16,"endColumn":1}}""",
            JsonSerializer.Serialize(result.GetProperty("locations")[0].GetProperty("physicalLocation")));
    }

    [Theory]
    [InlineData(0, "--fail-on", "never")]
    [InlineData(1, "--fail-on", "error")]
    [InlineData(1, "--fail-on", "info")]
    [InlineData(1, "--severity", "error")]
    [InlineData(2, "--fail-on", "fatal")]
    [InlineData(2, "--level", "privileged")]
    [InlineData(2, "--version", "1.30")]
    [InlineData(2, "--config", "a=b")]
    [InlineData(2, "--settings", "gone.yaml")]
    [InlineData(2, "--file", "gone.yaml")]
    public async Task Check_Options_DecideTheExitCode(int expected, string option, string value)
    {
        using CommandLine commandLine = new();
        commandLine.Write("web.yaml", Forbidden);

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "-f", "web.yaml", option, value);

        Assert.Equal((expected, expected == 2, expected == 2), (exitCode, error.Length > 0, !output.Contains("Checklist", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("error: --file: a stack is named, too; name a stack or files\n", "check", "dev", "-f", "web.yaml")]
    [InlineData("error: --settings: it goes with --file; a stack has its settings in its configuration, below rampart:\n", "check", "--settings", "mine.yaml")]
    public async Task Check_Contradiction_IsBadInput(string expected, params string[] args)
    {
        using CommandLine commandLine = new();

        Assert.Equal((ExitCodes.BadInput, "", expected), await commandLine.RunAsync(args));
    }

    [Fact]
    public async Task Check_BrokenFilesAndSettings_AreToldTogether()
    {
        using CommandLine commandLine = new();
        commandLine.Write("web.yaml", "kind: Pod\n");
        commandLine.Write("rampart.yaml", "level: high\n");

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "-f", "web.yaml");

        Assert.Equal((ExitCodes.BadInput, ""), (exitCode, output));
        Assert.Equal(
            """
            rampart.yaml:1:8: error RMP7051: level: 'high' is not a level to check by; give baseline or restricted
            web.yaml:1:1: error RMP7035: there is no apiVersion; give Kubernetes objects, each with apiVersion and kind
            2 errors; nothing has been checked

            """,
            error);
    }

    [Fact]
    public async Task Check_Waivers_AreShownAndExpiredOnesFail()
    {
        using CommandLine commandLine = new();
        commandLine.Write("web.yaml", Forbidden);
        commandLine.Write(
            "mine.yaml",
            "level: baseline\nwaivers:\n- {rule: privileged, object: Pod/prod/web, reason: drives a device, owner: team, expires: 2999-12-31}\n- {rule: hostPorts, object: Pod/*, reason: r, owner: o, expires: 2020-01-01}\n");

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "-f", "web.yaml", "--settings", "mine.yaml");

        Assert.Equal((ExitCodes.Findings, ""), (exitCode, error));
        Assert.Contains($"  waived  RMP1007 privileged spec.containers[0].securityContext.privileged: {PrivilegedDetail}; waived: drives a device (team, until 2999-12-31)\n", output, StringComparison.Ordinal);
        Assert.Contains("mine.yaml:4: error RMP7201: waivers[1]: the waiver of RMP1005 for Pod/* by o expired on 2020-01-01; ", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("spec.containers[0]", ExitCodes.Findings, 1)]
    [InlineData("spec.containers[1]", ExitCodes.Findings, 1)]
    [InlineData("spec.containers", ExitCodes.Success, 2)]
    public async Task Check_WaiverWithAPath_CoversWhatIsBelowItAndNoMore(string path, int expected, int waived)
    {
        using CommandLine commandLine = new();
        commandLine.Write("web.yaml", Forbidden + "  - name: side\n    securityContext:\n      privileged: true\n");
        commandLine.Write(
            "rampart.yaml",
            $"level: baseline\nseverities: {{image-reference: off}}\nwaivers:\n- {{rule: privileged, object: Pod/prod/web, path: '{path}', reason: r, owner: o, expires: 2999-12-31}}\n");

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "-f", "web.yaml", "--severity", "error");

        Assert.Equal((expected, ""), (exitCode, error));
        Assert.Equal(waived, output.Split("  waived  RMP1007 ").Length - 1);
        Assert.Equal(2 - waived, output.Split("  error   RMP1007 ").Length - 1);
    }

    [Fact]
    public async Task Check_Severities_AreNotSilent()
    {
        using CommandLine commandLine = new();
        commandLine.Write("web.yaml", Forbidden);
        commandLine.Write("rampart.yaml", "severities: {privileged: info, RMP1012: off}\n");

        (_, string output, _) = await commandLine.RunAsync("check", "-f", "web.yaml");

        Assert.Contains("\n  info    RMP1007 privileged ", output, StringComparison.Ordinal);
        Assert.Contains("Rules at another severity than their own:\n  RMP1007 privileged: info instead of error\n  RMP1012 windowsHostProcess: off instead of error\n", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("json")]
    [InlineData("sarif")]
    [InlineData("junit")]
    public async Task Check_SettingsAmongForeignManifests_AreNamedAndWaiveNothing(string format)
    {
        using CommandLine commandLine = new();
        Directory.CreateDirectory(Path.Combine(commandLine.Folder, "foreign", "deep"));
        commandLine.Write("foreign/web.yaml", Forbidden);
        commandLine.Write("foreign/rampart.yaml", "severities: {privileged: off}\n");
        commandLine.Write("foreign/deep/rampart.yaml", "level: baseline\n");

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "-f", "foreign", "--format", format);

        Assert.Equal((ExitCodes.Findings, ""), (exitCode, error));
        Assert.Contains("RMP7120", output, StringComparison.Ordinal);
        Assert.Contains("foreign/rampart.yaml", output, StringComparison.Ordinal);
        Assert.Contains("foreign/deep/rampart.yaml", output, StringComparison.Ordinal);
        Assert.Contains("these settings are not used", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "Pods found by their shape, in kinds that are not Kubernetes' own: 1 Rollout")]
    [InlineData("text", "Rollout prod/web  web.yaml:1  pods by shape at spec.template.spec")]
    [InlineData("markdown", "Pods found by their shape, in kinds that are not Kubernetes' own: 1 Rollout.")]
    [InlineData("json", "\"byShape\": [")]
    [InlineData("sarif", "Pods found by their shape, in kinds that are not Kubernetes' own: 1 Rollout")]
    [InlineData("junit", " (pods by shape at spec.template.spec)")]
    public async Task Check_PodsOfACustomKind_AreToldToBeByShape(string format, string expected)
    {
        using CommandLine commandLine = new();
        commandLine.Write("web.yaml", "apiVersion: argoproj.io/v1alpha1\nkind: Rollout\nmetadata: {name: web, namespace: prod}\nspec:\n  template:\n    spec:\n      containers:\n      - {name: a, image: a, securityContext: {privileged: true}}\n");

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "-f", "web.yaml", "--format", format);

        Assert.Equal((ExitCodes.Findings, ""), (exitCode, error));
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.Contains("privileged", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_KubernetesNamespaceOfTheStack_IsThatOfObjectsWithoutOne()
    {
        using CommandLine commandLine = new()
        {
            Program = new SmallProgram
            {
                More = static async (monitor, stack) => await monitor.RegisterResourceAsync(new()
                {
                    Type = "kubernetes:core/v1:ConfigMap",
                    Name = "bare",
                    Parent = stack,
                    Custom = true,
                    Inputs = Rampart.Protocol.Values.PropertyObject.Create(
                        new("apiVersion", Rampart.Protocol.Values.PropertyValue.From("v1")),
                        new("kind", Rampart.Protocol.Values.PropertyValue.From("ConfigMap"))),
                }),
            },
        };
        commandLine.Write("Pulumi.dev.yaml", "config:\n  small:replicas: 3\n  kubernetes:namespace: team-c\n");

        (_, string output, _) = await commandLine.RunAsync("check", "dev", "--format", "json");

        Assert.Contains("\"namespace\": \"team-c\"", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text", "\nJudged apart, since they repeat objects: prod/, staging/\n")]
    [InlineData("markdown", "Judged apart, since they repeat objects: prod/, staging/.")]
    [InlineData("json", "\"scopes\": [\n    \"prod/\",\n    \"staging/\"\n  ]")]
    [InlineData("sarif", "Judged apart, since they repeat objects: prod/, staging/")]
    [InlineData("junit", "Judged apart, since they repeat objects: prod/, staging/")]
    public async Task Check_FoldersThatRepeatObjects_AreJudgedApartAndToldToBe(string format, string expected)
    {
        using CommandLine commandLine = new();
        Directory.CreateDirectory(Path.Combine(commandLine.Folder, "staging"));
        Directory.CreateDirectory(Path.Combine(commandLine.Folder, "prod"));
        commandLine.Write("staging/web.yaml", Forbidden);
        commandLine.Write("prod/web.yaml", Forbidden);

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "-f", "prod", "-f", "staging", "--format", format);

        Assert.Equal((ExitCodes.Findings, ""), (exitCode, error));
        Assert.Contains(expected, output, StringComparison.Ordinal);
        Assert.DoesNotContain("RMP1205 object-once metadata.name", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Check_StackSettings_AreReadAndTheirMistakesTold()
    {
        using CommandLine commandLine = new();
        commandLine.Write("Pulumi.dev.yaml", "config:\n  small:replicas: 3\n  rampart:level: baseline\n  rampart:severities:\n    RMP9: error\n");

        Assert.Equal(
            (ExitCodes.BadInput, "", "Pulumi.dev.yaml:5:5: error RMP7052: rampart:severities.RMP9: there is no rule 'RMP9'; give a number or a name that `rules` lists\n1 error; nothing has been planned\n"),
            await commandLine.RunAsync("check"));
    }

    [Fact]
    public async Task Check_NothingToHoldAgainst_Succeeds()
    {
        using CommandLine commandLine = new();
        commandLine.Write("settings.yaml", Allowed);

        (int exitCode, string output, string error) = await commandLine.RunAsync("check", "-f", "settings.yaml");

        Assert.Equal((ExitCodes.Success, ""), (exitCode, error));
        Assert.StartsWith("Not evaluated by Pod Security: 1 ConfigMap\n", output, StringComparison.Ordinal);
    }
}

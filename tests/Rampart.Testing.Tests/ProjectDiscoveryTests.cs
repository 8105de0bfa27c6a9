using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Workloads;
using Rampart.Plan.Configuration;
using Rampart.Rules.Diagnostics;

namespace Rampart.Testing.Tests;

/// <summary>Name, schema, defaults and stacks come from the nearest Pulumi.yaml.</summary>
public sealed class ProjectDiscoveryTests : IDisposable
{
    private const string Project =
        """
        name: shop
        runtime: dotnet
        config:
          replicas:
            type: integer
            default: 3
          owner:
            type: string
          sizes:
            type: array
            items:
              type: integer
            default: [1]
          password:
            type: string
            secret: true
        """;

#if PULUMI_BUNDLED
    private const string Unopened = "[unknown] [unknown]";
#else
    // The official packages have no way to say that a value is not known; it is a secret text, "[secret]", to the program.
    private const string Unopened = "[secret] [secret]";
#endif

    // The passphrase is not in the environment of the tests.
    private static readonly PassphraseSecrets Secrets = PassphraseSecrets.Create("nobody has it");

    private readonly string _folder = Directory.CreateTempSubdirectory("rampart-project-").FullName;

    public ProjectDiscoveryTests()
    {
        Directory.CreateDirectory(Below);
        File.WriteAllText(Path.Join(_folder, "Pulumi.yaml"), Project);
        File.WriteAllText(
            Path.Join(_folder, "Pulumi.prod.yaml"),
            $"""
            encryptionsalt: {Secrets.EncryptionSalt}
            config:
              shop:owner: team-a
              shop:password:
                secure: {Secrets.Encrypt("hunter2")}
              rampart:waivers:
                - rule: hostPorts
                  object: Pod/shop/web
                  reason: speaks to the node
                  owner: shop
                  expires: "9999-12-31"
            """);
    }

    private string Below => Path.Join(_folder, "tests", "bin");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task PlanAsync_FolderBelowAProject_HasItsNameAndDefaults() =>
        Assert.Equal("shop test 3 - - -", await TellAsync(new PlanSettings { Folder = Below }));

    [Fact]
    public async Task PlanAsync_Configuration_WinsOverDefaults() => Assert.Equal(
        "shop qa 5 - - -",
        await TellAsync(new PlanSettings { Folder = Below, StackName = "qa", Config = new Dictionary<string, string> { ["replicas"] = "5" } }));

    [Fact]
    public async Task PlanAsync_AnotherProjectName_TakesNothingOfTheFile() => Assert.Equal(
        "bakery test - me - -",
        await TellAsync(new PlanSettings { Folder = Below, ProjectName = "bakery", Config = new Dictionary<string, string> { ["bakery:owner"] = "me" } }));

    [Fact]
    public async Task PlanAsync_FolderOutsideOfProjects_HasTheDefaultsOfPulumi()
    {
        File.Delete(Path.Join(_folder, "Pulumi.yaml"));

        Assert.Equal("project test - - - -", await TellAsync(new PlanSettings { Folder = Below }));
    }

    [Fact]
    public async Task PlanAsync_NoFolder_StartsFromTheTestsAssembly()
    {
        string project = "";

        await RampartTest.PlanAsync(() => project = Deployment.Instance.ProjectName);

        Assert.Equal("spicedb", project);
    }

    [Fact]
    public async Task PlanAsync_ConfigurationThatDoesNotFit_IsToldAllAtOnce()
    {
        PlanSettings settings = new() { Folder = Below, Config = new Dictionary<string, string> { ["replicas"] = "many", ["shop:ownr"] = "me", ["sizes"] = "[1, \"two\"]" } };

        ProgramFailedException error = await Assert.ThrowsAsync<ProgramFailedException>(() => TellAsync(settings));

        Assert.Equal(
            """
            Config: error RMP7010: shop:ownr: Pulumi.yaml declares no such key; did you mean 'shop:owner'?
            Config: error RMP7011: shop:replicas: 'many' is not an integer; give a whole number
            Config: error RMP7011: shop:sizes[1]: 'two' is not an integer; give a whole number
            """,
            error.Message);
    }

    [Fact]
    public async Task PlanAsync_DeclaredSecret_IsOne() => Assert.Equal(
        "shop test 3 - [secret] [secret]",
        await TellAsync(new PlanSettings { Folder = Below, Config = new Dictionary<string, string> { ["password"] = "hunter2" } }));

    [Fact]
    public async Task PlanStackAsync_StackWithAFile_HasItsValuesAndUnknownSecrets() =>
        Assert.Equal($"shop prod 3 team-a {Unopened}", TextOf(await RampartTest.PlanStackAsync(Tell, "prod", new PlanSettings { Folder = Below })));

    [Fact]
    public async Task PlanStackAsync_Configuration_WinsOverTheFile() => Assert.Equal(
        $"shop prod 4 me {Unopened}",
        TextOf(await RampartTest.PlanStackAsync(
            Tell, "prod", new PlanSettings { Folder = Below, Config = new Dictionary<string, string> { ["replicas"] = "4", ["shop:owner"] = "me" } })));

    [Fact]
    public async Task PlanStackAsync_WaiversOfTheFile_AreThoseOfTheCheck()
    {
        TestPlan plan = await RampartTest.PlanStackAsync(
            static () => _ = new Pod("web", new PodArgs
            {
                Metadata = new ObjectMetaArgs { Name = "web", Namespace = "shop" },
                Spec = new PodSpecArgs
                {
                    Containers = { new ContainerArgs { Name = "web", Image = "registry.example.com/web:v1", Ports = { new ContainerPortArgs { ContainerPortValue = 80, HostPort = 80 } } } },
                },
            }),
            "prod",
            new PlanSettings { Folder = Below });

        Assert.NotNull(Assert.Single(plan.Check().Findings, static finding => finding.Rule.Name == "hostPorts").Waiver);
        PlanAssertionException error = Assert.Throws<PlanAssertionException>(() => plan.ShouldHaveNoFindings(DiagnosticSeverity.Error));
        Assert.DoesNotContain("hostPorts", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanStackAsync_WorkloadThatBreaksARule_IsFoundAndDoesNotStopTheProgram()
    {
        TestPlan plan = await RampartTest.PlanStackAsync(DeclareHostPort, "prod", new PlanSettings { Folder = Below });

        Assert.Contains(plan.Check().Findings, static finding => finding.Rule.Name == "hostPorts");
    }

    [Fact]
    public async Task PlanAsync_WorkloadThatBreaksARule_StopsTheProgram()
    {
        ProgramFailedException error = await Assert.ThrowsAsync<ProgramFailedException>(
            () => RampartTest.PlanAsync(DeclareHostPort, new PlanSettings { Folder = Below }));

        Assert.StartsWith("web is not registered: 1 rule is broken", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanStackAsync_StackWithoutAFile_NamesThoseThatHaveOne()
    {
        bool hasRun = false;

        ProgramFailedException error = await Assert.ThrowsAsync<ProgramFailedException>(
            () => RampartTest.PlanStackAsync(() => hasRun = true, "prdo", new PlanSettings { Folder = Below }));

        Assert.Equal("Pulumi.prdo.yaml: error RMP7002: there is no stack 'prdo'; did you mean 'prod'?", error.Message);
        Assert.False(hasRun);
    }

    [Fact]
    public async Task PlanStackAsync_FolderOutsideOfProjects_SaysSo()
    {
        File.Delete(Path.Join(_folder, "Pulumi.yaml"));

        ProgramFailedException error = await Assert.ThrowsAsync<ProgramFailedException>(
            () => RampartTest.PlanStackAsync(Tell, "prod", new PlanSettings { Folder = Below }));

        Assert.StartsWith($"Pulumi.yaml: error RMP7001: there is none in '{Below}' or a folder above it; ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanAsync_ProjectThatIsNotYaml_StopsBeforeTheProgram()
    {
        File.WriteAllText(Path.Join(_folder, "Pulumi.yaml"), "name: [");
        bool hasRun = false;

        ProgramFailedException error = await Assert.ThrowsAsync<ProgramFailedException>(
            () => RampartTest.PlanAsync(() => hasRun = true, new PlanSettings { Folder = Below }));

        Assert.StartsWith("Pulumi.yaml:1:", error.Message, StringComparison.Ordinal);
        Assert.False(hasRun);
    }

    [Fact]
    public async Task PlanStackAsync_SettingsThatNameAProject_AreRefused() =>
        await Assert.ThrowsAsync<ArgumentException>(() => RampartTest.PlanStackAsync(Tell, "prod", new PlanSettings { Folder = Below, ProjectName = "bakery" }));

    private static void DeclareHostPort() => _ = new HardenedDeployment("web", new HardenedDeploymentArgs
    {
        Namespace = "shop",
        Image = "registry.example.com/web:v1",
        Ports = { new ContainerPortArgs { Name = "http", ContainerPortValue = 8080, HostPort = 8080 } },
    });

    private static async Task<string> TellAsync(PlanSettings settings) => TextOf(await RampartTest.PlanAsync(Tell, settings));

    private static string TextOf(TestPlan plan)
    {
        PlannedManifest told = plan.Manifest("ConfigMap");
        return $"{told.Value("data.who")} {told.Value("data.password")} {told.Value("data.opened")}";
    }

    // project, stack, replicas, owner, and the password twice, once as if it were none; a hyphen for no value
    private static void Tell()
    {
        Config config = new();
        Output<string> password = config.GetSecret("password") ?? Output.Create("-");
        DeploymentInstance deployment = Deployment.Instance;
        _ = new ConfigMap("told", new ConfigMapArgs
        {
            Data =
            {
                ["who"] = $"{deployment.ProjectName} {deployment.StackName} {config.Get("replicas") ?? "-"} {config.Get("owner") ?? "-"}",
                ["password"] = password,
                ["opened"] = Output.Unsecret(password),
            },
        });
    }
}

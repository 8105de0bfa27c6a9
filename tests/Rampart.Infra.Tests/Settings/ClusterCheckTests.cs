using Pulumi;
using Rampart.Components.Configuration;
using Rampart.Infra.Settings;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Infra.Tests.Settings;

public sealed class ClusterCheckTests
{
    private const string TwoContexts =
        """
        apiVersion: v1
        kind: Config
        current-context: kind-dev
        contexts:
        - name: kind-dev
          context: { cluster: a, user: a }
        - context: { cluster: b, user: b }
          name: kind-prod
        """;

    // what is asked, configuration, kubeconfig (null for no file), the diagnostics without file
    public static TheoryData<string, string, string?, string[]> Contexts => new()
    {
        { "a context that is there", """{"kubernetes:context": "kind-prod"}""", TwoContexts, [] },
        { "the current one", "{}", TwoContexts, [] },
        {
            "a mistyped one", """{"kubernetes:context": "kind-prd"}""", TwoContexts,
            ["warning RMP7072: kubernetes:context: FILE has no context 'kind-prd', so a preview compares with no cluster; did you mean 'kind-prod'?"]
        },
        {
            "another one", """{"kubernetes:context": "gke"}""", TwoContexts,
            ["warning RMP7072: kubernetes:context: FILE has no context 'gke', so a preview compares with no cluster; use kind-dev or kind-prod"]
        },
        {
            "no current one", "{}", "apiVersion: v1\ncontexts: []\n",
            ["warning RMP7072: kubernetes:context: FILE has no current context, so a preview compares with no cluster; name a kubeconfig with contexts in KUBECONFIG or kubernetes:kubeconfig"]
        },
        {
            "no file", """{"kubernetes:context": "kind-dev"}""", null,
            ["warning RMP7072: kubernetes:context: FILE has no context 'kind-dev', so a preview compares with no cluster; name a kubeconfig with contexts in KUBECONFIG or kubernetes:kubeconfig"]
        },
        { "broken file", "{}", "a: [", ["warning RMP7072: kubernetes:kubeconfig: FILE is not a kubeconfig, so a preview compares with no cluster; give one"] },
        { "text in the configuration", """{"kubernetes:context": "x", "kubernetes:kubeconfig": "contexts: [{name: x}]"}""", null, [] },
        {
            "other text in the configuration", """{"kubernetes:context": "y", "kubernetes:kubeconfig": "contexts: [{name: x, token: hunter2}]"}""", TwoContexts,
            ["warning RMP7072: kubernetes:context: kubernetes:kubeconfig has no context 'y', so a preview compares with no cluster; did you mean 'x'?"]
        },
        { "manifests instead of a cluster", """{"kubernetes:context": "gke", "kubernetes:renderYamlToDirectory": "out"}""", TwoContexts, [] },
        {
            "strict mode with nothing", """{"kubernetes:strictMode": "true"}""", null,
            [
                "error RMP7070: kubernetes:context: kubernetes:strictMode takes no current context; name a context of the kubeconfig",
                "warning RMP7072: kubernetes:context: FILE has no current context, so a preview compares with no cluster; name a kubeconfig with contexts in KUBECONFIG or kubernetes:kubeconfig",
            ]
        },
        {
            "switches", """{"kubernetes:strictMode": "yes", "kubernetes:enableServerSideApply": "False"}""", TwoContexts,
            [
                "error RMP7071: kubernetes:enableServerSideApply: 'False' is neither true nor false; give true or false",
                "error RMP7071: kubernetes:strictMode: 'yes' is neither true nor false; give true or false",
            ]
        },
    };

    [Theory]
    [MemberData(nameof(Contexts))]
    public async Task Check_UnderAnEngine_TellsWhatTheProviderDoesNot(string name, string config, string? kubeconfig, string[] expected)
    {
        string file = Path.Combine(Path.GetTempPath(), $"rampart-{Guid.NewGuid():N}");
        try
        {
            if (kubeconfig is not null)
            {
                await File.WriteAllTextAsync(file, kubeconfig, TestContext.Current.CancellationToken);
            }

            string[] found = await CheckAsync(config, variable => variable switch
            {
                "PULUMI_MONITOR" => "127.0.0.1:1",
                "KUBECONFIG" => file,
                _ => null,
            });
            Assert.True(expected.SequenceEqual(found.Select(line => line.Replace(file, "FILE", StringComparison.Ordinal))), $"{name}: {string.Join('\n', found)}");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public async Task Check_StrictModeUnderAnEngineWithoutKubeconfig_IsAnError() => Assert.Contains(
        "error RMP7070: kubernetes:kubeconfig: kubernetes:strictMode takes no default kubeconfig; give its path, or its text as a secret, or set KUBECONFIG",
        await CheckAsync("""{"kubernetes:strictMode": "true", "kubernetes:context": "x"}""", static variable => variable == "PULUMI_MONITOR" ? "127.0.0.1:1" : null));

    [Fact]
    public async Task Check_KubeconfigWithoutAnEnd_IsNotRead()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "there is no such file");
        string[] found = await CheckAsync("{}", static variable => variable switch
        {
            "PULUMI_MONITOR" => "127.0.0.1:1",
            "KUBECONFIG" => "/dev/zero",
            _ => null,
        });

        Assert.Equal(
            ["warning RMP7072: kubernetes:kubeconfig: /dev/zero is not read: it is a device, and only regular files are read, so a preview compares with no cluster; give one"],
            found);
    }

    [Fact]
    public async Task Check_Plan_LooksAtNoMachine() => Assert.Empty(
        await CheckAsync("""{"kubernetes:strictMode": "true", "kubernetes:context": "nowhere"}""", static _ => null));

    [Fact]
    public async Task Run_StrictMode_UsesAnExplicitProviderForEverything()
    {
        Recording recording = await StackRun.OfJsonAsync(
            $$"""
            { {{StackRun.PresharedKey}}, "kubernetes:strictMode": "true", "kubernetes:context": "kind-dev", "kubernetes:kubeconfig": "/config",
              "kubernetes:enableSecretMutable": "true", "kubernetes:kubeClientSettings": "{\"burst\": 5, \"qps\": 2.5}" }
            """);

        Assert.All(recording.Providers, static line => Assert.EndsWith(": kubernetes", line, StringComparison.Ordinal));
        Assert.Equal("\"kind-dev\"", recording.Json("pulumi:providers:kubernetes", "kubernetes", "context"));
        Assert.Equal("\"/config\"", recording.Json("pulumi:providers:kubernetes", "kubernetes", "kubeconfig"));
        Assert.Equal("\"true\"", recording.Json("pulumi:providers:kubernetes", "kubernetes", "enableSecretMutable"));
        Assert.Equal("\"{\\\"burst\\\":5,\\\"qps\\\":2.5}\"", recording.Json("pulumi:providers:kubernetes", "kubernetes", "kubeClientSettings").Replace(" ", "", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_WithoutStrictMode_LeavesTheProviderToTheEngine()
    {
        Recording recording = await StackRun.OfJsonAsync($$"""{ {{StackRun.PresharedKey}}, "kubernetes:context": "kind-dev" }""");

        Assert.All(recording.Providers, static line => Assert.EndsWith(": -", line, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Run_MistakesOfEveryKind_AreToldTogether() => Assert.Equal(
        """
        Pulumi.dev.yaml: error RMP7071: kubernetes:strictMode: 'yes' is neither true nor false; give true or false
        Pulumi.dev.yaml: error RMP7051: rampart:level: 'low' is not a level to check by; give baseline or restricted
        Pulumi.dev.yaml: error RMP7103: spicedb:replicas: '0' is less than 1; give a whole number from 1 to 100
        """,
        await StackRun.ErrorOfJsonAsync($$"""{ {{StackRun.PresharedKey}}, "kubernetes:strictMode": "yes", "rampart:level": "low", "spicedb:replicas": "0" }"""));

    private static async Task<string[]> CheckAsync(string config, Func<string, string?> environment)
    {
        SettingsProblems problems = new("FILE");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", config);
        try
        {
            await Deployment.TestAsync(
                new RecordingMocks(), Recording.Preview(isPreview: false), () => ClusterCheck.Check(new Config("kubernetes"), environment, problems));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
        }

        return [.. problems.ToList().Select(static diagnostic => diagnostic.ToString()["FILE: ".Length..])];
    }
}

using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Testing;
using Rampart.Components.Namespaces;
using Rampart.Components.Workloads;
using Rampart.Testing;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Components.Tests.Enforcement;

public sealed class WorkloadEnforcementTests
{
    private const string HostPort =
        "Deployment shop/web: RMP1005 hostPorts: spec.template.spec.containers[0].ports[0].hostPort: "
        + "hostPort (container \"web\" uses hostPort 8080); remove hostPort and let a Service reach the container";

    [Fact]
    public async Task Require_WorkloadThatBreaksAnError_StopsTheProgramBeforeItIsRegistered()
    {
        string error = await ErrorAsync([]);

        Assert.Contains("web is not registered: 1 rule is broken; mend it, or add a waiver to rampart:waivers\n" + HostPort, error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Require_SeveralErrors_TellsAll()
    {
        string error = await ErrorAsync([], pod => pod.HostPID = true);

        Assert.Contains("RMP1003 hostNamespaces", error, StringComparison.Ordinal);
        Assert.Contains("RMP1005 hostPorts", error, StringComparison.Ordinal);
        Assert.Contains("2 rules are broken", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rampart:enforcement", "warning")]
    [InlineData("rampart:enforcement", "off")]
    [InlineData("rampart:severities", """{"hostPorts": "warning"}""")]
    [InlineData("rampart:severities", """{"RMP1005": "off"}""")]
    [InlineData("rampart:waivers", """[{"rule": "hostPorts", "object": "Deployment/shop/web", "reason": "speaks to the node", "owner": "shop", "expires": "9999-12-31"}]""")]
    public async Task Require_ConfigurationThatAllowsIt_Registers(string key, string value)
    {
        TestPlan plan = await PlanAsync(new() { [key] = value });

        Assert.Equal("8080", plan.Manifest("Deployment").Value("spec.template.spec.containers[0].ports[0].hostPort"));
    }

    [Theory]
    [InlineData("rampart:waivers", """[{"rule": "hostPorts", "object": "Deployment/shop/web", "reason": "speaks to the node", "owner": "shop", "expires": "2000-01-01"}]""")]
    [InlineData("rampart:waivers", """[{"rule": "hostPorts", "object": "Deployment/other/web", "reason": "speaks to the node", "owner": "shop", "expires": "9999-12-31"}]""")]
    public async Task Require_WaiverThatDoesNotCover_StopsTheProgram(string key, string value)
        => Assert.Contains(HostPort, await ErrorAsync(new() { [key] = value }), StringComparison.Ordinal);

    // The texts are those of `check`, which knows the lines besides.
    [Theory]
    [InlineData("rampart:enforcement", "yes", "RMP7051: rampart:enforcement: 'yes' is not what a component can do about a broken rule; give error, warning or off")]
    [InlineData("rampart:level", "privileged", "RMP7051: rampart:level: 'privileged' is not a level to check by; give baseline or restricted")]
    [InlineData("rampart:version", "1.30", "RMP7051: rampart:version: '1.30' is not a version of the Pod Security Standards; give latest or v1.N, e.g. v1.35")]
    [InlineData("rampart:severities", """{"hostPort": "off"}""", "RMP7052: rampart:severities.hostPort: there is no rule 'hostPort'; did you mean 'hostPorts'?")]
    [InlineData("rampart:severities", """{"RMP1007": "low"}""", "RMP7053: rampart:severities.RMP1007: 'low' is not a severity; give error, warning, info or off")]
    [InlineData("rampart:severities", """{"RMP1007": null}""", "RMP7053: rampart:severities.RMP1007: an empty value is not a severity; give error, warning, info or off")]
    [InlineData("rampart:severities", """{"RMP1007": "off", "privileged": "off"}""", "RMP7054: rampart:severities.privileged: the severity of RMP1007 privileged is set already; keep one of them")]
    [InlineData("rampart:waivers", """[{"rule": "RMP1007"}]""", "RMP7055: rampart:waivers[0]: the waiver has no object, reason, owner and expires; a waiver says rule, object, reason, owner and expires")]
    [InlineData("rampart:waivers", """[{"rule": "RMP1007", "object": "Pod/a", "reason": "r", "owner": "o", "expires": "9999-12-31", "expire": 1}]""", "RMP7050: rampart:waivers[0].expire: a waiver has no such field; did you mean 'expires'?")]
    [InlineData("rampart:waivers", """[{"rule": "RMP1007", "object": "Pod/a", "path": "spec..x", "reason": "r", "owner": "o", "expires": "9999-12-31"}]""", "RMP7051: rampart:waivers[0].path: 'spec..x' has a step that is empty; give a path as findings show it, or its start, e.g. spec.template.spec.containers[0] or metadata.annotations[example.com/key]")]
    [InlineData("rampart:waivers", "{}", "RMP7051: rampart:waivers: a mapping is not a list; give a list of waivers")]
    [InlineData("rampart:allowedRegistries", """["*"]""", "RMP7058: rampart:allowedRegistries[0]: '*' is not an image prefix: it has a wildcard, and a prefix covers all below it without one; give a registry or a part of one, e.g. docker.io/authzed")]
    [InlineData("rampart:cluster", """{"nodesByZone": {"a": "two"}}""", "RMP7051: rampart:cluster.nodesByZone.a: 'two' is not a number of nodes; give a whole number from 0 on")]
    [InlineData("rampart:levle", "baseline", "RMP7050: rampart:levle: there is no such setting; did you mean 'rampart:level'?")]
    public async Task PlanAsync_ConfigurationThatIsWrong_SaysWhatCheckSays(string key, string value, string expected)
        => Assert.Equal($"Config: error {expected}", await ErrorAsync(new() { [key] = value }));

    [Fact]
    public async Task PlanAsync_SecretSetting_IsNotQuoted()
        => Assert.Equal(
            "Config: error RMP7051: rampart:level: '[secret]' is not a level to check by; give baseline or restricted",
            await ErrorOfAsync(() => RampartTest.PlanAsync(
                () => { },
                new PlanSettings { Config = new Dictionary<string, string> { ["rampart:level"] = "hunter2" }, SecretKeys = ["rampart:level"] })));

    // As an engine runs it, where nobody has looked at the configuration before.
    [Fact]
    public async Task Define_UnderAnEngineWithSeveralMistakes_TellsAllAndMakesNothing()
    {
        RecordingMocks mocks = new();
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", """{"rampart:levle": "baseline", "rampart:version": "1.30", "rampart:enforcement": "warning", "spicedb:x": "1"}""");
        Environment.SetEnvironmentVariable("SOURCE_DATE_EPOCH", "yesterday");
        try
        {
            string error = await ErrorOfAsync(() => Deployment.TestAsync(
                mocks, new TestOptions { ProjectName = "shop", StackName = "dev" }, () => { _ = new HardenedNamespace("shop", new HardenedNamespaceArgs()); }));

            Assert.Equal(
                """
                Pulumi.dev.yaml: error RMP7050: rampart:levle: there is no such setting; did you mean 'rampart:level'?
                Pulumi.dev.yaml: error RMP7051: rampart:version: '1.30' is not a version of the Pod Security Standards; give latest or v1.N, e.g. v1.35
                SOURCE_DATE_EPOCH: error RMP7059: 'yesterday' is not a number of seconds since 1970; give one, or unset it for today
                """,
                error);
            Assert.DoesNotContain(mocks.Registrations, static registration => registration.Type!.StartsWith("kubernetes:", StringComparison.Ordinal));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
            Environment.SetEnvironmentVariable("SOURCE_DATE_EPOCH", null);
        }
    }

    [Fact]
    public async Task Require_SourceDateEpoch_IsTheDayOfWaivers()
    {
        Dictionary<string, string> config = new()
        {
            ["rampart:waivers"] = """[{"rule": "hostPorts", "object": "Deployment/shop/web", "reason": "speaks to the node", "owner": "shop", "expires": "2000-01-01"}]""",
        };
        Environment.SetEnvironmentVariable("SOURCE_DATE_EPOCH", "946684799");
        try
        {
            TestPlan plan = await PlanAsync(config);
            Assert.Equal("8080", plan.Manifest("Deployment").Value("spec.template.spec.containers[0].ports[0].hostPort"));
        }
        finally
        {
            Environment.SetEnvironmentVariable("SOURCE_DATE_EPOCH", null);
        }
    }

    [Fact]
    public async Task Require_Job_IsLookedAtToo()
    {
        string error = await ErrorOfAsync(() => RampartTest.PlanAsync(() => _ = new HardenedJob("migrate", new HardenedJobArgs
        {
            Namespace = "shop",
            Containers = { new ContainerArgs { Name = "migrate", Image = "registry.example.com/migrate:v1", SecurityContext = new SecurityContextArgs { Privileged = true, AllowPrivilegeEscalation = true } } },
        })));

        Assert.Contains("Job shop/migrate: RMP1007 privileged: ", error, StringComparison.Ordinal);
    }

    private static Task<string> ErrorAsync(Dictionary<string, string> config, Action<PodSpecArgs>? change = null)
        => ErrorOfAsync(() => PlanAsync(config, change));

    // One error is thrown as it is, several together; the SDKs part them differently.
    private static async Task<string> ErrorOfAsync(Func<Task> run) => await Record.ExceptionAsync(run) switch
    {
        RunException error => error.Message,
        AggregateException errors => string.Join('\n', errors.Flatten().InnerExceptions.Select(error => error.Message)),
        _ => throw new InvalidOperationException("the program did not stop"),
    };

    private static Task<TestPlan> PlanAsync(Dictionary<string, string> config, Action<PodSpecArgs>? change = null) => RampartTest.PlanAsync(
        () =>
        {
            PodSpecArgs pod = new()
            {
                Containers =
                {
                    new ContainerArgs
                    {
                        Name = "web",
                        Image = "registry.example.com/web:v1",
                        Ports = { new ContainerPortArgs { Name = "http", ContainerPortValue = 8080, HostPort = 8080 } },
                    },
                },
            };
            change?.Invoke(pod);
            _ = new HardenedDeployment("web", new HardenedDeploymentArgs
            {
                Namespace = "shop",
                Spec = new DeploymentSpecArgs
                {
                    Selector = new LabelSelectorArgs { MatchLabels = { ["app"] = "web" } },
                    Template = new PodTemplateSpecArgs { Metadata = new ObjectMetaArgs { Labels = { ["app"] = "web" } }, Spec = pod },
                },
            });
        },
        new PlanSettings { Config = config });
}

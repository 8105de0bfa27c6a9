using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Workloads;
using Rampart.Testing;

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

    [Theory]
    [InlineData("rampart:enforcement", "yes", "rampart:enforcement: 'yes' is not allowed; give error, warning or off")]
    [InlineData("rampart:level", "privileged", "rampart:level: 'privileged' is not allowed; give baseline or restricted")]
    [InlineData("rampart:version", "1.30", "rampart:version: '1.30' is not allowed; give latest or v1.N, e.g. v1.35")]
    [InlineData("rampart:severities", """{"RMP0000": "off"}""", "rampart:severities: 'RMP0000' is not allowed; give the number or the name of a rule")]
    [InlineData("rampart:severities", """{"RMP1007": "low"}""", "rampart:severities.RMP1007: 'low' is not allowed; give error, warning, info or off")]
    [InlineData("rampart:waivers", """[{"rule": "RMP1007"}]""", "rampart:waivers: a waiver has no expires; give rule, object, reason, owner and expires")]
    [InlineData("rampart:waivers", """[{"rule": "RMP1007", "object": "Pod/a", "path": "spec..x", "reason": "r", "owner": "o", "expires": "9999-12-31"}]""", "rampart:waivers.path: 'spec..x' has a step that is empty; give a path as findings show it, or its start, e.g. spec.template.spec.containers[0] or metadata.annotations[example.com/key]")]
    [InlineData("rampart:waivers", "{}", "rampart:waivers: '{}' is not allowed; give a list")]
    [InlineData("rampart:allowedRegistries", """["*"]""", "rampart:allowedRegistries: '*' is not an image prefix: it has a wildcard, and a prefix covers all below it without one; give a registry or a part of one, e.g. docker.io/authzed")]
    public async Task Require_ConfigurationThatIsWrong_SaysWhatIsAllowed(string key, string value, string expected)
        => Assert.Contains(expected, await ErrorAsync(new() { [key] = value }), StringComparison.Ordinal);

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

using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Workloads;
using Rampart.Testing;

namespace Rampart.Components.Tests.Enforcement;

public sealed class WorkloadEnforcementTests
{
    private const string Privileged =
        "Deployment shop/web: RMP1007 privileged: spec.template.spec.containers[0].securityContext.privileged: "
        + "privileged (container \"web\" must not set securityContext.privileged=true); remove securityContext.privileged";

    [Fact]
    public async Task Require_WorkloadThatBreaksAnError_StopsTheProgramBeforeItIsRegistered()
    {
        Assert.Equal(Privileged, await ErrorAsync([]));
    }

    [Fact]
    public async Task Require_SeveralErrors_TellsAll()
    {
        string error = await ErrorAsync([], pod => pod.HostPID = true);

        Assert.Equal(["RMP1003", "RMP1007"], error.Split('\n').Select(line => line.Split(' ')[2]));
    }

    [Theory]
    [InlineData("rampart:enforcement", "warning")]
    [InlineData("rampart:enforcement", "off")]
    [InlineData("rampart:severities", """{"privileged": "warning"}""")]
    [InlineData("rampart:severities", """{"RMP1007": "off"}""")]
    [InlineData("rampart:waivers", """[{"rule": "privileged", "object": "Deployment/shop/web", "reason": "builds images", "owner": "shop", "expires": "9999-12-31"}]""")]
    public async Task Require_ConfigurationThatAllowsIt_Registers(string key, string value)
    {
        TestPlan plan = await PlanAsync(new() { [key] = value });

        Assert.Equal("true", plan.Manifest("Deployment").Value("spec.template.spec.containers[0].securityContext.privileged"));
    }

    [Theory]
    [InlineData("rampart:waivers", """[{"rule": "privileged", "object": "Deployment/shop/web", "reason": "builds images", "owner": "shop", "expires": "2000-01-01"}]""")]
    [InlineData("rampart:waivers", """[{"rule": "privileged", "object": "Deployment/other/web", "reason": "builds images", "owner": "shop", "expires": "9999-12-31"}]""")]
    public async Task Require_WaiverThatDoesNotCover_StopsTheProgram(string key, string value)
        => Assert.Equal(Privileged, await ErrorAsync(new() { [key] = value }));

    [Theory]
    [InlineData("rampart:enforcement", "yes", "rampart:enforcement: 'yes' is not allowed; give error, warning or off")]
    [InlineData("rampart:level", "privileged", "rampart:level: 'privileged' is not allowed; give baseline or restricted")]
    [InlineData("rampart:version", "1.30", "rampart:version: '1.30' is not allowed; give latest or v1.N, e.g. v1.35")]
    [InlineData("rampart:severities", """{"RMP0000": "off"}""", "rampart:severities: 'RMP0000' is not allowed; give the number or the name of a rule")]
    [InlineData("rampart:severities", """{"RMP1007": "low"}""", "rampart:severities.RMP1007: 'low' is not allowed; give error, warning, info or off")]
    [InlineData("rampart:waivers", """[{"rule": "RMP1007"}]""", "rampart:waivers: a waiver has no expires; give rule, object, reason, owner and expires")]
    [InlineData("rampart:waivers", "{}", "rampart:waivers: '{}' is not allowed; give a list")]
    [InlineData("rampart:allowedRegistries", """["*"]""", "rampart:allowedRegistries: '*' is not an image prefix: it has a wildcard, and a prefix covers all below it without one; give a registry or a part of one, e.g. docker.io/authzed")]
    public async Task Require_ConfigurationThatIsWrong_SaysWhatIsAllowed(string key, string value, string expected)
        => Assert.Equal(expected, await ErrorAsync(new() { [key] = value }));

    [Fact]
    public async Task Require_Job_IsLookedAtToo()
    {
        RunException error = await Assert.ThrowsAsync<RunException>(() => RampartTest.PlanAsync(() => _ = new HardenedJob("migrate", new HardenedJobArgs
        {
            Namespace = "shop",
            Containers = { new ContainerArgs { Name = "migrate", Image = "registry.example.com/migrate:v1", SecurityContext = new SecurityContextArgs { Privileged = true, AllowPrivilegeEscalation = true } } },
        })));

        Assert.StartsWith("Job shop/migrate: RMP1007 privileged: ", error.Message, StringComparison.Ordinal);
    }

    private static async Task<string> ErrorAsync(Dictionary<string, string> config, Action<PodSpecArgs>? change = null)
        => (await Assert.ThrowsAsync<RunException>(() => PlanAsync(config, change))).Message;

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
                        SecurityContext = new SecurityContextArgs { Privileged = true },
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

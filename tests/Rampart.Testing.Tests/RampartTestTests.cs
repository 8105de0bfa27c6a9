using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Workloads;
using Rampart.Rules.Diagnostics;

namespace Rampart.Testing.Tests;

public sealed class RampartTestTests
{
    private const string Image = "registry.example.com/web:v1.2.3";

    [Fact]
    public async Task PlanAsync_HardenedStack_IsRestricted()
    {
        TestPlan plan = await RampartTest.PlanAsync<WebStack>();

        plan.ShouldBeRestricted();
        plan.ShouldBeBaseline("v1.30");
        Assert.Equal(Image, plan.Manifest("Deployment", "web").Value("spec.template.spec.containers[0].image"));
        Assert.Equal("1", plan.Manifest("Deployment").Value("spec.strategy.rollingUpdate.maxSurge"));
        Assert.Equal("web", plan.Manifest("Deployment").Value("metadata.labels[app.kubernetes.io/name]"));
        Assert.Null(plan.Manifest("Deployment").Value("spec.template.spec.containers[1].image"));
        Assert.Contains("rampart:workloads:HardenedDeployment web", plan.Resources);
    }

    [Fact]
    public async Task ShouldBeRestricted_PlainPod_FailsWithTheTextOfAdmission()
    {
        TestPlan plan = await RampartTest.PlanAsync(() => _ = new Pod("debug", new PodArgs
        {
            Metadata = new ObjectMetaArgs { Name = "debug", Namespace = "shop" },
            Spec = new PodSpecArgs
            {
                HostNetwork = true,
                Containers = { new ContainerArgs { Name = "debug", Image = Image } },
            },
        }));

        PlanAssertionException error = Assert.Throws<PlanAssertionException>(() => plan.ShouldBeBaseline());
        Assert.Equal("Pod shop/debug violates PodSecurity \"baseline:latest\": host namespaces (hostNetwork=true)", error.Message);
        Assert.Throws<PlanAssertionException>(() => plan.ShouldBeRestricted());
        PlanAssertionException findings = Assert.Throws<PlanAssertionException>(() => plan.ShouldHaveNoFindings(DiagnosticSeverity.Error));
        Assert.Contains(
            "Pod shop/debug: RMP1003 hostNamespaces: spec.hostNetwork: host namespaces (hostNetwork=true); remove hostNetwork, hostPID and hostIPC",
            findings.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task ShouldBeRestricted_PlanWithoutPods_Fails()
    {
        TestPlan plan = await RampartTest.PlanAsync(() => _ = new Namespace("shop"));

        Assert.Equal("the plan holds no pods", Assert.Throws<PlanAssertionException>(() => plan.ShouldBeRestricted()).Message);
        Assert.Throws<ArgumentException>(() => plan.ShouldBeRestricted("1.30"));
    }

    [Fact]
    public async Task Manifest_NameThatIsNotThere_ListsWhatIs()
    {
        TestPlan plan = await RampartTest.PlanAsync<WebStack>();

        PlanAssertionException error = Assert.Throws<PlanAssertionException>(() => plan.Manifest("Service", "web"));

        Assert.StartsWith("0 objects are Service web; the plan has\n  Deployment apps/web\n", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PlanAsync_ManyAtATime_EachHasItsOwnConfiguration()
    {
        TestPlan[] plans = await Task.WhenAll(Enumerable.Range(1, 40).Select(number => Task.Run(() => RampartTest.PlanAsync<WebStack>(
            new PlanSettings { ProjectName = "shop", Config = new Dictionary<string, string> { ["shop:replicas"] = $"{number}" } }))));

        Assert.Equal(
            Enumerable.Range(1, 40).Select(number => $"{number}"),
            plans.Select(plan => plan.Manifest("Deployment").Value("spec.replicas")));
    }

    private sealed class WebStack : Stack
    {
        public WebStack() => _ = new HardenedDeployment("web", new HardenedDeploymentArgs
        {
            Namespace = "apps",
            Image = Image,
            Replicas = new Config().GetInt32("replicas") ?? 2,
        });
    }
}

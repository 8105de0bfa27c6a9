using Rampart.Rules.Objects;
using Rampart.Rules.Resources;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Resources;

public sealed class PodResourcesReaderTests
{
    // what of the pod's spec, and what cannot be counted
    public static TheoryData<string, string, string> Unknown => new()
    {
        { "containers", "'?'", "spec.template.spec.containers is not known yet" },
        { "containers", "[7]", "spec.template.spec.containers[0] is not known yet" },
        { "containers[0].resources", "'?'", "spec.template.spec.containers[0].resources.requests is not known yet" },
        { "containers[0].resources.limits", "'?'", "spec.template.spec.containers[0].resources.limits is not known yet" },
        { "containers[0].resources.limits.cpu", "'?'", "spec.template.spec.containers[0].resources.limits.cpu is not known yet" },
        { "containers[0].resources.limits.cpu", "[]", "spec.template.spec.containers[0].resources.limits.cpu is not known yet" },
        { "containers[0].resources.limits.cpu", "'much'", "spec.template.spec.containers[0].resources.limits.cpu is not a quantity" },
        { "containers[0].resources.limits.cpu", "-1", "spec.template.spec.containers[0].resources.limits.cpu is negative" },
        { "containers[0].resources.limits.cpu", "'!1'", "spec.template.spec.containers[0].resources.limits.cpu is a secret" },
        { "resources", "{'limits': {'cpu': '?'}}", "spec.template.spec.resources.limits.cpu is not known yet" },
        { "overhead", "{'cpu': '?'}", "spec.template.spec.overhead.cpu is not known yet" },
    };

    [Fact]
    public void TryRead_EveryKindOfContainer_GivesItsResources()
    {
        Workload workload = Of("""
            {
              'initContainers': [{'name': 'a', 'resources': {'requests': {'cpu': 1}}}, {'name': 'b', 'restartPolicy': 'Always', 'resources': {'limits': {'memory': '1Gi'}}}],
              'containers': [{'name': 'c', 'resources': {'requests': {'cpu': '250m', 'a.b/c': 2}, 'limits': {'cpu': 0.5}}}, {'name': 'd'}],
              'ephemeralContainers': [{'name': 'e'}],
              'resources': {'limits': {'cpu': '4'}},
              'overhead': {'cpu': '10m'}
            }
            """);

        Assert.True(PodResourcesReader.TryRead(workload, out PodResources? pod, out _));

        Assert.Equal(["a cpu=1 | ", "b! | memory=1Gi"], pod.InitContainers.Select(Describe));
        Assert.Equal(["c a.b/c=2 cpu=250m | cpu=500m", "d | "], pod.Containers.Select(Describe));
        Assert.Equal(" | cpu=4", Describe(pod.PodLevel!));
        Assert.Equal("cpu=10m", pod.Overhead.ToString());
    }

    [Fact]
    public void TryRead_NoResourcesOfThePod_GivesNone()
    {
        Assert.True(PodResourcesReader.TryRead(Of("{'containers': [{'name': 'c'}]}"), out PodResources? pod, out _));

        Assert.Null(pod.PodLevel);
    }

    [Theory, MemberData(nameof(Unknown))]
    public void TryRead_WhatCannotBeCounted_IsNamed(string field, string json, string expected)
    {
        Workload workload = new KubernetesObject(Hardened.Pod(field, json)).Workload!;

        Assert.False(PodResourcesReader.TryRead(workload, out PodResources? pod, out UnknownField unknown));

        Assert.Null(pod);
        Assert.Equal(expected, unknown.ToString());
    }

    private static Workload Of(string spec) => new KubernetesObject(Hardened.Deployment(("spec.template.spec", spec))).Workload!;

    private static string Describe(ContainerResources container) =>
        $"{container.Name}{(container.IsSidecar ? "!" : "")}{(container.Resources.Requests.Count == 0 ? "" : " ")}{Describe(container.Resources)}";

    private static string Describe(ResourceRequirements resources) => $"{resources.Requests} | {resources.Limits}";
}

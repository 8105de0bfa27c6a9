using Rampart.Plan.Manifests;
using static Rampart.Plan.Tests.Manifests.Objects;

namespace Rampart.Plan.Tests.Manifests;

public sealed class ManifestOrderTests
{
    [Fact]
    public void Sort_AnyOrder_PutsFirstWhatOthersNeed()
    {
        Plans.Plan plan = new(
            "project",
            "dev",
            [
                Resource("Deployment", "app", "apps/v1"),
                Resource("Job", "migrate", "batch/v1"),
                Resource("Service", "app"),
                Resource("Widget", "custom", "example.com/v1"),
                Resource("Secret", "b"),
                Resource("Secret", "a"),
                Resource("RoleBinding", "app", "rbac.authorization.k8s.io/v1"),
                Resource("Role", "app", "rbac.authorization.k8s.io/v1"),
                Resource("ServiceAccount", "app"),
                Resource("NetworkPolicy", "deny", "networking.k8s.io/v1"),
                Resource("ResourceQuota", "quota"),
                Resource("PriorityClass", "high", "scheduling.k8s.io/v1"),
                Resource("Namespace", "ns"),
            ],
            Protocol.Values.PropertyObject.Empty,
            []);

        Assert.Equal(
            [
                "Namespace ns", "PriorityClass high", "ResourceQuota quota", "NetworkPolicy deny", "ServiceAccount app", "Role app",
                "RoleBinding app", "Secret b", "Secret a", "Service app", "Widget custom", "Job migrate", "Deployment app",
            ],
            ManifestOrder.Sort(plan).Select(static manifest => $"{manifest.Kind} {manifest.Name}"));
    }
}

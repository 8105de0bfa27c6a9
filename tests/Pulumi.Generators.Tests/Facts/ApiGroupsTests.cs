using Pulumi.Generators.Facts;

namespace Pulumi.Generators.Tests.Facts;

public sealed class ApiGroupsTests
{
    // API group, version, apiVersion of objects, type token
    public static TheoryData<string, string, string, string> Groups => new()
    {
        { "", "v1", "v1", "kubernetes:core/v1:Thing" },
        { "apps", "v1", "apps/v1", "kubernetes:apps/v1:Thing" },
        { "rbac.authorization.k8s.io", "v1", "rbac.authorization.k8s.io/v1", "kubernetes:rbac.authorization.k8s.io/v1:Thing" },
        { "autoscaling", "v2", "autoscaling/v2", "kubernetes:autoscaling/v2:Thing" },
    };

    [Theory, MemberData(nameof(Groups))]
    public void TypeToken_Group_NamesTheCoreGroupAndApiVersionDoesNot(string group, string version, string apiVersion, string token)
    {
        Assert.Equal(apiVersion, ApiGroups.ApiVersion(group, version));
        Assert.Equal(token, ApiGroups.TypeToken(ApiGroups.GroupVersion(group, version), "Thing"));
    }

    [Theory]
    [InlineData("", "Core")]
    [InlineData("admissionregistration.k8s.io", "AdmissionRegistration")]
    [InlineData("apiextensions.k8s.io", "ApiExtensions")]
    [InlineData("flowcontrol.apiserver.k8s.io", "FlowControl")]
    [InlineData("rbac.authorization.k8s.io", "Rbac")]
    [InlineData("metrics.k8s.io", null)]
    public void NamespaceOf_Group_IsTheOfficialOne(string group, string? expected) =>
        Assert.Equal(expected, ApiGroups.NamespaceOf(group));
}

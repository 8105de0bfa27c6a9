using Pulumi.Generators.Discovery;

namespace Pulumi.Generators.Tests.Discovery;

public sealed class NameRulesTests
{
    // name in JSON, declaring type, name in C#
    public static TheoryData<string, string, string> MemberNames => new()
    {
        { "replicas", "DeploymentSpec", "Replicas" },
        { "clusterIP", "ServiceSpec", "ClusterIP" },
        { "clusterIPs", "ServiceSpec", "ClusterIPs" },
        { "podCIDR", "NodeSpec", "PodCIDR" },
        { "fsGroup", "PodSecurityContext", "FsGroup" },
        { "caBundle", "WebhookClientConfig", "CaBundle" },
        { "apiVersion", "Pod", "ApiVersion" },
        { "containerPort", "ContainerPort", "ContainerPortValue" },
        { "status", "Status", "StatusValue" },
        { "containerPort", "ContainerPortStatus", "ContainerPort" },
        { "$ref", "JSONSchemaProps", "Ref" },
        { "$schema", "JSONSchemaProps", "Schema" },
        { "x-kubernetes-list-map-keys", "JSONSchemaProps", "X_kubernetes_list_map_keys" },
        { "default", "JSONSchemaProps", "Default" },
        { "enum", "JSONSchemaProps", "Enum" },
        { "not", "JSONSchemaProps", "Not" },
        { "namespace", "ObjectMeta", "Namespace" },
    };

    // model, group, version, name; nulls when it is no Kubernetes object
    public static TheoryData<string, string?, string?, string?> ModelNames => new()
    {
        { "V1PodSpec", "", "V1", "PodSpec" },
        { "V2MetricSpec", "", "V2", "MetricSpec" },
        { "V1VsphereVirtualDiskVolumeSource", "", "V1", "VsphereVirtualDiskVolumeSource" },
        { "V1APIService", "", "V1", "APIService" },
        { "V1beta1Ingress", "", "V1Beta1", "Ingress" },
        { "V2alpha1CronJob", "", "V2Alpha1", "CronJob" },
        { "Corev1EndpointPort", "Core", "V1", "EndpointPort" },
        { "Admissionregistrationv1ServiceReference", "Admissionregistration", "V1", "ServiceReference" },
        { "IntOrString", null, null, null },
        { "VersionInfo", null, null, null },
        { "ResourceQuantity", null, null, null },
    };

    public static TheoryData<string, bool> Versions => new()
    {
        { "v1", true },
        { "v2", true },
        { "v1beta1", false },
        { "v2alpha1", false },
        { "v", false },
        { "", false },
    };

    [Theory, MemberData(nameof(MemberNames))]
    public void MemberName_JsonName_IsTheOfficialName(string jsonName, string typeName, string expected) =>
        Assert.Equal(expected, NameRules.MemberName(jsonName, typeName));

    [Theory, MemberData(nameof(ModelNames))]
    public void SplitModelName_Model_GivesItsParts(string model, string? group, string? version, string? name)
    {
        (string Group, string Version, string Name)? parts = NameRules.SplitModelName(model);

        Assert.Equal((group, version, name), (parts?.Group, parts?.Version, parts?.Name));
    }

    [Theory, MemberData(nameof(Versions))]
    public void IsStable_Version_IsTrueWithoutAlphaAndBeta(string version, bool expected) =>
        Assert.Equal(expected, NameRules.IsStable(version));

    [Theory]
    [InlineData("clusterIP", "clusterIP")]
    [InlineData("$ref", "$ref")]
    [InlineData("x-kubernetes-int-or-string", "x_kubernetes_int_or_string")]
    public void WireName_JsonName_HasNoHyphens(string jsonName, string expected) =>
        Assert.Equal(expected, NameRules.WireName(jsonName));
}

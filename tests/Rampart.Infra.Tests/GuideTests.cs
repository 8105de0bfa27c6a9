using System.Text.Json;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Infra.Tests;

/// <summary>The hardening guide's values, in the guide's own shapes, reach the manifests unchanged.</summary>
public sealed class GuideTests
{
    private const string DeploymentType = "kubernetes:apps/v1:Deployment";
    private const string Pod = "spec/template/spec/";

    // section of the guide, configuration (key, value), type, name, path, exact JSON
    public static TheoryData<string, string, string, string, string, string, string> Values => new()
    {
        {
            "pod-level security context",
            "podSecurityContext",
            """{"runAsNonRoot":true,"runAsUser":1000,"runAsGroup":1000,"fsGroup":1000,"seccompProfile":{"type":"RuntimeDefault"}}""",
            DeploymentType, "spicedb", Pod + "securityContext",
            """{"fsGroup":1000,"fsGroupChangePolicy":"OnRootMismatch","runAsGroup":1000,"runAsNonRoot":true,"runAsUser":1000,"seccompProfile":{"type":"RuntimeDefault"}}"""
        },
        {
            "container-level security context",
            "securityContext",
            """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":true,"runAsNonRoot":true}""",
            DeploymentType, "spicedb", Pod + "containers/0/securityContext",
            """{"allowPrivilegeEscalation":false,"capabilities":{"drop":["ALL"]},"readOnlyRootFilesystem":true,"runAsNonRoot":true}"""
        },
        {
            "pod security admission", "podSecurity", """{"enforce":"restricted","audit":"restricted","warn":"restricted"}""",
            "kubernetes:core/v1:Namespace", "spicedb", "metadata/labels/pod-security.kubernetes.io~enforce", "\"restricted\""
        },
        {
            "image tag", "image", "authzed/spicedb:v1.39.0",
            DeploymentType, "spicedb", Pod + "containers/0/image", "\"authzed/spicedb:v1.39.0\""
        },
        {
            "image pull secrets", "imagePullSecrets", """[{"name":"registry-credentials"}]""",
            DeploymentType, "spicedb", Pod + "imagePullSecrets", """[{"name":"registry-credentials"}]"""
        },
        {
            "resource limits", "resources", """{"limits":{"cpu":"2000m","memory":"4Gi"},"requests":{"cpu":"1000m","memory":"1Gi"}}""",
            DeploymentType, "spicedb", Pod + "containers/0/resources",
            """{"limits":{"cpu":"2000m","memory":"4Gi"},"requests":{"cpu":"1000m","memory":"1Gi"}}"""
        },
        {
            "guaranteed quality of service", "resources", """{"limits":{"cpu":"2000m","memory":"4Gi"},"requests":{"cpu":"2000m","memory":"4Gi"}}""",
            DeploymentType, "spicedb", Pod + "containers/0/resources",
            """{"limits":{"cpu":"2000m","memory":"4Gi"},"requests":{"cpu":"2000m","memory":"4Gi"}}"""
        },
        {
            "resource quota", "resourceQuota",
            """{"requests.cpu":"10","requests.memory":"20Gi","limits.cpu":"20","limits.memory":"40Gi","persistentvolumeclaims":"5"}""",
            "kubernetes:core/v1:ResourceQuota", "spicedb-quota", "",
            """{"apiVersion":"v1","kind":"ResourceQuota","metadata":{"labels":{"app.kubernetes.io/managed-by":"pulumi"},"name":"spicedb-quota","namespace":"spicedb"},"spec":{"hard":{"limits.cpu":"20","limits.memory":"40Gi","persistentvolumeclaims":"5","requests.cpu":"10","requests.memory":"20Gi"}}}"""
        },
        {
            "AppArmor", "podAnnotations", """{"container.apparmor.security.beta.kubernetes.io/spicedb":"runtime/default"}""",
            DeploymentType, "spicedb", "spec/template/metadata/annotations",
            """{"container.apparmor.security.beta.kubernetes.io/spicedb":"runtime/default"}"""
        },
        {
            "SELinux", "podSecurityContext", """{"seLinuxOptions":{"level":"s0:c123,c456"}}""",
            DeploymentType, "spicedb", Pod + "securityContext/seLinuxOptions", """{"level":"s0:c123,c456"}"""
        },
        {
            "pod disruption budget", "podDisruptionBudget", """{"minAvailable":2}""",
            "kubernetes:policy/v1:PodDisruptionBudget", "spicedb", "spec/minAvailable", "2"
        },
        {
            "selector of the budget", "selectorLabels", """{"app.kubernetes.io/name":"spicedb"}""",
            "kubernetes:policy/v1:PodDisruptionBudget", "spicedb", "spec/selector", """{"matchLabels":{"app.kubernetes.io/name":"spicedb"}}"""
        },
        {
            "priority class", "priorityClassName", "system-cluster-critical",
            DeploymentType, "spicedb", Pod + "priorityClassName", "\"system-cluster-critical\""
        },
        {
            "topology spread constraints",
            "topologySpreadConstraints",
            """[{"maxSkew":1,"topologyKey":"kubernetes.io/hostname","whenUnsatisfiable":"DoNotSchedule","labelSelector":{"matchLabels":{"app.kubernetes.io/name":"spicedb"}}}]""",
            DeploymentType, "spicedb", Pod + "topologySpreadConstraints",
            """[{"labelSelector":{"matchLabels":{"app.kubernetes.io/name":"spicedb"}},"maxSkew":1,"topologyKey":"kubernetes.io/hostname","whenUnsatisfiable":"DoNotSchedule"}]"""
        },
        {
            "node affinity",
            "affinity",
            """{"nodeAffinity":{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"workload-type","operator":"In","values":["secure"]}]}]}}}""",
            DeploymentType, "spicedb", Pod + "affinity/nodeAffinity",
            """{"requiredDuringSchedulingIgnoredDuringExecution":{"nodeSelectorTerms":[{"matchExpressions":[{"key":"workload-type","operator":"In","values":["secure"]}]}]}}"""
        },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Run_ValueOfTheGuide_ReachesTheManifest(
        string section, string key, string value, string type, string name, string path, string expected)
    {
        Recording recording = await StackRun.OfJsonAsync(StackRun.With(key, value));

        Assert.True(expected == Compact(recording.Json(type, name, path)), $"{section}: {recording.Json(type, name, path)}");
    }

    [Fact]
    public async Task Run_GuideProfile_AsksForAppArmorByField()
    {
        Recording recording = await StackRun.OfJsonAsync(StackRun.With("profile", "guide"));

        Assert.Equal("""{"type":"RuntimeDefault"}""", Compact(recording.Json(DeploymentType, "spicedb", Pod + "securityContext/appArmorProfile")));
        Assert.Equal("null", recording.Json(DeploymentType, "spicedb", "spec/template/metadata/annotations"));
    }

    [Theory]
    [InlineData("restricted", "field", """{"type":"RuntimeDefault"}""")]
    [InlineData("guide", "none", "null")]
    public async Task Run_AppArmorOfItsOwn_WinsOverTheProfile(string profile, string appArmor, string expected)
    {
        Recording recording = await StackRun.OfJsonAsync(
            $$"""{ {{StackRun.PresharedKey}}, "spicedb:profile": "{{profile}}", "spicedb:appArmor": "{{appArmor}}" }""");

        Assert.Equal(expected, Compact(recording.Json(DeploymentType, "spicedb", Pod + "securityContext/appArmorProfile")));
    }

    [Fact]
    public async Task Run_GuideProfileWithAnnotations_IsThePodSecurityOfTheGuideAndNothingElse()
    {
        Recording recording = await StackRun.OfJsonAsync(
            $$"""{ {{StackRun.PresharedKey}}, "spicedb:profile": "guide", "spicedb:appArmor": "annotation" }""");

        Assert.Equal(
            """{"fsGroup":1000,"runAsGroup":1000,"runAsNonRoot":true,"runAsUser":1000,"seLinuxOptions":{"level":"s0:c123,c456"},"seccompProfile":{"type":"RuntimeDefault"}}""",
            Compact(recording.Json(DeploymentType, "spicedb", Pod + "securityContext")));
        Assert.Equal(
            """{"container.apparmor.security.beta.kubernetes.io/spicedb":"runtime/default"}""",
            Compact(recording.Json(DeploymentType, "spicedb", "spec/template/metadata/annotations")));
    }

    private static string Compact(string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        return JsonSerializer.Serialize(document.RootElement);
    }
}

using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.PodSecurity.Evaluation;

namespace Rampart.Rules.Tests.PodSecurity;

public sealed class PodSecurityEvaluatorTests
{
    private const string Bad = "{'hostNetwork': true, 'containers': [{'name': 'test', 'securityContext': {'privileged': true}}]}";

    private const string Good = "{'securityContext': {'runAsNonRoot': true, 'seccompProfile': {'type': 'RuntimeDefault'}},"
        + " 'volumes': [{'name': 'tmp'}],"
        + " 'containers': [{'name': 'a', 'securityContext': {'allowPrivilegeEscalation': false, 'capabilities': {'drop': ['ALL']}}}],"
        + " 'initContainers': [{'name': 'b', 'securityContext': {'allowPrivilegeEscalation': false, 'capabilities': {'drop': ['ALL']}}}]}";

    // manifest with SPEC for the spec of the pod, path of the pod in it; null when its kind holds none
    public static TheoryData<string, string?> Kinds => new()
    {
        { "{'apiVersion': 'v1', 'kind': 'Pod', 'spec': SPEC}", "" },
        { "{'apiVersion': 'v1', 'kind': 'PodTemplate', 'template': {'spec': SPEC}}", "template." },
        { "{'apiVersion': 'v1', 'kind': 'ReplicationController', 'spec': {'template': {'spec': SPEC}}}", "spec.template." },
        { "{'apiVersion': 'apps/v1', 'kind': 'ReplicaSet', 'spec': {'template': {'spec': SPEC}}}", "spec.template." },
        { "{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'spec': {'template': {'spec': SPEC}}}", "spec.template." },
        { "{'apiVersion': 'apps/v1', 'kind': 'StatefulSet', 'spec': {'template': {'spec': SPEC}}}", "spec.template." },
        { "{'apiVersion': 'apps/v1', 'kind': 'DaemonSet', 'spec': {'template': {'spec': SPEC}}}", "spec.template." },
        { "{'apiVersion': 'batch/v1', 'kind': 'Job', 'spec': {'template': {'spec': SPEC}}}", "spec.template." },
        {
            "{'apiVersion': 'batch/v1', 'kind': 'CronJob', 'spec': {'jobTemplate': {'spec': {'template': {'spec': SPEC}}}}}",
            "spec.jobTemplate.spec.template."
        },
        { "{'apiVersion': 'v1', 'kind': 'Service', 'spec': SPEC}", null },
        { "{'apiVersion': 'apps/v1', 'kind': 'Pod', 'spec': SPEC}", null },
        { "{'apiVersion': 'v1', 'kind': 'Deployment', 'spec': {'template': {'spec': SPEC}}}", null },
        { "{'kind': 'Pod', 'spec': SPEC}", null },
        { "{'apiVersion': 'v1', 'spec': SPEC}", null },
        { "{'apiVersion': 'v1', 'kind': '?', 'spec': SPEC}", null },
    };

    // policy, detail of a bad pod
    public static TheoryData<PodSecurityLevel, string, string, string> Aggregates => new()
    {
        { PodSecurityLevel.Privileged, "latest", "", "" },
        {
            PodSecurityLevel.Baseline, "v1.0", "host namespaces, privileged",
            "host namespaces (hostNetwork=true), privileged (container \"test\" must not set securityContext.privileged=true)"
        },
        {
            PodSecurityLevel.Restricted, "v1.99",
            "host namespaces, privileged, allowPrivilegeEscalation != false, unrestricted capabilities, runAsNonRoot != true, seccompProfile",
            "host namespaces (hostNetwork=true), privileged (container \"test\" must not set securityContext.privileged=true), "
                + "allowPrivilegeEscalation != false (container \"test\" must set securityContext.allowPrivilegeEscalation=false), "
                + "unrestricted capabilities (container \"test\" must set securityContext.capabilities.drop=[\"ALL\"]), "
                + "runAsNonRoot != true (pod or container \"test\" must set securityContext.runAsNonRoot=true), "
                + "seccompProfile (pod or container \"test\" must set securityContext.seccompProfile.type to \"RuntimeDefault\" or \"Localhost\")"
        },
    };

    [Theory, MemberData(nameof(Kinds))]
    public void Find_Kind_GivesThePodInIt(string manifest, string? path)
    {
        PropertyObject bad = ManifestText.Object(manifest.Replace("SPEC", Bad)), good = ManifestText.Object(manifest.Replace("SPEC", Good));
        LevelVersion restricted = new(PodSecurityLevel.Restricted, PolicyVersion.Latest);

        Assert.Equal(path, PodSource.Find(bad)?.Path);
        Assert.Equal(path is "", PodSource.Find(bad)?.IsPod ?? false);
        Assert.Equal(path is null ? null : PodSecurityVerdict.Forbidden, PodSecurityEvaluator.Evaluate(restricted, bad)?.Verdict);
        Assert.Equal(path is null ? null : PodSecurityVerdict.Allowed, PodSecurityEvaluator.Evaluate(restricted, good)?.Verdict);
    }

    [Theory, MemberData(nameof(Aggregates))]
    public void Evaluate_BadPod_JoinsReasonsAndDetailsInOrder(PodSecurityLevel level, string version, string reason, string detail)
    {
        Assert.True(PolicyVersion.TryParse(version, out PolicyVersion parsed));
        LevelVersion policy = new(level, parsed);

        PodSecurityResult result = PodSecurityEvaluator.Evaluate(policy, Pod(Bad))!;

        Assert.Equal(detail.Length == 0 ? PodSecurityVerdict.Allowed : PodSecurityVerdict.Forbidden, result.Verdict);
        Assert.Equal((reason, detail), (result.Reason, result.Detail));
        Assert.Equal($"violates PodSecurity \"{level.ToText()}:{version}\": {detail}", result.DenyMessage(policy));
        Assert.Equal($"would violate PodSecurity \"{level.ToText()}:{version}\": {detail}", result.WarnMessage(policy));
    }

    [Fact]
    public void Evaluate_SELinuxAndSeccomp_AreInOrdinalOrder()
    {
        PodSecurityResult result = PodSecurityEvaluator.Evaluate(
            new LevelVersion(PodSecurityLevel.Baseline, PolicyVersion.Latest),
            Pod("{'securityContext': {'seccompProfile': {'type': 'Unconfined'}, 'seLinuxOptions': {'user': 'u'}, 'sysctls': [{'name': 'x'}]}}"))!;

        Assert.Equal("seLinuxOptions, seccompProfile, forbidden sysctls", result.Reason);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("null")]
    [InlineData("{'containers': null, 'volumes': []}")]
    public void Evaluate_EmptyPod_IsAllowedAsUpstream(string spec) => Assert.Same(
        PodSecurityResult.Allowed, PodSecurityEvaluator.Evaluate(new LevelVersion(PodSecurityLevel.Restricted, PolicyVersion.Latest), Pod(spec)));

    [Theory]
    [InlineData("'?'", "spec is not known yet")]
    [InlineData("'x'", "spec is a string, not an object")]
    [InlineData("[]", "spec is a list, not an object")]
    public void Evaluate_SpecThatCannotBeRead_IsUnknown(string spec, string expected)
    {
        PodSecurityResult result = PodSecurityEvaluator.Evaluate(
            new LevelVersion(PodSecurityLevel.Restricted, PolicyVersion.Latest), Pod(spec))!;

        Assert.Equal((PodSecurityVerdict.Unknown, "", ""), (result.Verdict, result.Reason, result.Detail));
        Assert.Equal(15, result.Findings.Count);
        Assert.All(result.Findings, finding => Assert.Equal([expected], finding.Result.UnknownFields.Select(field => field.ToString())));
    }

    [Fact]
    public void Evaluate_UnknownBesideForbidden_IsForbiddenAndListsBoth()
    {
        PodSecurityResult result = PodSecurityEvaluator.Evaluate(
            new LevelVersion(PodSecurityLevel.Baseline, PolicyVersion.Latest),
            ManifestText.Object(
                "{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'spec': {'template': {'spec': {'hostPID': true, 'volumes': '?'}}}}"))!;

        Assert.Equal((PodSecurityVerdict.Forbidden, "host namespaces", "host namespaces (hostPID=true)"), (result.Verdict, result.Reason, result.Detail));
        Assert.Equal(
            ["hostNamespaces: Forbidden ", "hostPathVolumes: Unknown spec.template.spec.volumes is not known yet"],
            result.Findings.Select(f => $"{f.Check.Id}: {f.Result.Verdict} {string.Join(", ", f.Result.UnknownFields)}"));
    }

    [Theory]
    [InlineData("{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'spec': '?'}")]
    [InlineData("{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'spec': 'x'}")]
    [InlineData("{'apiVersion': 'apps/v1', 'kind': 'Deployment', 'spec': {'template': '?'}}")]
    public void Evaluate_TemplateNotKnown_IsUnknown(string manifest) => Assert.Equal(
        PodSecurityVerdict.Unknown,
        PodSecurityEvaluator.Evaluate(new LevelVersion(PodSecurityLevel.Baseline, PolicyVersion.Latest), ManifestText.Object(manifest))?.Verdict);

    [Fact]
    public void Evaluate_SecretPod_IsJudgedButNotShown()
    {
        LevelVersion policy = new(PodSecurityLevel.Restricted, PolicyVersion.Latest);
        PropertyObject template = PropertyObject.Create(new Property("template", PropertyValue.Secret(
            ManifestText.Value($"{{'metadata': {{'annotations': {{'container.apparmor.security.beta.kubernetes.io/hidden': 'hidden'}}}}, 'spec': {Bad.Replace("test", "hidden")}}}"))));
        PropertyObject secret = ManifestText.Object("{'apiVersion': 'apps/v1', 'kind': 'Deployment'}").With("spec", PropertyValue.From(template));

        PodSecurityResult result = PodSecurityEvaluator.Evaluate(policy, secret)!;

        Assert.Equal(PodSecurityVerdict.Forbidden, result.Verdict);
        Assert.StartsWith(
            "forbidden AppArmor profile (annotation must not set AppArmor profile type to \"[secret]\"), host namespaces (hostNetwork=true), "
                + "privileged (container \"[secret]\" must not set securityContext.privileged=true), ",
            result.Detail);
        Assert.DoesNotContain("hidden", result.Detail);
    }

    [Fact]
    public void Evaluate_AllowedPod_AllocatesNothing()
    {
        LevelVersion policy = new(PodSecurityLevel.Restricted, PolicyVersion.Latest);
        PodSource pod = PodSource.Find(Pod(Good))!.Value;
        PodSecurityEvaluator.Evaluate(policy, pod);
        long before = GC.GetAllocatedBytesForCurrentThread();

        PodSecurityVerdict verdict = PodSecurityEvaluator.Evaluate(policy, pod).Verdict;

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(PodSecurityVerdict.Allowed, verdict);
    }

    private static PropertyObject Pod(string spec) => ManifestText.Object($"{{'apiVersion': 'v1', 'kind': 'Pod', 'spec': {spec}}}");
}

using Rampart.Protocol.Values;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Reports;

namespace Rampart.Rules.Tests.PodSecurity;

public sealed class PodFinderTests
{
    private const string Spec = "{'containers': [{'name': 'a', 'image': 'registry.example.com/a:v1', 'securityContext': {'privileged': true}}]}";

    // Object, and where the container that is privileged must be found.
    public static TheoryData<string, string> Custom => new()
    {
        { "'argoproj.io/v1alpha1', 'kind': 'Rollout', 'spec': {'template': {'spec': SPEC}}", "spec.template.spec.containers[0]" },
        { "'serving.knative.dev/v1', 'kind': 'Service', 'spec': {'template': {'spec': SPEC}}", "spec.template.spec.containers[0]" },
        { "'serving.knative.dev/v1', 'kind': 'Service', 'spec': {'template': {'spec': {'containers': [{'image': 'a:v1', 'securityContext': {'privileged': true}}]}}}", "spec.template.spec.containers[0]" },
        { "'apps.kruise.io/v1alpha1', 'kind': 'CloneSet', 'spec': {'template': {'spec': SPEC}}", "spec.template.spec.containers[0]" },
        { "'apps.openshift.io/v1', 'kind': 'DeploymentConfig', 'spec': {'template': {'spec': SPEC}}", "spec.template.spec.containers[0]" },
        { "'jobset.x-k8s.io/v1alpha2', 'kind': 'JobSet', 'spec': {'replicatedJobs': [{'name': 'w', 'template': {'spec': {'template': {'spec': SPEC}}}}]}", "spec.replicatedJobs[0].template.spec.template.spec.containers[0]" },
        { "'tekton.dev/v1', 'kind': 'Task', 'spec': {'steps': [{'image': 'a:v1'}, {'image': 'a:v1', 'securityContext': {'privileged': true}}]}", "spec.steps[1]" },
        { "'tekton.dev/v1', 'kind': 'Task', 'spec': {'steps': [{'image': 'a:v1'}], 'sidecars': [{'image': 'a:v1', 'securityContext': {'privileged': true}}]}", "spec.sidecars[0]" },
        { "'tekton.dev/v1', 'kind': 'PipelineRun', 'spec': {'pipelineSpec': {'tasks': [{}, {'taskSpec': {'stepTemplate': {'securityContext': {'privileged': true}}, 'steps': [{'image': 'a:v1'}]}}]}}", "spec.pipelineSpec.tasks[1].taskSpec.steps[0]" },
        { "'argoproj.io/v1alpha1', 'kind': 'Workflow', 'spec': {'templates': [{'name': 'main', 'steps': []}, {'container': {'image': 'a:v1', 'securityContext': {'privileged': true}}}]}", "spec.templates[1].container" },
        { "'argoproj.io/v1alpha1', 'kind': 'CronWorkflow', 'spec': {'workflowSpec': {'templates': [{'script': {'image': 'a:v1', 'securityContext': {'privileged': true}}}]}}", "spec.workflowSpec.templates[0].script" },
        { "'kubevirt.io/v1', 'kind': 'VirtualMachine', 'spec': {'template': {'spec': {'sidecar': SPEC}}}", "spec.template.spec.sidecar.containers[0]" },
        { "'monitoring.coreos.com/v1', 'kind': 'Prometheus', 'spec': SPEC", "spec.containers[0]" },
        { "'ray.io/v1', 'kind': 'RayCluster', 'spec': {'workerGroupSpecs': [{'template': {'spec': SPEC}}]}", "spec.workerGroupSpecs[0].template.spec.containers[0]" },
        { "'kubeflow.org/v1', 'kind': 'PyTorchJob', 'spec': {'pytorchReplicaSpecs': {'a.b/c': {'template': {'spec': SPEC}}}}", "spec.pytorchReplicaSpecs[a.b/c].template.spec.containers[0]" },
        { "'example.com/v1', 'kind': 'Odd', 'podSpec': SPEC", "podSpec.containers[0]" },
        { "'example.com/v1', 'kind': 'Deployment', 'spec': {'template': {'spec': SPEC}}", "spec.template.spec.containers[0]" },
        { "'example.com/v1', 'kind': 'Half', 'spec': {'containers': [{'name': 'b'}, {'name': 'a', 'image': 'a:v1', 'securityContext': {'privileged': true}}]}", "spec.containers[1]" },
    };

    [Theory, MemberData(nameof(Custom))]
    public void Check_PrivilegedInACustomKind_IsForbiddenAtItsPlace(string manifest, string path)
    {
        CheckReport report = Check(manifest);

        Assert.Equal(PodSecurityVerdict.Forbidden, Assert.Single(report.Objects).PodSecurity?.Verdict);
        Assert.Equal($"{path}.securityContext.privileged", Assert.Single(report.Findings, static finding => finding.Rule.Name == "privileged").Path);
        Assert.Contains(report.Findings, finding => finding.Rule.Id == "RMP1101" && finding.Path == $"{path}.securityContext.readOnlyRootFilesystem");
        Assert.Equal(1, report.Summary.Forbidden);
        Assert.StartsWith("0 of 1 pod allowed", report.Checklist[0].Evidence, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("'v1', 'kind': 'ConfigMap', 'data': SPEC")]
    [InlineData("'apps/v1', 'kind': 'ControllerRevision', 'data': {'spec': {'template': {'spec': SPEC}}}")]
    [InlineData("'apiextensions.k8s.io/v1', 'kind': 'CustomResourceDefinition', 'spec': {'versions': [{'schema': {'openAPIV3Schema': {'properties': {'spec': SPEC}}}}]}")]
    [InlineData("'kyverno.io/v1', 'kind': 'ClusterPolicy', 'spec': {'rules': [{'validate': {'pattern': {'spec': {'containers': [{'name': '*', 'image': '*:*'}]}}}}]}")]
    [InlineData("'constraints.gatekeeper.sh/v1beta1', 'kind': 'K8sRequired', 'spec': {'parameters': SPEC}")]
    [InlineData("'example.com/v1', 'kind': 'Names', 'spec': {'containers': ['a', 'b']}")]
    [InlineData("'example.com/v1', 'kind': 'Schema', 'spec': {'properties': {'containers': {'type': 'array', 'items': {'properties': {'name': {}, 'image': {}}}}}}")]
    [InlineData("'example.com/v1', 'kind': 'Storage', 'spec': {'containers': [{'name': 'blobs', 'size': 1}]}")]
    [InlineData("'example.com/v1', 'kind': 'Ran', 'status': SPEC, 'metadata': SPEC")]
    [InlineData("'argoproj.io/v1alpha1', 'kind': 'Rollout', 'spec': {'workloadRef': {'kind': 'Deployment', 'name': 'a'}}")]
    [InlineData("'argoproj.io/v1alpha1', 'kind': 'Workflow', 'spec': {'templates': [{'name': 'main', 'steps': [[{'name': 'a', 'template': 'b'}]]}]}")]
    public void Check_NoPods_AreNotEvaluated(string manifest)
    {
        CheckReport report = Check(manifest);

        Assert.Null(Assert.Single(report.Objects).PodSecurity);
    }

    [Fact]
    public void Check_SeveralPodsInOneObject_AreAllJudged()
    {
        CheckReport report = Check(
            "'jobset.x-k8s.io/v1alpha2', 'kind': 'JobSet', 'spec': {'replicatedJobs': [{'template': {'spec': {'template': {'spec': SPEC}}}}, {'template': {'spec': {'template': {'spec': SPEC}}}}]}");

        Assert.Equal(
            ["spec.replicatedJobs[0].template.spec.template.spec", "spec.replicatedJobs[1].template.spec.template.spec"],
            Assert.Single(report.Objects).Object.Workloads.Select(static workload => workload.SpecPath));
        Assert.Equal(2, report.Findings.Count(static finding => finding.Rule.Name == "privileged"));
        Assert.Equal(1, report.Summary.Evaluated);
    }

    [Fact]
    public void Check_WellKnownPodThatIsNotKnownYet_IsUnknown()
    {
        CheckReport report = Check("'argoproj.io/v1alpha1', 'kind': 'Rollout', 'spec': {'template': '?'}");

        Assert.Equal(PodSecurityVerdict.Unknown, Assert.Single(report.Objects).PodSecurity?.Verdict);
        Assert.Contains(report.Findings, static finding => finding is { Verdict: FindingVerdict.Unknown, Path: "spec.template.spec.containers" or "spec.template.spec" });
    }

    [Fact]
    public void Check_StepsWithATemplate_TakeWhatItSays()
    {
        CheckReport report = Check(
            """
            'tekton.dev/v1', 'kind': 'Task', 'spec': {
              'stepTemplate': {'securityContext': {'runAsNonRoot': true, 'allowPrivilegeEscalation': false, 'capabilities': {'drop': ['ALL']}, 'seccompProfile': {'type': 'RuntimeDefault'}}},
              'steps': [{'image': 'a:v1', 'securityContext': {'runAsUser': 1000}}]}
            """);

        Assert.Equal(PodSecurityVerdict.Allowed, Assert.Single(report.Objects).PodSecurity?.Verdict);
        Assert.DoesNotContain(report.Findings, static finding => finding.Rule.Name is "liveness-probe-missing" or "readiness-probe-missing");
    }

    [Fact]
    public void Check_Secret_IsJudgedAndNotShown()
    {
        PropertyObject body = ManifestText.Object("{'apiVersion': 'example.com/v1', 'kind': 'Odd', 'metadata': {'name': 'a'}}")
            .With("spec", PropertyValue.Secret(ManifestText.Value(Spec.Replace("registry.example.com/a:v1", "registry.example.com/hunter2:latest"))));
        CheckReport report = ObjectChecker.Check(new ObjectSet([new KubernetesObject(body)]));

        Assert.Equal(PodSecurityVerdict.Forbidden, Assert.Single(report.Objects).PodSecurity?.Verdict);
        Assert.DoesNotContain(report.Findings, static finding => finding.Message.Contains("hunter2", StringComparison.Ordinal));
    }

    private static CheckReport Check(string manifest)
    {
        string json = "{'metadata': {'name': 'a', 'namespace': 'shop'}, 'apiVersion': " + manifest.Replace("'metadata': SPEC", "'extra': {}").Replace("SPEC", Spec) + "}";
        return ObjectChecker.Check(new ObjectSet([new KubernetesObject(ManifestText.Object(json))]));
    }
}

namespace Rampart.Rules.Objects;

/// <summary>
/// What is known of kinds that are not Kubernetes' own: where pods are that their shape alone would not show, or not say enough of. All
/// other pods in them are found by shape.
/// </summary>
internal static class WellKnownPods
{
    /// <summary>The groups of policies, whose lists of containers are patterns and no pods.</summary>
    private static readonly HashSet<string> Patterns = new(StringComparer.Ordinal)
    {
        "cilium.io", "constraints.gatekeeper.sh", "kyverno.io", "mutations.gatekeeper.sh", "policies.kyverno.io", "templates.gatekeeper.sh",
    };

    private static readonly WellKnownPod[] All =
    [
        new("apps.kruise.io", "CloneSet DaemonSet StatefulSet", "spec.template.spec"),
        new("apps.kruise.io", "BroadcastJob", "spec.template.spec") { RunsToCompletion = true },
        new("apps.kruise.io", "AdvancedCronJob", "spec.template.jobTemplate.spec.template.spec") { RunsToCompletion = true },
        new("apps.kruise.io", "AdvancedCronJob", "spec.template.broadcastJobTemplate.spec.template.spec") { RunsToCompletion = true },
        new("apps.openshift.io", "DeploymentConfig", "spec.template.spec"),
        new("argoproj.io", "Rollout", "spec.template.spec"),
        new("argoproj.io", "ClusterWorkflowTemplate Workflow WorkflowTemplate", "spec.templates[]")
        {
            Containers = "container script sidecars", PodContext = "spec.securityContext", RunsToCompletion = true,
        },
        new("argoproj.io", "CronWorkflow", "spec.workflowSpec.templates[]")
        {
            Containers = "container script sidecars", PodContext = "spec.workflowSpec.securityContext", RunsToCompletion = true,
        },
        new("jobset.x-k8s.io", "JobSet", "spec.replicatedJobs[].template.spec.template.spec") { RunsToCompletion = true },
        new("serving.knative.dev", "Configuration Service", "spec.template.spec"),
        new("serving.knative.dev", "Revision", "spec"),
        Tekton("ClusterTask Task", "spec"),
        Tekton("TaskRun", "spec.taskSpec"),
        Tekton("Pipeline", "spec.tasks[].taskSpec"),
        Tekton("Pipeline", "spec.finally[].taskSpec"),
        Tekton("PipelineRun", "spec.pipelineSpec.tasks[].taskSpec"),
        Tekton("PipelineRun", "spec.pipelineSpec.finally[].taskSpec"),
    ];

    private static readonly Dictionary<string, List<WellKnownPod>> ByGroup = SortByGroup();

    /// <summary>Whether a group is one of policies.</summary>
    public static bool IsOfPatterns(string group) => Patterns.Contains(group);

    /// <summary>What is known of a kind.</summary>
    public static IEnumerable<WellKnownPod> Of(string group, string kind) =>
        ByGroup.TryGetValue(group, out List<WellKnownPod>? known) ? known.Where(each => each.Kinds.Split(' ').Contains(kind)) : [];

    private static WellKnownPod Tekton(string kinds, string path) =>
        new("tekton.dev", kinds, path) { Containers = "steps sidecars", Defaults = "stepTemplate", RunsToCompletion = true };

    private static Dictionary<string, List<WellKnownPod>> SortByGroup()
    {
        Dictionary<string, List<WellKnownPod>> byGroup = new(StringComparer.Ordinal);
        foreach (WellKnownPod each in All)
        {
            if (!byGroup.TryGetValue(each.Group, out List<WellKnownPod>? known))
            {
                byGroup.Add(each.Group, known = []);
            }

            known.Add(each);
        }

        return byGroup;
    }
}

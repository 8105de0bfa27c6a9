using System.Globalization;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Batch.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Enforcement;
using Rampart.Components.Network;
using Batch = Pulumi.Kubernetes.Batch.V1;

namespace Rampart.Components.Workloads;

/// <summary>
/// A Job whose pod meets the <i>restricted</i> Pod Security Standard, with an account of its own and a network policy.
/// </summary>
/// <remarks>
/// Children, all named after the component: ServiceAccount (unless <see cref="HardenedPodArgs.ServiceAccountName"/> is
/// given), Role and RoleBinding (where <see cref="HardenedPodArgs.ApiAccess"/> is given), Job and NetworkPolicy (unless it
/// is set to <see langword="null"/>). A Job's template cannot change: Pulumi replaces the Job when it does. Without
/// <see cref="HardenedPodArgs.Name"/> the Job is autonamed, so that the new one runs before the old one is deleted; a Job
/// that failed is replaced by the next update.
/// </remarks>
public sealed class HardenedJob : ComponentResource
{
    // Part of every child's URN: changing it replaces live resources unless an alias is added.
    private const string TypeToken = "rampart:workloads:HardenedJob";

    // A Job that failed stays in the cluster; with this annotation the next update replaces it instead of calling it done.
    private const string ReplaceUnreadyAnnotation = "pulumi.com/replaceUnready";

    // Pulumi waits longer than the Job may run: the Job then says why it failed, and Pulumi reports that.
    private const string TimeoutAnnotation = "pulumi.com/timeoutSeconds";
    private const int TimeoutMarginSeconds = 60;

    /// <summary>Defines the children.</summary>
    /// <param name="name">Name of the component, of its children, and of the first container.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options of the component; its children inherit provider and protection.</param>
    /// <exception cref="RunException">RMP2001, RMP2002, RMP2003: an image is not fixed (raised when it becomes known).</exception>
    public HardenedJob(string name, HardenedJobArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        CustomResourceOptions child = new() { Parent = this };
        WorkloadObjects objects = new(name, args, selectorLabels: null);
        ServiceAccountName = objects.DefineIdentity(child);
        PodTemplate template = new(name, args, objects.Labels)
        {
            ServiceAccountName = ServiceAccountName,
            RestartPolicy = "OnFailure",
        };

        if (args.Network is { } network)
        {
            objects.Prerequisites.Add(
                WorkloadNetworkPolicy.Define(name, objects.MetadataBeside(), objects.Labels.InstanceSelector(), network, child));
        }

        Input<int> deadline = args.ActiveDeadlineSeconds ?? HardenedJobArgs.DefaultActiveDeadlineSeconds;
        ObjectMetaArgs metadata = args.IsAutonamed ? objects.AutonamedWorkloadMetadata() : objects.Metadata();
        metadata.Annotations = new InputMap<string>
        {
            [ReplaceUnreadyAnnotation] = "true",
            [TimeoutAnnotation] = deadline.Apply(seconds => (seconds + TimeoutMarginSeconds).ToString(CultureInfo.InvariantCulture)),
        };
        JobSpecArgs spec = new()
        {
            BackoffLimit = args.BackoffLimit ?? HardenedJobArgs.DefaultBackoffLimit,
            ActiveDeadlineSeconds = deadline,
            TtlSecondsAfterFinished = args.TtlSecondsAfterFinished,
            Template = template.Fill(null),
        };
        Batch.Job job = new(name, new JobArgs
        {
            Metadata = metadata,
            Spec = WorkloadEnforcement.Require(this, args.RequirePinnedImages, "batch/v1", "Job", metadata, Output.Create(spec)),
        }, objects.AfterPrerequisites(this, options));

        Name = job.Metadata.Apply(metadata => metadata.Name);
        Namespace = args.Namespace;
        RegisterOutputs();
    }

    /// <summary><c>metadata.name</c> of the Job.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; }

    /// <summary>Namespace of the Job.</summary>
    [Output("namespace")]
    public Output<string> Namespace { get; private set; }

    /// <summary>Account of the pod.</summary>
    [Output("serviceAccountName")]
    public Output<string> ServiceAccountName { get; private set; }
}

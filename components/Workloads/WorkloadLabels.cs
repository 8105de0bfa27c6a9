using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Images;

namespace Rampart.Components.Workloads;

/// <summary>The labels of one workload: all of them, and the few by which its pods are found.</summary>
/// <remarks>
/// The keys are Kubernetes' recommended ones, <see href="https://kubernetes.io/docs/concepts/overview/working-with-objects/common-labels/"/>.
/// Name and instance select; the rest may change without a new workload.
/// </remarks>
internal sealed class WorkloadLabels
{
    public const string NameKey = "app.kubernetes.io/name";
    public const string InstanceKey = "app.kubernetes.io/instance";
    public const string VersionKey = "app.kubernetes.io/version";
    public const string ComponentKey = "app.kubernetes.io/component";
    public const string PartOfKey = "app.kubernetes.io/part-of";
    public const string ManagedByKey = "app.kubernetes.io/managed-by";
    public const string ManagedBy = "pulumi";

    private WorkloadLabels(Input<string> instance, InputMap<string> selector, InputMap<string> beside, InputMap<string> pod)
    {
        Instance = instance;
        Selector = selector;
        Beside = beside;
        Pod = pod;
    }

    /// <summary>The labels that select the pods.</summary>
    public InputMap<string> Selector { get; }

    /// <summary>Value of the instance label: the workload's <c>metadata.name</c>.</summary>
    public Input<string> Instance { get; }

    /// <summary>Labels of the objects beside the workload: all but the version, so that a new image changes the workload only.</summary>
    public InputMap<string> Beside { get; }

    /// <summary>Labels of the workload and its pods.</summary>
    public InputMap<string> Pod { get; }

    /// <summary>Selects the pods by the instance alone.</summary>
    public LabelSelectorArgs InstanceSelector() => new() { MatchLabels = new InputMap<string> { [InstanceKey] = Instance } };

    public static WorkloadLabels Of(Input<string> objectName, HardenedPodArgs args, InputMap<string>? selector)
    {
        Input<string> app = args.App ?? objectName;
        InputMap<string> beside = Recommended(objectName, app, args);
        InputMap<string> pod = beside;
        if (args.Image is not null)
        {
            pod = Recommended(objectName, app, args);
            pod.Add(VersionKey, ImageVersion.Label(args.Image));
        }

        if (args.LabelsOrNull is { } more)
        {
            beside = InputMap<string>.Merge(beside, more);
            pod = InputMap<string>.Merge(pod, more);
        }

        // Whatever selects must be on the pods, or the API server refuses the workload.
        return selector is null
            ? new WorkloadLabels(objectName, new InputMap<string> { [NameKey] = app, [InstanceKey] = objectName }, beside, pod)
            : new WorkloadLabels(objectName, selector, beside, InputMap<string>.Merge(pod, selector));
    }

    private static InputMap<string> Recommended(Input<string> objectName, Input<string> app, HardenedPodArgs args) => new()
    {
        [NameKey] = app,
        [InstanceKey] = objectName,
        [ComponentKey] = args.Component ?? HardenedPodArgs.DefaultComponent,
        [PartOfKey] = args.PartOf ?? app,
        [ManagedByKey] = ManagedBy,
    };
}

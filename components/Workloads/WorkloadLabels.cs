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

    private WorkloadLabels(InputMap<string> selector, Input<string> instance, InputMap<string> all)
    {
        Selector = selector;
        Instance = instance;
        All = all;
    }

    /// <summary>The labels that select the pods.</summary>
    public InputMap<string> Selector { get; }

    /// <summary>Value of the instance label: the workload's <c>metadata.name</c>.</summary>
    public Input<string> Instance { get; }

    /// <summary>Every label of the workload and its pods.</summary>
    public InputMap<string> All { get; }

    /// <summary>Selects the pods by the instance alone.</summary>
    public LabelSelectorArgs InstanceSelector() => new() { MatchLabels = new InputMap<string> { [InstanceKey] = Instance } };

    public static WorkloadLabels Of(Input<string> objectName, HardenedPodArgs args, InputMap<string>? selector)
    {
        Input<string> app = args.App ?? objectName;
        InputMap<string> all = new()
        {
            [NameKey] = app,
            [InstanceKey] = objectName,
            [ComponentKey] = args.Component ?? HardenedPodArgs.DefaultComponent,
            [PartOfKey] = args.PartOf ?? app,
            [ManagedByKey] = ManagedBy,
        };
        if (args.Image is not null)
        {
            all.Add(VersionKey, ImageVersion.Label(args.Image));
        }

        if (args.LabelsOrNull is { } more)
        {
            all = InputMap<string>.Merge(all, more);
        }

        // Whatever selects must be on the pods, or the API server refuses the workload.
        return selector is null
            ? new WorkloadLabels(new InputMap<string> { [NameKey] = app, [InstanceKey] = objectName }, objectName, all)
            : new WorkloadLabels(selector, objectName, InputMap<string>.Merge(all, selector));
    }
}

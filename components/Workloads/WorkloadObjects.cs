using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Identity;

namespace Rampart.Components.Workloads;

/// <summary>What the objects of one workload have in common: names, namespace and labels.</summary>
internal sealed class WorkloadObjects
{
    private readonly string _name;
    private readonly HardenedPodArgs _args;
    private readonly Input<string> _objectName;

    public WorkloadObjects(string name, HardenedPodArgs args, InputMap<string>? selectorLabels)
    {
        _name = name;
        _args = args;
        _objectName = args.Name ?? name;
        Labels = WorkloadLabels.Of(_objectName, args, selectorLabels);
    }

    public WorkloadLabels Labels { get; }

    /// <summary>What must be there before the first pod starts: in a namespace that denies by default it otherwise reaches nothing.</summary>
    public InputList<Resource> Prerequisites { get; } = [];

    /// <summary>Options of the workload itself: it waits for its prerequisites and for what its component waits for.</summary>
    public CustomResourceOptions AfterPrerequisites(ComponentResource parent, ComponentResourceOptions? options) => new()
    {
        Parent = parent,
        DependsOn = options is null ? Prerequisites : Prerequisites.Concat(options.DependsOn),
    };

    /// <summary>Selects the workload's pods.</summary>
    public LabelSelectorArgs Selector() => new() { MatchLabels = Labels.Selector };

    /// <summary>Metadata of the workload itself.</summary>
    public ObjectMetaArgs Metadata() => MetadataOf(_objectName, Labels.Pod);

    /// <summary>Metadata of an object beside the workload, whose name adds <paramref name="suffix"/> to the workload's.</summary>
    public ObjectMetaArgs MetadataBeside(string suffix = "")
    {
        Input<string> objectName = suffix.Length == 0 ? _objectName
            : _args.Name is null ? _name + suffix
            : _args.Name.Apply(known => known + suffix);
        return MetadataOf(objectName, Labels.Beside);
    }

    /// <summary>Metadata without a name: Pulumi names the object, and a replacement gets another name.</summary>
    public ObjectMetaArgs AutonamedMetadata() => AutonamedMetadata(Labels.Beside);

    /// <summary>Metadata of the workload itself, without a name.</summary>
    public ObjectMetaArgs AutonamedWorkloadMetadata() => AutonamedMetadata(Labels.Pod);

    /// <summary>Defines the workload's own account, and its role if it asks for one; gives the account's name.</summary>
    public Output<string> DefineIdentity(CustomResourceOptions options)
    {
        Output<string> account;
        if (_args.ServiceAccountName is null)
        {
            account = WorkloadIdentity.Define(_name, MetadataBeside(), options).Metadata.Apply(metadata => metadata.Name);
        }
        else
        {
            account = _args.ServiceAccountName;
        }

        if (_args.ApiAccess is { } rules)
        {
            Prerequisites.Add(WorkloadIdentity.Grant(_name, MetadataBeside(), _objectName, account, _args.Namespace, rules, options));
        }

        return account;
    }

    private ObjectMetaArgs AutonamedMetadata(InputMap<string> labels) => new() { Namespace = _args.Namespace, Labels = labels };

    private ObjectMetaArgs MetadataOf(Input<string> objectName, InputMap<string> labels) => new()
    {
        Name = objectName,
        Namespace = _args.Namespace,
        Labels = labels,
    };
}

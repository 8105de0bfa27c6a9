using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>An object that is a pod, or that makes pods of a template.</summary>
public sealed class Workload
{
    private object? _remembered;
    private PodVolumes? _volumes;
    private PodPorts? _ports;

    private Workload(KubernetesObject owner, in PodSource pod)
    {
        Object = owner;
        Pod = pod;
        SpecPath = pod.SpecPath;
        MetadataPath = pod.MetadataPath;
        PodSpec = new Field(pod.Spec);
        PodMetadata = new Field(pod.Metadata);
        List<Container> containers = [];
        Add(containers, "initContainers");
        Add(containers, "containers");
        Add(containers, "ephemeralContainers");
        Containers = new ContainerList(containers);
    }

    /// <summary>The object.</summary>
    public KubernetesObject Object { get; }

    /// <summary>The pod, or the template of pods, in the object.</summary>
    public PodSource Pod { get; }

    /// <summary>Init containers, containers and ephemeral containers, in this order. A list that is not known stands for one container of which nothing is known.</summary>
    public ContainerList Containers { get; }

    /// <summary>Whether the pods end by themselves: those of a Job or CronJob, and a Pod, or one that is found by shape, that is not always restarted.</summary>
    public bool RunsToCompletion => Object.Group == "batch" || Pod.RunsToCompletion
        || ((Pod.IsPod || Pod.IsByShape) && PodSpec["restartPolicy"].Text is "Never" or "OnFailure");

    /// <summary>
    /// Whether the object keeps a number of pods that somebody can set: Deployment, StatefulSet, ReplicaSet, ReplicationController, and
    /// one of a kind that is not Kubernetes' own with replicas beside its template.
    /// </summary>
    public bool HasScale => Pod.IsByShape ? SpecPath == "spec.template.spec" && !Object.Spec["replicas"].IsUnset
        : Object.Kind is "Deployment" or "StatefulSet" or "ReplicaSet" or "ReplicationController";

    /// <summary>The pods that are asked for: 1 when a scaled object says nothing, and for a Pod; null while it is not known, and for kinds that have no such number.</summary>
    public int? Replicas
    {
        get
        {
            if (!HasScale)
            {
                return Object.Kind == "Pod" ? 1 : null;
            }

            Field replicas = Object.Spec["replicas"];
            return replicas.IsUnset ? 1
                : replicas.TryGetInteger(out double number) && number is >= 0 and <= int.MaxValue ? (int)number
                : null;
        }
    }

    /// <summary>The path of the pod's spec in the object, e.g. <c>spec.template.spec</c>.</summary>
    public string SpecPath { get; }

    /// <summary>The path of the pod's metadata in the object, e.g. <c>spec.template.metadata</c>.</summary>
    public string MetadataPath { get; }

    internal Field PodSpec { get; }

    internal Field PodMetadata { get; }

    internal Field PodLabels => PodMetadata["labels"];

    /// <summary>What is read from the pods and needed again and again: one reading, the first that is asked for.</summary>
    internal T Remember<T>(Func<Workload, T> read)
        where T : class => (T)(_remembered ??= read(this));

    /// <summary>Its volumes by their names, which are sorted when somebody asks first.</summary>
    internal PodVolumes Volumes => _volumes ??= new PodVolumes(this);

    /// <summary>The ports that its containers declare, which are sorted when somebody asks first.</summary>
    internal PodPorts Ports => _ports ??= new PodPorts(this);

    internal static Workload[] Find(KubernetesObject owner)
    {
        if (PodSource.Find(owner.Body) is { } pod)
        {
            return [new Workload(owner, pod)];
        }

        IReadOnlyList<PodSource> pods = PodSource.FindAll(owner.Body);
        Workload[] workloads = pods.Count == 0 ? [] : new Workload[pods.Count];
        for (int i = 0; i < workloads.Length; i++)
        {
            workloads[i] = new Workload(owner, pods[i]);
        }

        return workloads;
    }

    private void Add(List<Container> containers, string list)
    {
        Field field = PodSpec[list];
        if (!field.TryGetItems(out FieldItems items))
        {
            containers.Add(new Container(this, KindOf(list, default), $"{SpecPath}.{list}", Field.Unreadable));
            return;
        }

        for (int i = 0; i < items.Count; i++)
        {
            Field item = items[i].Value.Kind == PropertyKind.Object ? items[i] : Field.Unreadable;
            containers.Add(new Container(this, KindOf(list, item), Pod.PathOf(list, i), item));
        }
    }

    private static ContainerKind KindOf(string list, Field container) => list switch
    {
        "initContainers" => container["restartPolicy"].Text == "Always" ? ContainerKind.Sidecar : ContainerKind.Init,
        "ephemeralContainers" => ContainerKind.Ephemeral,
        _ => ContainerKind.Normal,
    };
}

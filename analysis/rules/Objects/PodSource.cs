using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>The pod, or the template of pods, inside a Kubernetes object.</summary>
/// <param name="Path">The path of pod or template in the object, with a dot at the end, e.g. <c>spec.template.</c>; empty for a pod.</param>
/// <param name="Metadata">Its metadata.</param>
/// <param name="Spec">Its spec.</param>
public readonly record struct PodSource(string Path, PropertyValue Metadata, PropertyValue Spec)
{
    private const string SpecTemplate = "spec.template.";

    /// <summary>Whether the object itself is a pod, which admission can reject; it only warns about templates.</summary>
    public bool IsPod => Path.Length == 0 && !IsByShape;

    /// <summary>
    /// Whether it has been found in a kind that is not Kubernetes' own, of which only the controller knows what it makes: by its shape,
    /// or where such objects are known to hold pods.
    /// </summary>
    public bool IsByShape => ShapePath is not null;

    /// <summary>The path of what stands for its spec where it is found by shape; null in Kubernetes' own kinds.</summary>
    internal string? ShapePath { get; init; }

    /// <summary>The path of what stands for its metadata where it is found by shape.</summary>
    internal string ShapeMetadataPath { get; init; } = "metadata";

    /// <summary>The paths of its containers in the object, where these are not a list of that name; empty where they are.</summary>
    internal IReadOnlyList<string> ContainerPaths { get; init; } = [];

    /// <summary>Whether a pod that is found by shape is known to end by itself.</summary>
    internal bool RunsToCompletion { get; init; }

    /// <summary>The path of its spec in the object, e.g. <c>spec.template.spec</c>.</summary>
    public string SpecPath => ShapePath ?? Path switch
    {
        "" => "spec",
        SpecTemplate => SpecTemplate + "spec",
        _ => Path + "spec",
    };

    /// <summary>The path of its metadata in the object, e.g. <c>spec.template.metadata</c>.</summary>
    public string MetadataPath => IsByShape ? ShapeMetadataPath : Path switch
    {
        "" => "metadata",
        SpecTemplate => SpecTemplate + "metadata",
        _ => Path + "metadata",
    };

    /// <summary>The path of a field of the pod in the object.</summary>
    /// <param name="field">The field, e.g. <c>spec.hostPID</c>.</param>
    internal string PathOf(string field) => !IsByShape ? Path + field
        : field.StartsWith("spec", StringComparison.Ordinal) ? SpecPath + field["spec".Length..]
        : MetadataPath + field["metadata".Length..];

    /// <summary>The path of a container in the object.</summary>
    /// <param name="list">The list that it is in, e.g. <c>initContainers</c>.</param>
    /// <param name="index">Its place.</param>
    internal string PathOf(string list, int index) =>
        list == "containers" && index < ContainerPaths.Count ? ContainerPaths[index] : PathPool.Item(SpecPath, list, index);

    /// <summary>
    /// Finds the pods in an object of any kind: the one that <see cref="Find"/> finds, or in kinds that are not Kubernetes' own all that
    /// have the shape of a pod.
    /// </summary>
    public static IReadOnlyList<PodSource> FindAll(PropertyObject manifest)
    {
        if (Find(manifest) is { } pod)
        {
            return [pod];
        }

        string group = ApiGroup.Of(manifest["apiVersion"].Inner.StringOrNull() ?? "");
        return BuiltInKinds.IsGroup(group) || WellKnownPods.IsOfPatterns(group) ? []
            : PodFinder.Find(manifest, group, manifest["kind"].Inner.StringOrNull() ?? "");
    }

    /// <summary>
    /// Finds the pod in a Pod, PodTemplate, ReplicationController, ReplicaSet, Deployment, StatefulSet, DaemonSet, Job or
    /// CronJob; null in every other kind, which Pod Security admission does not look at.
    /// </summary>
    public static PodSource? Find(PropertyObject manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (manifest["kind"].Inner.StringOrNull() is not { } kind || manifest["apiVersion"].Inner.StringOrNull() is not { } apiVersion)
        {
            return null;
        }

        return (ApiGroup.Of(apiVersion), kind) switch
        {
            ("", "Pod") => new PodSource("", manifest["metadata"], manifest["spec"]),
            ("", "PodTemplate") => FromTemplate("template.", manifest["template"]),
            ("", "ReplicationController") or ("apps", "ReplicaSet" or "Deployment" or "StatefulSet" or "DaemonSet") or ("batch", "Job")
                => FromTemplate(SpecTemplate, Get(manifest["spec"], "template")),
            ("batch", "CronJob")
                => FromTemplate("spec.jobTemplate.spec.template.", Get(Get(Get(manifest["spec"], "jobTemplate"), "spec"), "template")),
            _ => null,
        };
    }

    private static PodSource FromTemplate(string path, PropertyValue template) =>
        new(path, Get(template, "metadata"), Get(template, "spec"));

    // What is below a secret is secret, and what is below an unknown or a value of a wrong type is unknown.
    private static PropertyValue Get(PropertyValue parent, string name)
    {
        PropertyValue value = parent.Inner.ObjectOrNull() is { } fields ? fields[name]
            : parent.Inner.IsNull ? PropertyValue.Null
            : PropertyValue.Unknown;
        return parent.IsSecret && !value.IsNull ? PropertyValue.Secret(value) : value;
    }
}

using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity;

/// <summary>The pod, or the template of pods, inside a Kubernetes object.</summary>
/// <param name="Path">The path of pod or template in the object, with a dot at the end, e.g. <c>spec.template.</c>; empty for a pod.</param>
/// <param name="Metadata">Its metadata.</param>
/// <param name="Spec">Its spec.</param>
public readonly record struct PodSource(string Path, PropertyValue Metadata, PropertyValue Spec)
{
    private const string SpecTemplate = "spec.template.";

    /// <summary>Whether the object itself is a pod, which admission can reject; it only warns about templates.</summary>
    public bool IsPod => Path.Length == 0;

    /// <summary>The path of its spec in the object, e.g. <c>spec.template.spec</c>.</summary>
    public string SpecPath => Path switch
    {
        "" => "spec",
        SpecTemplate => SpecTemplate + "spec",
        _ => Path + "spec",
    };

    /// <summary>The path of its metadata in the object, e.g. <c>spec.template.metadata</c>.</summary>
    public string MetadataPath => Path switch
    {
        "" => "metadata",
        SpecTemplate => SpecTemplate + "metadata",
        _ => Path + "metadata",
    };

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

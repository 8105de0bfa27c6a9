using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity.Checks;

namespace Rampart.Rules.PodSecurity;

/// <summary>A pod as Pod Security admission gets to see it, after the API server has filled in what the pod leaves out.</summary>
/// <remarks>
/// For pods only, not for templates. A pod on the node's network takes the port of the node with the number of each container
/// port; an AppArmor annotation also becomes the field of its container. Neither changes whether a pod is admitted, but both
/// add to the messages.
/// </remarks>
public static class AdmittedPod
{
    /// <summary>Fills a pod in. Parts that are unknown or secret, and objects of other kinds, stay as they are.</summary>
    public static PropertyObject Default(PropertyObject pod)
    {
        ArgumentNullException.ThrowIfNull(pod);
        if (PodSource.Find(pod) is not { IsPod: true } source || source.Spec.ObjectOrNull() is not { } spec)
        {
            return pod;
        }

        bool isOnHostNetwork = spec["hostNetwork"].Inner.BooleanOrNull() is true;
        PropertyObject annotations = pod["metadata"].ObjectOrNull()?["annotations"].ObjectOrNull() ?? PropertyObject.Empty;
        if (new PodView(source).IsWindows == Flag.True)
        {
            annotations = PropertyObject.Empty;
        }

        PropertyValue podProfile = new Field(source.Spec)["securityContext"]["appArmorProfile"].Value;
        foreach (string list in (ReadOnlySpan<string>)["initContainers", "containers", "ephemeralContainers"])
        {
            if (spec[list].ListOrNull() is { } containers)
            {
                bool takesHostPorts = isOnHostNetwork && list != "ephemeralContainers";
                spec = spec.With(list, Map(containers, container =>
                    WithProfile(takesHostPorts ? WithHostPorts(container) : container, annotations, podProfile)));
            }
        }

        return pod.With("spec", PropertyValue.From(spec));
    }

    private static PropertyValue Map(PropertyList list, Func<PropertyObject, PropertyObject> change)
    {
        PropertyValue[] items = list.Items.ToArray();
        for (int i = 0; i < items.Length; i++)
        {
            if (items[i].ObjectOrNull() is { } item)
            {
                items[i] = PropertyValue.From(change(item));
            }
        }

        return PropertyValue.From(PropertyList.Create(items));
    }

    private static PropertyObject WithHostPorts(PropertyObject container) =>
        container["ports"].ListOrNull() is { } ports
            ? container.With("ports", Map(ports, port =>
                port["hostPort"].IsNull || port["hostPort"].NumberOrNull() is 0 ? port.With("hostPort", port["containerPort"]) : port))
            : container;

    private static PropertyObject WithProfile(PropertyObject container, PropertyObject annotations, PropertyValue podProfile)
    {
        PropertyObject? context = container["securityContext"].IsNull ? PropertyObject.Empty : container["securityContext"].ObjectOrNull();
        if (annotations.Count == 0
            || context?["appArmorProfile"].IsNull is not true
            || container["name"].StringOrNull() is not { } name
            || annotations[AppArmorProfileCheck.AnnotationPrefix + name].StringOrNull() is not { } annotation
            || FromAnnotation(annotation) is not { } profile
            || podProfile == PropertyValue.From(profile))
        {
            return container;
        }

        return container.With("securityContext", PropertyValue.From(context.With("appArmorProfile", PropertyValue.From(profile))));
    }

    private static PropertyObject? FromAnnotation(string annotation)
    {
        const string LocalPrefix = "localhost/";
        return annotation switch
        {
            "runtime/default" => Profile("RuntimeDefault"),
            "unconfined" => Profile("Unconfined"),
            _ when annotation.StartsWith(LocalPrefix, StringComparison.Ordinal) && annotation.Length > LocalPrefix.Length =>
                Profile("Localhost").With("localhostProfile", PropertyValue.From(annotation[LocalPrefix.Length..])),
            _ => null,
        };
    }

    private static PropertyObject Profile(string type) => PropertyObject.Create(new Property("type", PropertyValue.From(type)));
}

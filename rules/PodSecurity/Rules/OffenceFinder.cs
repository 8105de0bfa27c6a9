using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>Finds the field for which a check forbids a pod, so that a report can point at it.</summary>
/// <remarks>
/// Upstream tells containers but no fields. The check is asked again about the pod with one container at a time: the first
/// that is forbidden, though the pod without containers is not, holds the field.
/// </remarks>
internal static class OffenceFinder
{
    private const string ContainerPrefix = "spec.containers[*].";

    private static readonly string[] ContainerLists = ["initContainers", "containers", "ephemeralContainers"];

    /// <summary>The path of the field in the object; that of the pod's spec when no single field is to blame.</summary>
    public static string Find(PodSecurityCheck check, PolicyVersion version, Workload workload)
    {
        if (workload.Pod.Spec.Inner.ObjectOrNull() is not { } spec || check.At(version) is not { } atVersion)
        {
            return workload.SpecPath;
        }

        PropertyObject bare = spec;
        foreach (string list in ContainerLists)
        {
            bare = bare.With(list, PropertyValue.Null);
        }

        if (!IsForbidden(bare))
        {
            foreach (Container container in workload.Containers)
            {
                if (container.Body.Value.ObjectOrNull() is { } body
                    && IsForbidden(bare.With(ListOf(container), PropertyValue.From(PropertyList.Create(PropertyValue.From(body))))))
                {
                    return container.Path + FieldOf(atVersion, ContainerPrefix);
                }
            }
        }

        foreach (CheckedField field in atVersion.Fields)
        {
            if (!field.Path.StartsWith(ContainerPrefix, StringComparison.Ordinal))
            {
                int star = field.Path.IndexOf("[*", StringComparison.Ordinal);
                return workload.Pod.Path + (star < 0 ? field.Path : field.Path[..star]);
            }
        }

        return workload.SpecPath;

        bool IsForbidden(PropertyObject candidate) =>
            check.Evaluate(version, workload.Pod with { Spec = PropertyValue.From(candidate) }).Verdict == PodSecurityVerdict.Forbidden;
    }

    private static string ListOf(Container container) => container.Kind switch
    {
        ContainerKind.Init or ContainerKind.Sidecar => "initContainers",
        ContainerKind.Ephemeral => "ephemeralContainers",
        _ => "containers",
    };

    private static string FieldOf(PodSecurityCheckVersion version, string prefix)
    {
        foreach (CheckedField field in version.Fields)
        {
            if (field.Path.StartsWith(prefix, StringComparison.Ordinal))
            {
                string rest = field.Path[prefix.Length..];
                int star = rest.IndexOf("[*", StringComparison.Ordinal);
                return "." + (star < 0 ? rest : rest[..star]);
            }
        }

        return "";
    }
}

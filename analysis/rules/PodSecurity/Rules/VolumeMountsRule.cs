using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1126: mounts say where they are, and of a volume that exists.</summary>
internal static class VolumeMountsRule
{
    public static Rule Descriptor { get; } = new ContainerRule("RMP1126", "volume-mounts", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
    {
        Summary = "Every mount names a volume of its pod and a path: the API server rejects all else.",
        Allowed = "the name of a volume, and a path",
        Fix = "add the volume to the pod, or correct the name",
        Check = Check,
    };

    private static void Check(Container container, Inspection inspection)
    {
        if (container.Workload.Pod.IsByShape)
        {
            // Controllers bring volumes of their own, such as workspaces and claims.
            return;
        }

        container["volumeMounts"].TryGetItems(out FieldItems mounts);
        for (int i = 0; i < mounts.Count; i++)
        {
            Field mount = mounts[i];
            if (mount.Presence != Flag.True)
            {
                continue;
            }

            if (mount["mountPath"].IsUnset)
            {
                inspection.Broken(container.Workload.Object, Path(container, i, "mountPath"), $"a mount of {container} has no path");
            }

            switch (Exists(container.Workload, mount["name"]))
            {
                case Flag.False:
                    inspection.Broken(
                        container.Workload.Object, Path(container, i, "name"), $"{container} mounts volume '{mount["name"].Shown}', which the pod does not have", mount["name"].Shown);
                    break;
                case Flag.Unknown:
                    inspection.Unknown(container.Workload.Object, Path(container, i, "name"), "cannot be told from what is known");
                    break;
            }
        }
    }

    private static Flag Exists(Workload workload, Field name) => name.TryGetText(out string wanted) ? workload.Volumes.Has(wanted) : Flag.Unknown;

    private static string Path(Container container, int index, string field) =>
        string.Create(CultureInfo.InvariantCulture, $"{container.Path}.volumeMounts[{index}].{field}");
}

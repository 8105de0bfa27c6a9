using System.Globalization;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The rules about file systems.</summary>
internal static class FilesystemRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ContainerRule("RMP1101", "read-only-root-filesystem", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
        {
            Summary = "No container writes to its image's files, so an intruder cannot leave a program there.",
            Allowed = "readOnlyRootFilesystem true",
            Fix = "set securityContext.readOnlyRootFilesystem to true, and mount an emptyDir where the program writes",
            Guide = "Container-Level Security Context",
            OtherIds =
            [
                "checkov:CKV_K8S_22", "kube-linter:no-read-only-root-fs", "kube-score:container-security-context-readonlyrootfilesystem",
                "kubescape:C-0017", "kubesec:ReadOnlyRootFilesystem", "polaris:notReadOnlyRootFilesystem", "trivy:KSV-0014",
            ],
            Point = ChecklistPoint.ReadOnlyRootFilesystem,
            Check = static (container, inspection) =>
            {
                const string Field = "securityContext.readOnlyRootFilesystem";
                switch (container["securityContext"]["readOnlyRootFilesystem"].Flag)
                {
                    case Flag.Unknown:
                        inspection.Unknown(container.Workload.Object, $"{container.Path}.{Field}");
                        break;
                    case Flag.False:
                        inspection.Broken(container.Workload.Object, $"{container.Path}.{Field}", $"{container} may write to its root file system", "false");
                        break;
                    case Flag.Unset:
                        inspection.Broken(container.Workload.Object, $"{container.Path}.{Field}", $"{container} may write to its root file system");
                        break;
                }
            },
        },
        new ContainerRule("RMP1125", "scratch-volume", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary = "A container with a read-only root has a volume for temporary files: most programs fail on the first one they cannot write.",
            Allowed = "at least one mount that can be written to",
            Fix = "mount an emptyDir with a sizeLimit at /tmp",
            Guide = "Container-Level Security Context",
            Point = ChecklistPoint.ReadOnlyRootFilesystem,
            Check = CheckScratchVolume,
        },
        VolumeMountsRule.Descriptor,
        new WorkloadRule("RMP1130", "mounted-volumes", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary = "Every volume is mounted by a container: one that none mounts is a forgotten mount, or gives secrets to pods that do not use them.",
            Allowed = "volumes that a container mounts",
            Fix = "mount the volume, or remove it",
            Check = static (workload, inspection) =>
            {
                workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes);
                for (int i = 0; i < volumes.Count; i++)
                {
                    Field name = volumes[i]["name"];
                    if (name.Text.Length > 0 && !workload.Volumes.MayBeMounted(name.Text))
                    {
                        inspection.Broken(
                            workload.Object,
                            string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.volumes[{i}]"),
                            $"no container mounts volume '{name.Shown}'",
                            name.Shown);
                    }
                }
            },
        },
    ];

    private static void CheckScratchVolume(Container container, Inspection inspection)
    {
        if (container["securityContext"]["readOnlyRootFilesystem"].Flag != Flag.True)
        {
            return;
        }

        if (!container["volumeMounts"].TryGetItems(out FieldItems mounts))
        {
            inspection.Unknown(container.Workload.Object, $"{container.Path}.volumeMounts");
            return;
        }

        foreach (Field mount in mounts)
        {
            if (mount["readOnly"].Flag is not Flag.True && CanBeWritten(container.Workload, mount["name"].Text))
            {
                return;
            }
        }

        inspection.Broken(
            container.Workload.Object, $"{container.Path}.volumeMounts", $"{container} can write nowhere: its root is read-only and no volume is mounted for temporary files");
    }

    // A volume that is not in the list is one that a StatefulSet claims, or one of which nothing is known.
    private static bool CanBeWritten(Workload workload, string name)
    {
        Field volume = workload.Volumes.Find(name);
        return volume["configMap"].IsUnset && volume["secret"].IsUnset && volume["projected"].IsUnset
            && volume["downwardAPI"].IsUnset && volume["image"].IsUnset;
    }
}

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
            Summary = "No container can write to its image's files, so an intruder cannot leave a program there.",
            Allowed = "readOnlyRootFilesystem true",
            Fix = "set securityContext.readOnlyRootFilesystem to true, and mount an emptyDir where the program writes",
            Guide = "Container-Level Security Context",
            OtherIds =
            [
                "checkov:CKV_K8S_22", "kube-linter:no-read-only-root-fs", "kube-score:container-security-context-readonlyrootfilesystem",
                "kubescape:C-0017", "kubesec:ReadOnlyRootFilesystem", "polaris:notReadOnlyRootFilesystem", "trivy:KSV-0014",
            ],
            Point = ChecklistPoint.ReadOnlyRootFilesystem,
            Example = new(
                """
                containers:
                - name: app
                  securityContext: {readOnlyRootFilesystem: false}
                """,
                """
                containers:
                - name: app
                  securityContext: {readOnlyRootFilesystem: true}
                  volumeMounts: [{name: tmp, mountPath: /tmp}]
                volumes: [{name: tmp, emptyDir: {sizeLimit: 64Mi}}]
                """,
                "Programs that write beside their files: caches, logs, PID files. Mount an emptyDir at each such path."),
            Check = static (container, inspection) =>
                inspection.At(container)["securityContext"]["readOnlyRootFilesystem"].ReportIf(Is.NotTrue, $"{container} can write to its root filesystem"),
        },
        new ContainerRule("RMP1125", "scratch-volume", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary = "A container with a read-only root has a volume for temporary files: most programs fail at the first file that they cannot write.",
            Allowed = "at least one writable mount",
            Fix = "mount an emptyDir with a sizeLimit at /tmp",
            Guide = "Container-Level Security Context",
            Point = ChecklistPoint.ReadOnlyRootFilesystem,
            Example = new(
                """
                containers:
                - name: app
                  securityContext: {readOnlyRootFilesystem: true}
                """,
                """
                containers:
                - name: app
                  securityContext: {readOnlyRootFilesystem: true}
                  volumeMounts: [{name: tmp, mountPath: /tmp}]
                volumes: [{name: tmp, emptyDir: {sizeLimit: 64Mi}}]
                """),
            Check = CheckScratchVolume,
        },
        new ContainerRule("RMP1126", "volume-mounts", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary = "Every mount names a volume of its pod and a path; the API server rejects any other.",
            Allowed = "the name of a volume, and a path",
            Fix = "add the volume to the pod, or correct the name",
            Example = new(
                """
                containers:
                - name: app
                  volumeMounts: [{name: temp, mountPath: /tmp}]
                volumes: [{name: tmp, emptyDir: {}}]
                """,
                """
                containers:
                - name: app
                  volumeMounts: [{name: tmp, mountPath: /tmp}]
                volumes: [{name: tmp, emptyDir: {}}]
                """),
            Check = CheckVolumeMounts,
        },
        new WorkloadRule("RMP1130", "mounted-volumes", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
        {
            Summary = "A container mounts every volume: an unused one is a forgotten mount, or gives secrets to pods that do not use them.",
            Allowed = "volumes that a container mounts",
            Fix = "mount the volume, or remove it",
            Example = new(
                """
                volumes:
                - name: cache
                  emptyDir: {sizeLimit: 64Mi}
                """,
                """
                containers:
                - name: app
                  volumeMounts: [{name: cache, mountPath: /cache}]
                volumes: [{name: cache, emptyDir: {sizeLimit: 64Mi}}]
                """),
            Check = static (workload, inspection) =>
            {
                foreach (FieldAt volume in inspection.At(workload)["volumes"].Items)
                {
                    if (volume["name"].Text is { Length: > 0 } name && !workload.Volumes.MayBeMounted(name))
                    {
                        volume.Report($"no container mounts volume '{volume["name"].Shown}'", volume["name"].Shown);
                    }
                }
            },
        },
    ];

    private static void CheckScratchVolume(Container container, Inspection inspection)
    {
        FieldAt mounts = inspection.At(container)["volumeMounts"];
        if (container["securityContext"]["readOnlyRootFilesystem"].Flag != Flag.True)
        {
            return;
        }

        foreach (FieldAt mount in mounts.Items)
        {
            if (mount["readOnly"].Flag is not Flag.True && CanBeWritten(container.Workload, mount["name"].Text))
            {
                return;
            }
        }

        mounts.ReportIf(Is.List, $"{container} can write nowhere: its root filesystem is read-only and no volume is mounted for temporary files");
    }

    // A volume that is not in the list is one that a StatefulSet claims, or one of which nothing is known.
    private static bool CanBeWritten(Workload workload, string name)
    {
        Field volume = workload.Volumes.Find(name);
        return volume["configMap"].IsUnset && volume["secret"].IsUnset && volume["projected"].IsUnset
            && volume["downwardAPI"].IsUnset && volume["image"].IsUnset;
    }

    private static void CheckVolumeMounts(Container container, Inspection inspection)
    {
        if (container.Workload.Pod.IsByShape)
        {
            // Controllers add volumes of their own, such as workspaces and claims.
            return;
        }

        foreach (FieldAt mount in inspection.At(container)["volumeMounts"].Items)
        {
            FieldAt name = mount["name"];
            if (mount.Presence != Flag.True)
            {
                continue;
            }

            if (mount["mountPath"].IsUnset)
            {
                mount["mountPath"].Report($"a mount of {container} has no path");
            }

            switch (name.Field.TryGetText(out string wanted) ? container.Workload.Volumes.Has(wanted) : Flag.Unknown)
            {
                case Flag.False:
                    name.Report($"{container} mounts volume '{name.Shown}', which the pod does not have");
                    break;
                case Flag.Unknown:
                    name.ReportUnknown("cannot be decided from what is known");
                    break;
            }
        }
    }
}

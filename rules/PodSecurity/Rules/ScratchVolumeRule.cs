using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1125: containers that cannot write to their image have a place for temporary files.</summary>
internal sealed class ScratchVolumeRule()
    : ContainerRule("RMP1125", "scratch-volume", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary => "A container with a read-only root has a volume for temporary files: most programs fail on the first one they cannot write.";

    public override string Allowed => "at least one mount that can be written to";

    public override string Fix => "mount an emptyDir with a sizeLimit at /tmp";

    public override string Guide => "Container-Level Security Context";

    public override ChecklistPoint? Point => ChecklistPoint.ReadOnlyRootFilesystem;

    protected override void Check(Container container, Inspection inspection)
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

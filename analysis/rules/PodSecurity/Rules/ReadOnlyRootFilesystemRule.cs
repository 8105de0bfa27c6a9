using Rampart.Rules.Catalogue;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1101: containers cannot write to the file system of their image.</summary>
internal sealed class ReadOnlyRootFilesystemRule()
    : ContainerRule("RMP1101", "read-only-root-filesystem", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
{
    public override string Summary => "No container writes to its image's files, so an intruder cannot leave a program there.";

    public override string Allowed => "readOnlyRootFilesystem true";

    public override string Fix => "set securityContext.readOnlyRootFilesystem to true, and mount an emptyDir where the program writes";

    public override string Guide => "Container-Level Security Context";

    public override ChecklistPoint? Point => ChecklistPoint.ReadOnlyRootFilesystem;

    public override IReadOnlyList<string> OtherIds =>
    [
        "checkov:CKV_K8S_22", "kube-linter:no-read-only-root-fs", "kube-score:container-security-context-readonlyrootfilesystem",
        "kubescape:C-0017", "kubesec:ReadOnlyRootFilesystem", "polaris:notReadOnlyRootFilesystem", "trivy:KSV-0014",
    ];

    protected override void Check(Container container, Inspection inspection)
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
    }
}

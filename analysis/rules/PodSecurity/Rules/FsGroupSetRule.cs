using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1109: volumes belong to the group that reads them.</summary>
internal sealed class FsGroupSetRule()
    : WorkloadRule("RMP1109", "fs-group-set", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Pods with volumes say the group that the files belong to, so they can be read without root and without permissions for all.";

    public override string Allowed => "any fsGroup; none on OpenShift, which assigns it";

    public override string Fix => "set securityContext.fsGroup to the group of runAsGroup";

    public override string Guide => "Pod-Level Security Context";

    public override IReadOnlyList<string> OtherIds => ["kubescape:C-0211"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field fsGroup = workload.PodSpec["securityContext"]["fsGroup"];
        if (workload.IsWindows() || (!fsGroup.IsUnset && !fsGroup.IsUnknown))
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "securityContext.fsGroup");
        if (!workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes))
        {
            inspection.Unknown(workload.Object, $"{workload.SpecPath}.volumes");
        }
        else if (volumes.Count > 0)
        {
            if (fsGroup.IsUnknown)
            {
                inspection.Unknown(workload.Object, path);
            }
            else
            {
                inspection.Broken(workload.Object, path, "fsGroup is not set: the files of volumes keep the group that they are made with");
            }
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1110: the group of files changes only where it is another one.</summary>
internal sealed class FsGroupChangePolicyRule()
    : WorkloadRule("RMP1110", "fs-group-change-policy", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Pods that say fsGroup also say OnRootMismatch: otherwise each start walks through all files of persistent volumes.";

    public override string Allowed => "OnRootMismatch where fsGroup is set";

    public override string Fix => "set securityContext.fsGroupChangePolicy to OnRootMismatch";

    public override string Guide => "Pod-Level Security Context";

    public override IReadOnlyList<string> OtherIds => ["kubescape:C-0211"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field context = workload.PodSpec["securityContext"];
        if (context["fsGroup"].IsUnset)
        {
            return;
        }

        Field policy = context["fsGroupChangePolicy"];
        string text = policy.Text;
        if (text == "OnRootMismatch")
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "securityContext.fsGroupChangePolicy");
        if (!policy.TryGetText(out _))
        {
            inspection.Unknown(workload.Object, path);
        }
        else
        {
            string value = policy.IsUnset ? "not set" : $"'{policy.Shown}'";
            inspection.Broken(workload.Object, path, $"fsGroupChangePolicy is {value}, not 'OnRootMismatch'", policy.Shown);
        }
    }
}

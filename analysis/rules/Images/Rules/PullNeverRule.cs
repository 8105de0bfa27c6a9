using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2012: images may be pulled.</summary>
internal sealed class PullNeverRule() : ImageRule("RMP2012", "pull-never", DiagnosticSeverity.Warning)
{
    public override string Summary => "No container relies on an image that somebody put on the node, since the pod starts nowhere else and nobody checks what it is.";

    public override string Allowed => "Always or IfNotPresent";

    public override string Fix => "set imagePullPolicy to Always";

    public override IReadOnlyList<string> OtherIds => ["checkov:CKV_K8S_15", "kube-score:container-image-pull-policy", "polaris:pullPolicyNotAlways"];

    protected override void Check(ImageUse use, ImageReference image, Inspection inspection)
    {
        if (use.PullPolicy.IsUnknown)
        {
            inspection.Unknown(use.Workload.Object, use.PullPolicyPath);
        }
        else if (use.PullPolicy.Text == "Never")
        {
            inspection.Broken(use.Workload.Object, use.PullPolicyPath, $"{use} never pulls its image, so it starts only where the node has it", use.PullPolicy.Shown);
        }
    }
}

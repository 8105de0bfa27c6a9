using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2013: images are asked for at every start.</summary>
/// <remarks>Advice: scanners want it with a digest, too, where it costs a request and keeps out pods that lack the pull secret.</remarks>
internal sealed class PullAlwaysRule() : ImageRule("RMP2013", "pull-always", DiagnosticSeverity.Info)
{
    public override string Summary => "Every start of a container asks the registry for its image, so that no pod runs an old copy, or one that it may not pull.";

    public override string Allowed => "Always";

    public override string Fix => "set imagePullPolicy to Always";

    public override IReadOnlyList<string> OtherIds =>
        ["checkov:CKV_K8S_15", "kube-score:container-image-pull-policy", "kubescape:C-0075", "polaris:pullPolicyNotAlways"];

    protected override void Check(ImageUse use, ImageReference image, Inspection inspection)
    {
        if (use.IsEphemeral)
        {
            return;
        }

        Field policy = use.PullPolicy;
        if (policy.IsUnknown)
        {
            inspection.Unknown(use.Workload.Object, use.PullPolicyPath);
        }
        else if (policy.Text == "IfNotPresent" || (policy.IsUnset && !IsAlwaysByDefault(image)))
        {
            string problem = image.IsPinnedByDigest
                ? "runs a copy on the node without asking the registry whether the pod may pull it"
                : "runs a copy on the node, however old, without asking the registry";
            inspection.Broken(use.Workload.Object, use.PullPolicyPath, $"{use} {problem}", policy.Shown);
        }
    }

    // What the API server fills in looks at the tag alone, so a digest beside the tag 'latest' changes nothing.
    private static bool IsAlwaysByDefault(ImageReference image) => image.IsLatest || image.Tag == ImageReference.DefaultTag;
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2011: a pull policy is one of the three that there are.</summary>
internal sealed class PullPolicyValueRule() : Rule("RMP2011", "pull-policy-value", RuleCategory.Images, DiagnosticSeverity.Error)
{
    public override string Summary => "Every pull policy is one that Kubernetes knows, since the API server rejects all others.";

    public override string Allowed => "Always, IfNotPresent or Never";

    public override string Fix => "set imagePullPolicy to Always";

    internal override void Check(Inspection inspection)
    {
        foreach (ImageUse use in ImageUses.Of(inspection).All)
        {
            if (!use.PullPolicy.TryGetText(out string policy))
            {
                if (!use.Image.IsUnknown)
                {
                    inspection.Unknown(use.Workload.Object, use.PullPolicyPath);
                }
            }
            else if (policy is not ("Always" or "IfNotPresent" or "Never") && !use.PullPolicy.IsUnset)
            {
                string found = use.PullPolicy.Shown;
                inspection.Broken(use.Workload.Object, use.PullPolicyPath, $"{use} has the pull policy '{found}', which does not exist", found);
            }
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5016: accounts hand out no token to pods that do not ask for one.</summary>
internal sealed class AccountAutomountRule()
    : ObjectRule("RMP5016", "account-automount-off", RuleCategory.Identity, DiagnosticSeverity.Info, "", "ServiceAccount")
{
    public override string Summary => "Accounts say automountServiceAccountToken false, so only pods that ask for a token get one.";

    public override string Allowed => "automountServiceAccountToken false";

    public override string Fix => "set automountServiceAccountToken to false at the ServiceAccount";

    public override IReadOnlyList<string> OtherIds => ["checkov:CKV_K8S_41", "kubescape:C-0189"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Flag mounts = item["automountServiceAccountToken"].Flag;
        if (mounts == Flag.Unknown)
        {
            inspection.Unknown(item, "automountServiceAccountToken");
        }
        else if (mounts != Flag.False)
        {
            inspection.Broken(
                item, "automountServiceAccountToken", $"service account '{item.Name}' hands its token to every pod that does not refuse it", mounts == Flag.True ? "true" : "");
        }
    }
}

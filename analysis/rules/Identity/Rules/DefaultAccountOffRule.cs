using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5015: the default account of a namespace hands out no token.</summary>
internal sealed class DefaultAccountOffRule()
    : Rule("RMP5015", "default-account-off", RuleCategory.Identity, DiagnosticSeverity.Info)
{
    public override string Summary => "A namespace declares its default account without token, so a pod that names no account gets none.";

    public override string Allowed => "a ServiceAccount default with automountServiceAccountToken false";

    public override string Fix => "add a ServiceAccount named default with automountServiceAccountToken false";

    public override IReadOnlyList<string> OtherIds => ["checkov:CKV_K8S_41", "kubescape:C-0189"];

    internal override void Check(Inspection inspection)
    {
        IReadOnlyList<KubernetesObject> places = inspection.Objects.OfKind("", "Namespace");
        if (places.Count == 0)
        {
            return;
        }

        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            used.Add(workload.Object.Place);
        }

        foreach (KubernetesObject place in places)
        {
            // What the account says when it is here is for the rule about accounts.
            if (place.Name.Length > 0 && used.Contains(KubernetesNamespaces.PlaceOf(place.Name)) && inspection.Objects.Find("", "ServiceAccount", place.Name, PodAccount.Default) is null)
            {
                if (inspection.Objects.MayHoldMore("", "ServiceAccount", place.Name))
                {
                    inspection.UnknownNamespace(place, "metadata.name");
                    continue;
                }

                inspection.Broken(place, "", $"nothing switches the token of the default service account off in namespace '{place.Name}'");
            }
        }
    }
}

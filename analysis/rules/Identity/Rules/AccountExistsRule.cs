using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5004: a pod's account is declared with those of its neighbours.</summary>
internal sealed class AccountExistsRule()
    : WorkloadRule("RMP5004", "service-account-exists", RuleCategory.Identity, DiagnosticSeverity.Info)
{
    public override bool NeedsOtherObjects => true;

    public override string Summary => "The account of a pod exists: without it no pod is made, and only the events of its controller tell why.";

    public override string Allowed => "an account among the objects, where others of the namespace are";

    public override string Fix => "add the ServiceAccount, or correct serviceAccountName";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:non-existent-service-account", "kubescape:C-0307"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        // Whoever keeps accounts elsewhere has none of the namespace here; default is there from the start.
        if (inspection.Objects.OfKind("", "ServiceAccount").Count == 0
            || !PodAccount.TryGetName(workload, out string name)
            || name == PodAccount.Default
            || inspection.Objects.Find("", "ServiceAccount", workload.Object.Place, name) is not null)
        {
            return;
        }

        // One whose name is not known yet may be the one.
        IReadOnlyCollection<string> names = inspection.Objects.Names("", "ServiceAccount", workload.Object.Place);
        if (!names.Contains("") && names.Count > (names.Contains(PodAccount.Default) ? 1 : 0))
        {
            string field = workload.PodSpec["serviceAccountName"].IsUnset ? "serviceAccount" : "serviceAccountName";
            if (inspection.Objects.MayHoldMore("", "ServiceAccount", workload.Object.Place))
            {
                inspection.UnknownNamespace(workload.Object, $"{workload.SpecPath}.{field}");
                return;
            }

            string shown = workload.PodSpec[field].Shown;
            inspection.Broken(
                workload.Object, $"{workload.SpecPath}.{field}", $"service account '{shown}' is not among the accounts of the namespace in these objects", shown);
        }
    }
}

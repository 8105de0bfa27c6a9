using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5021: who has rights has a token to use them.</summary>
internal sealed class UsedRightsRule()
    : Rule("RMP5021", "rights-used", RuleCategory.Identity, DiagnosticSeverity.Info)
{
    public override string Summary => "A pod whose account has rights has a token: without one the program cannot ask the API server, and the rights are needless.";

    public override string Allowed => "a projected serviceAccountToken, or an account without rights";

    public override string Fix => "project a serviceAccountToken volume, or remove the binding";

    internal override void Check(Inspection inspection)
    {
        BoundAccounts bound = new(inspection.Objects);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            if (PodAccount.MountsToken(inspection.Objects, workload) == Flag.False
                && PodAccount.TryGetName(workload, out string name)
                && bound.Has(workload.Object.Place, name) == Flag.True
                && workload.PodSpec["volumes"].TryGetItems(out _)
                && ProjectedToken.Find(workload) < 0)
            {
                inspection.Broken(
                    workload.Object,
                    $"{workload.SpecPath}.volumes",
                    $"service account '{PodAccount.Show(workload, name)}' has rights, but the pod has no token to use them");
            }
        }
    }
}

using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5020: who projects a token has rights to use it.</summary>
internal sealed class UsedTokenRule()
    : Rule("RMP5020", "projected-token-used", RuleCategory.Identity, DiagnosticSeverity.Info)
{
    public override bool NeedsOtherObjects => true;

    public override string Summary => "A pod that projects a token for the API server has an account with rights: without them the token is no use to anybody but an intruder.";

    public override string Allowed => "a binding for the account, or no token";

    public override string Fix => "bind a role to the account, or remove the token from the volume";

    internal override void Check(Inspection inspection)
    {
        BoundAccounts bound = new(inspection.Objects);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            // In a dump the token is what the API server adds to pods; it is not the pod's choice.
            int volume = workload.Object.IsOwned || workload.PodSpec["automountServiceAccountToken"].Flag != Flag.False ? -1 : ProjectedToken.Find(workload);
            if (volume >= 0 && PodAccount.TryGetName(workload, out string name) && bound.Has(workload.Object.Place, name) == Flag.False)
            {
                inspection.Broken(
                    workload.Object,
                    string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.volumes[{volume}].projected.sources"),
                    $"the pod projects a token of service account '{PodAccount.Show(workload, name)}', to which nothing in these objects gives rights");
            }
        }
    }
}

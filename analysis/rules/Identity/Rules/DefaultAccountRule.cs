using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5003: pods have an account of their own.</summary>
internal sealed class DefaultAccountRule()
    : WorkloadRule("RMP5003", "own-service-account", RuleCategory.Identity, DiagnosticSeverity.Warning)
{
    public override string Summary => "Pods have an account of their own: rights given to the default account are those of every pod that names none.";

    public override string Allowed => "any account but default";

    public override string Fix => "make a ServiceAccount for the workload and set serviceAccountName";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:default-service-account", "kubesec:ServiceAccountName"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (!PodAccount.TryGetName(workload, out string name))
        {
            inspection.Unknown(workload.Object, $"{workload.SpecPath}.serviceAccountName");
        }
        else if (name == PodAccount.Default)
        {
            inspection.Broken(
                workload.Object, $"{workload.SpecPath}.serviceAccountName", "the pod runs as the default service account", workload.PodSpec["serviceAccountName"].Shown);
        }
    }
}

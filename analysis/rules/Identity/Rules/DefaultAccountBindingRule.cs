using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5014: default accounts have no rights.</summary>
internal sealed class DefaultAccountBindingRule()
    : BindingRule("RMP5014", "no-rights-for-default-account", DiagnosticSeverity.Warning)
{
    public override string Summary => "No binding gives rights to a default account, which every pod has that names none.";

    public override string Allowed => "accounts of their own";

    public override string Fix => "make an account for the workload that needs the rights";

    public override IReadOnlyList<string> OtherIds => ["checkov:CKV_K8S_42", "kubescape:C-0225", "kubescape:C-0239"];

    protected override void Check(KubernetesObject binding, Inspection inspection)
    {
        if (!binding["subjects"].TryGetItems(out FieldItems subjects))
        {
            inspection.Unknown(binding, "subjects");
        }

        for (int i = 0; i < subjects.Count; i++)
        {
            if (subjects[i]["kind"].Text == "ServiceAccount" && subjects[i]["name"].Text == PodAccount.Default)
            {
                inspection.Broken(
                    binding,
                    string.Create(CultureInfo.InvariantCulture, $"subjects[{i}].name"),
                    $"{binding.Kind} '{binding.Name}' gives rights to a default service account",
                    subjects[i]["name"].Shown);
            }
        }
    }
}

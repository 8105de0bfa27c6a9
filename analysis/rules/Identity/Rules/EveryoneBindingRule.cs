using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5013: no rights are everybody's.</summary>
internal sealed class EveryoneBindingRule()
    : BindingRule("RMP5013", "no-rights-for-everyone", DiagnosticSeverity.Error)
{
    public override string Summary => "No binding gives rights to everybody: to who is not logged in, to who is, or to every account of the cluster.";

    public override string Allowed => "users, groups and accounts that are known";

    public override string Fix => "name the users, groups or accounts that need the role";

    public override IReadOnlyList<string> OtherIds =>
        ["kubescape:C-0262", "kubescape:C-0265", "kubesec:BindingsToSystemAnonymous", "trivy:KSV-01011", "trivy:KSV-0122"];

    protected override void Check(KubernetesObject binding, Inspection inspection)
    {
        if (!binding["subjects"].TryGetItems(out FieldItems subjects))
        {
            inspection.Unknown(binding, "subjects");
        }

        for (int i = 0; i < subjects.Count; i++)
        {
            Field name = subjects[i]["name"];
            string path = string.Create(CultureInfo.InvariantCulture, $"subjects[{i}].name");
            if (!name.TryGetText(out string text))
            {
                inspection.Unknown(binding, path);
            }
            else if ((subjects[i]["kind"].Text, text) is
                ("User", "system:anonymous") or ("Group", "system:unauthenticated" or "system:authenticated" or "system:serviceaccounts"))
            {
                inspection.Broken(binding, path, $"{binding.Kind} '{binding.Name}' gives rights to everybody: {name.Shown}", name.Shown);
            }
        }
    }
}

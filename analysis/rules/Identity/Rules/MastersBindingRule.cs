using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5024: no rights are given to those who have all.</summary>
internal sealed class MastersBindingRule()
    : BindingRule("RMP5024", "no-rights-for-masters", DiagnosticSeverity.Warning)
{
    private const string Masters = "system:masters";

    public override string Summary =>
        "No binding names the group system:masters: whoever is in it may do everything, whatever roles say, until the certificate expires.";

    public override string Allowed => "groups whose rights can be taken away";

    public override string Fix => "name a group of your own, and keep system:masters for emergencies";

    public override IReadOnlyList<string> OtherIds => ["trivy:KSV-0123"];

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
            else if (text == Masters && subjects[i]["kind"].Text == "Group")
            {
                inspection.Broken(binding, path, $"{binding.Kind} '{binding.Name}' gives rights to the group {name.Shown}, which has all of them", name.Shown);
            }
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6207: constraints have a template.</summary>
internal sealed class GatekeeperConstraintTemplateRule()
    : Rule("RMP6207", "gatekeeper-constraint-without-template", RuleCategory.Policies, DiagnosticSeverity.Info)
{
    public override string Summary => "The template of a constraint is there before it, since the template makes the constraint's kind.";

    public override string Allowed => "a ConstraintTemplate for the constraint's kind";

    public override string Fix => "add the ConstraintTemplate, unless the cluster has it, and wait for it before the constraint";

    public override string Guide => "OPA Gatekeeper Example";

    internal override void Check(Inspection inspection)
    {
        HashSet<string>? kinds = null;
        IReadOnlyList<KubernetesObject> objects = inspection.Objects.Objects;
        for (int i = 0; i < objects.Count; i++)
        {
            if (objects[i].Group == "constraints.gatekeeper.sh" && !(kinds ??= KindsOf(inspection.Objects)).Contains(objects[i].Kind))
            {
                inspection.Broken(objects[i], "kind", $"no ConstraintTemplate among these objects makes the kind {objects[i].Kind}", objects[i].Kind);
            }
        }
    }

    private static HashSet<string> KindsOf(ObjectSet objects)
    {
        HashSet<string> kinds = new(StringComparer.Ordinal);
        foreach (KubernetesObject item in objects.OfKind("templates.gatekeeper.sh", "ConstraintTemplate"))
        {
            kinds.Add(item.Spec["crd"]["spec"]["names"]["kind"].Text);
        }

        return kinds;
    }
}

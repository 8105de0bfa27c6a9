using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2021: pull secrets have a name.</summary>
internal sealed class PullSecretNameRule() : Rule("RMP2021", "pull-secret-name", RuleCategory.Images, DiagnosticSeverity.Warning)
{
    public override string Summary => "Every pull secret has a name: the API server lets an empty one pass, and the private image is then pulled without credentials.";

    public override string Allowed => "the name of a Secret in the pod's namespace";

    public override string Fix => "give the Secret's name, or remove the item";

    public override string Guide => "3. Use Image Pull Secrets for Private Registries";

    internal override void Check(Inspection inspection)
    {
        foreach ((KubernetesObject item, string path, Field name) in PullSecretUses.Of(inspection))
        {
            Check(item, path, name, inspection);
        }
    }

    private static void Check(KubernetesObject item, string path, Field name, Inspection inspection)
    {
        if (!name.TryGetText(out string text))
        {
            inspection.Unknown(item, path);
        }
        else if (text.Length == 0)
        {
            inspection.Broken(item, path, "the pull secret has no name, so it is passed over");
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>RMP2022: a pull secret that is among the objects is of a type that the kubelet reads.</summary>
internal sealed class PullSecretTypeRule() : Rule("RMP2022", "pull-secret-type", RuleCategory.Images, DiagnosticSeverity.Warning)
{
    public override string Summary => "Every pull secret holds registry credentials, since the kubelet passes over Secrets of other types without a word.";

    public override string Allowed => "type kubernetes.io/dockerconfigjson";

    public override string Fix => "set the Secret's type to kubernetes.io/dockerconfigjson and its key to .dockerconfigjson";

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
        // A secret that is not here may be in the cluster.
        if (name.Text.Length == 0 || inspection.Objects.Find("", "Secret", item.Place, name.Text) is not { } secret)
        {
            return;
        }

        Field type = secret["type"];
        if (!type.TryGetText(out string text))
        {
            inspection.Unknown(secret, "type");
        }
        else if (text is not ("kubernetes.io/dockerconfigjson" or "kubernetes.io/dockercfg"))
        {
            inspection.Broken(item, path, $"the pull secret '{name.Shown}' is of type {(text.Length == 0 ? "Opaque" : type.Shown)}, which the kubelet passes over", name.Shown);
        }
    }
}

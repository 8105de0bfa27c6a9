using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5104: ConfigMaps have no keys named like secrets.</summary>
internal sealed class ConfigMapSecretRule()
    : ObjectRule("RMP5104", "no-secrets-in-config-maps", RuleCategory.Identity, DiagnosticSeverity.Warning, "", "ConfigMap")
{
    public override string Summary => "What is named like a secret is in a Secret: ConfigMaps are neither encrypted nor kept from those who may read configuration.";

    public override string Allowed => "a Secret";

    public override string Fix => "move the key into a Secret";

    public override IReadOnlyList<string> OtherIds => ["kubescape:C-0012", "polaris:sensitiveConfigmapContent", "trivy:KSV-01010", "trivy:KSV-0109"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field data = item["data"];
        data.TryGetProperties(out ReadOnlySpan<Property> entries);
        foreach (Property entry in entries)
        {
            if (!SecretName.Matches(entry.Name))
            {
                continue;
            }

            Field value = data.Below(entry.Value);
            if (!value.TryGetText(out string text))
            {
                inspection.Unknown(item, $"data[{entry.Name}]");
            }
            else if (!SecretValue.IsHarmless(text) && SecretValue.Find(text) is null)
            {
                inspection.Broken(item, $"data[{entry.Name}]", $"key '{entry.Name}' of ConfigMap '{item.Name}' is named like a secret", Field.Secret);
            }
        }
    }
}

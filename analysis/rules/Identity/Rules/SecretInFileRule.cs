using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5105: the values of Secrets are not in files.</summary>
internal sealed class SecretInFileRule()
    : ObjectRule("RMP5105", "no-secrets-in-files", RuleCategory.Identity, DiagnosticSeverity.Warning, "", "Secret")
{
    private static readonly string[] Maps = ["data", "stringData"];

    public override string Summary => "The values of Secrets come from a secret store or encrypted configuration: base64 in a file hides nothing.";

    public override string Allowed => "an encrypted file, or an object that fetches the values";

    public override string Fix => "use a secret store, SealedSecret, ExternalSecret or encrypted stack configuration";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        // SOPS leaves a note in the objects whose values it has encrypted.
        if (item.Origin.File.Length == 0 || !item["sops"].IsUnset)
        {
            return;
        }

        int count = 0;
        string path = "", first = "";
        foreach (string map in Maps)
        {
            Field values = item[map];
            values.TryGetProperties(out ReadOnlySpan<Property> entries);
            foreach (Property entry in entries)
            {
                string text = values.Below(entry.Value).Text;
                if (text.Length > 0 && !IsPlaceholder(text) && count++ == 0)
                {
                    path = $"{map}[{entry.Name}]";
                    first = entry.Name;
                }
            }
        }

        if (count > 0)
        {
            string more = count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {count - 1} more");
            inspection.Broken(item, path, $"Secret '{item.Name}' has its values in a file: key '{first}'{more}", Field.Secret);
        }
    }

    // What our own rendering and templates write where a secret belongs.
    private static bool IsPlaceholder(string value) =>
        value is "[secret]" or "[unknown]" || value[0] == '<'
        || value.StartsWith("${", StringComparison.Ordinal) || value.StartsWith("{{", StringComparison.Ordinal);
}

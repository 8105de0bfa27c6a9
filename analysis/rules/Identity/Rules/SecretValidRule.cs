using System.Text;
using System.Text.Json;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5106: Secrets hold what their type requires.</summary>
internal static class SecretValidRule
{
    public static Rule Descriptor { get; } = new ObjectRule("RMP5106", "secret-valid", RuleCategory.Identity, DiagnosticSeverity.Error, "", "Secret")
    {
        Summary = "Secrets have the keys that their type requires, and Secrets for registries hold JSON; the API server rejects any other.",
        Allowed = "the keys of the type",
        Fix = "add the key, or use the type Opaque",
        Guide = "Use Image Pull Secrets for Private Registries",
        Check = Check,
    };

    private static void Check(KubernetesObject item, Inspection inspection)
    {
        FieldAt at = inspection.At(item);
        if (!at["type"].TryRead(out string type))
        {
            return;
        }

        FieldAt unknown = at["data"].Presence == Flag.Unknown ? at["data"] : at["stringData"];
        if (unknown.Presence == Flag.Unknown)
        {
            unknown.ReportUnknown();
            return;
        }

        switch (type)
        {
            case "kubernetes.io/dockerconfigjson":
                CheckRegistries(item, type, ".dockerconfigjson", at);
                break;
            case "kubernetes.io/dockercfg":
                CheckRegistries(item, type, ".dockercfg", at);
                break;
            case "kubernetes.io/tls":
                Require(item, type, "tls.crt", at);
                Require(item, type, "tls.key", at);
                break;
            case "kubernetes.io/ssh-auth":
                Require(item, type, "ssh-privatekey", at);
                break;
            case "kubernetes.io/basic-auth" when !Has(at, "username") && !Has(at, "password"):
                at["data"].Report($"Secret '{item.Name}' of type {type} has neither the key 'username' nor 'password'");
                break;
        }
    }

    private static bool Has(FieldAt at, string key) => !at["data"][key].IsUnset || !at["stringData"][key].IsUnset;

    private static void Require(KubernetesObject item, string type, string key, FieldAt at)
    {
        if (!Has(at, key))
        {
            at["data"].Entry(key).Report($"Secret '{item.Name}' of type {type} has no key '{key}'");
        }
    }

    private static void CheckRegistries(KubernetesObject item, string type, string key, FieldAt at)
    {
        Require(item, type, key, at);

        // If both maps have the key, the API server uses the one in plain text.
        bool isPlain = !at["stringData"][key].IsUnset;
        FieldAt value = at[isPlain ? "stringData" : "data"].Entry(key);
        if (value.TryRead(out string text) && !value.IsUnset && text is not ("[secret]" or "[unknown]"))
        {
            byte[]? json = isPlain ? Encoding.UTF8.GetBytes(text) : FromBase64(text);
            string? problem = json is null ? "is not valid base64" : FindProblem(json, key == ".dockerconfigjson");
            if (problem is not null)
            {
                value.Report($"key '{key}' of Secret '{item.Name}' {problem}", Field.Secret);
            }
        }
    }

    private static byte[]? FromBase64(string text)
    {
        byte[] bytes = new byte[(text.Length * 3 / 4) + 3];
        return Convert.TryFromBase64String(text, bytes, out int length) ? bytes[..length] : null;
    }

    private static string? FindProblem(byte[] json, bool isWithAuths)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            return document.RootElement.ValueKind != JsonValueKind.Object ? "is not a JSON object"
                : isWithAuths && !(document.RootElement.TryGetProperty("auths", out JsonElement auths) && auths.ValueKind == JsonValueKind.Object)
                ? "names no registry: it has no object 'auths'"
                : null;
        }
        catch (JsonException)
        {
            return "is not valid JSON";
        }
    }
}

using System.Text;
using System.Text.Json;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5106: Secrets hold what their type says.</summary>
internal static class SecretValidRule
{
    public static Rule Descriptor { get; } = new ObjectRule("RMP5106", "secret-valid", RuleCategory.Identity, DiagnosticSeverity.Error, "", "Secret")
    {
        Summary = "Secrets have the keys that their type asks for, and those for registries hold JSON: the API server rejects all else.",
        Allowed = "the keys of the type",
        Fix = "add the key, or use the type Opaque",
        Guide = "Use Image Pull Secrets for Private Registries",
        Check = Check,
    };

    private static void Check(KubernetesObject item, Inspection inspection)
    {
        if (!item["type"].TryGetText(out string type))
        {
            inspection.Unknown(item, "type");
            return;
        }

        if (item["data"].Presence == Flag.Unknown || item["stringData"].Presence == Flag.Unknown)
        {
            inspection.Unknown(item, item["data"].Presence == Flag.Unknown ? "data" : "stringData");
            return;
        }

        switch (type)
        {
            case "kubernetes.io/dockerconfigjson":
                CheckRegistries(item, type, ".dockerconfigjson", inspection);
                break;
            case "kubernetes.io/dockercfg":
                CheckRegistries(item, type, ".dockercfg", inspection);
                break;
            case "kubernetes.io/tls":
                Require(item, type, "tls.crt", inspection);
                Require(item, type, "tls.key", inspection);
                break;
            case "kubernetes.io/ssh-auth":
                Require(item, type, "ssh-privatekey", inspection);
                break;
            case "kubernetes.io/basic-auth" when !Has(item, "username") && !Has(item, "password"):
                inspection.Broken(item, "data", $"Secret '{item.Name}' of type {type} has neither the key 'username' nor 'password'");
                break;
        }
    }

    private static bool Has(KubernetesObject item, string key) => !item["data"][key].IsUnset || !item["stringData"][key].IsUnset;

    private static bool Require(KubernetesObject item, string type, string key, Inspection inspection)
    {
        if (Has(item, key))
        {
            return true;
        }

        inspection.Broken(item, $"data[{key}]", $"Secret '{item.Name}' of type {type} has no key '{key}'");
        return false;
    }

    private static void CheckRegistries(KubernetesObject item, string type, string key, Inspection inspection)
    {
        if (!Require(item, type, key, inspection))
        {
            return;
        }

        // Of a key in both maps the API server takes the one in clear text.
        bool isPlain = !item["stringData"][key].IsUnset;
        Field value = item[isPlain ? "stringData" : "data"][key];
        string path = $"{(isPlain ? "stringData" : "data")}[{key}]";
        if (!value.TryGetText(out string text))
        {
            inspection.Unknown(item, path);
        }
        else if (text is not ("[secret]" or "[unknown]"))
        {
            byte[]? json = isPlain ? Encoding.UTF8.GetBytes(text) : FromBase64(text);
            string? problem = json is null ? "is no base64" : FindProblem(json, key == ".dockerconfigjson");
            if (problem is not null)
            {
                inspection.Broken(item, path, $"key '{key}' of Secret '{item.Name}' {problem}", Field.Secret);
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
            return document.RootElement.ValueKind != JsonValueKind.Object ? "is no JSON object"
                : isWithAuths && !(document.RootElement.TryGetProperty("auths", out JsonElement auths) && auths.ValueKind == JsonValueKind.Object)
                ? "names no registry: it has no object 'auths'"
                : null;
        }
        catch (JsonException)
        {
            return "is no JSON";
        }
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Rampart.Cel.Values;

namespace Rampart.Cel.Tests.Rows;

/// <summary>The variables of a row.</summary>
internal static class RowInput
{
    public static CelBindings Read(JsonElement row, JsonElement fixtures)
    {
        CelBindings bindings = new();
        JsonElement vars = row.TryGetProperty("vars", out JsonElement given) ? given : default;
        foreach (string name in (string[])["object", "oldObject", "params", "namespaceObject"])
        {
            bindings.Set(name, Find(vars, name, fixtures) is { } value ? CelJson.Read(value) : default);
        }

        bindings.Set("request", CelJson.Read(Request(Find(vars, "request", fixtures))));
        return bindings;
    }

    public static JsonElement? Find(JsonElement vars, string name, JsonElement fixtures)
    {
        if (vars.ValueKind != JsonValueKind.Object || !vars.TryGetProperty(name, out JsonElement value))
        {
            return null;
        }

        return value.ValueKind == JsonValueKind.String && value.GetString()!.StartsWith('@') ? fixtures.GetProperty(value.GetString()![1..]) : value;
    }

    // The AdmissionRequest that the API server makes of the short form; empty texts are absent.
    private static JsonElement Request(JsonElement? given)
    {
        JsonObject source = given is { } element ? JsonNode.Parse(element.GetRawText())!.AsObject() : new JsonObject { ["operation"] = "CREATE", ["version"] = "v1", ["kind"] = "Pod", ["resource"] = "pods" };
        string Text(string name, string fallback = "") => source[name]?.GetValue<string>() ?? fallback;
        string group = Text("group"), version = Text("version");
        JsonObject Gvk(string g, string v) => new() { ["group"] = g, ["version"] = v, ["kind"] = Text("kind") };
        JsonObject Gvr(string g, string v) => new() { ["group"] = g, ["version"] = v, ["resource"] = Text("resource") };
        JsonObject request = new()
        {
            ["kind"] = Gvk(group, version),
            ["resource"] = Gvr(group, version),
            ["requestKind"] = Gvk(Text("requestGroup", group), Text("requestVersion", version)),
            ["requestResource"] = Gvr(Text("requestGroup", group), Text("requestVersion", version)),
            ["operation"] = Text("operation"),
            ["dryRun"] = source["dryRun"]?.GetValue<bool>() ?? false,
        };
        JsonObject user = [];
        foreach ((string from, string to) in (ReadOnlySpan<(string, string)>)[("username", "username"), ("uid", "uid"), ("groups", "groups"), ("extra", "extra")])
        {
            if (source[from] is { } node && !(node is JsonValue && node.GetValue<string>().Length == 0))
            {
                user[to] = node.DeepClone();
            }
        }

        request["userInfo"] = user;
        foreach ((string from, string to) in (ReadOnlySpan<(string, string)>)[("subResource", "subResource"), ("subResource", "requestSubResource"), ("name", "name"), ("namespace", "namespace")])
        {
            if (Text(from).Length > 0)
            {
                request[to] = Text(from);
            }
        }

        string operation = Text("operation");
        string options = operation switch { "UPDATE" => "UpdateOptions", "DELETE" => "DeleteOptions", "CONNECT" => "", _ => "CreateOptions" };
        if (options.Length > 0)
        {
            request["options"] = new JsonObject { ["apiVersion"] = "meta.k8s.io/v1", ["kind"] = options };
        }

        return JsonSerializer.SerializeToElement(request);
    }
}

using System.Text.Json;
using System.Text.Json.Nodes;
using Rampart.Cel.Libraries.Authorization;
using Rampart.Cel.Values;

namespace Rampart.Cel.Tests.Rows;

/// <summary>The variables of a row.</summary>
internal static class RowInput
{
    public static CelBindings Read(JsonElement row, JsonElement fixtures)
    {
        CelBindings bindings = new();
        JsonElement vars = row.TryGetProperty("vars", out JsonElement found) ? found : default;
        bool isTyped = row.TryGetProperty("typed", out JsonElement typed) && typed.GetBoolean();
        foreach (string name in (string[])["object", "oldObject", "params", "namespaceObject"])
        {
            JsonElement? value = Find(vars, name, fixtures);
            value = value is { ValueKind: JsonValueKind.Object } given ? name == "namespaceObject" ? Complete(given, "spec", "status") : isTyped && name != "params" ? Materialize(given) : given : value;
            bindings.Set(name, value is { } known ? CelJson.Read(known) : default);
        }

        JsonElement request = Request(Find(vars, "request", fixtures));
        CelAuthorizer authorizer = new(Decide);
        string Text(string name) => request.TryGetProperty(name, out JsonElement text) ? text.GetString()! : "";
        bindings.Set("authorizer", CelValue.From(authorizer));
        bindings.Set("authorizer.requestResource", authorizer.RequestResource(
            request.GetProperty("resource").GetProperty("group").GetString()!, request.GetProperty("resource").GetProperty("resource").GetString()!, Text("subResource"), Text("namespace"), Text("name")));
        bindings.Set("request", CelJson.Read(request));
        return bindings;
    }

    // The answers that the rows were made with.
    private static CelDecision Decide(CelAuthorizationRequest request) => request switch
    {
        { ServiceAccount: ("ops", "deployer") } or { Path: "/healthz" } => new CelDecision(true),
        { Path: not null } => new CelDecision(false),
        { ServiceAccount: not null } => new CelDecision(false),
        { Verb: "get" } => new CelDecision(true, $"get on {request.Resource}/{request.Subresource} {request.Namespace}/{request.Name}"),
        { Verb: "boom" } => new CelDecision(false, Error: "authorizer exploded"),
        { Verb: "forbid" } => new CelDecision(false, "not for you"),
        _ => new CelDecision(false),
    };

    private static JsonElement Complete(JsonElement given, params string[] names)
    {
        JsonObject copy = JsonNode.Parse(given.GetRawText())!.AsObject();
        copy.Remove("apiVersion");
        copy.Remove("kind");
        foreach (string name in names)
        {
            copy.TryAdd(name, new JsonObject());
        }

        return JsonSerializer.SerializeToElement(copy);
    }

    // What the structs of built-in kinds have although nobody wrote it.
    private static JsonElement Materialize(JsonElement given)
    {
        JsonObject copy = JsonNode.Parse(given.GetRawText())!.AsObject();
        copy.TryAdd("status", new JsonObject());
        JsonNode? pod = copy["kind"]?.GetValue<string>() == "Pod" ? copy["spec"] : copy["spec"]?["template"]?["spec"];
        if (copy["kind"]?.GetValue<string>() == "Deployment" && copy["spec"] is JsonObject deployment)
        {
            deployment.TryAdd("strategy", new JsonObject());
        }

        foreach (string list in (string[])["containers", "initContainers", "ephemeralContainers"])
        {
            foreach (JsonNode? container in pod?[list]?.AsArray() ?? [])
            {
                container!.AsObject().TryAdd("resources", new JsonObject());
            }
        }

        return JsonSerializer.SerializeToElement(copy);
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
        if (source["kind"] is null)
        {
            (source["version"], source["kind"], source["resource"]) = ("v1", "Pod", "pods");
        }

        string group = Text("group"), version = Text("version");
        JsonObject Gvk(string g, string v) => new() { ["group"] = g, ["version"] = v, ["kind"] = Text("kind") };
        JsonObject Gvr(string g, string v) => new() { ["group"] = g, ["version"] = v, ["resource"] = Text("resource") };
        JsonObject request = new()
        {
            ["kind"] = Gvk(group, version),
            ["resource"] = Gvr(group, version),
            ["requestKind"] = Gvk(Text("requestGroup", group), Text("requestVersion", version)),
            ["requestResource"] = Gvr(Text("requestGroup", group), Text("requestVersion", version)),
            ["object"] = null,
            ["oldObject"] = null,
            ["uid"] = "",
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

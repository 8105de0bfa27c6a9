using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Rampart.Cel.Libraries.Formats;
using Rampart.Cel.Libraries.Mutations;
using Rampart.Cel.Libraries.Networks;
using Rampart.Cel.Libraries.Quantities;
using Rampart.Cel.Libraries.Urls;
using Rampart.Cel.Libraries.Versions;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Tests.Rows;

/// <summary>Values in the notation of the rows: an object with one property that names the type.</summary>
internal static class RowValue
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(CelValue value) => Node(value).ToJsonString(Plain);

    public static string Normalize(JsonElement element) => JsonNode.Parse(element.GetRawText())!.ToJsonString(Plain);

    private static JsonObject Node(CelValue value)
    {
        switch (value.Kind)
        {
            case CelKind.Null:
                return new JsonObject { ["null"] = true };
            case CelKind.Bool:
                return new JsonObject { ["bool"] = value.AsBool() };
            case CelKind.Int:
                return Text("int", value.AsInt().ToString(CultureInfo.InvariantCulture));
            case CelKind.Uint:
                return Text("uint", value.AsUint().ToString(CultureInfo.InvariantCulture));
            case CelKind.Double:
                return Text("double", CelText.OfDouble(value.AsDouble()));
            case CelKind.String:
                return Text("string", value.AsString());
            case CelKind.Bytes:
                return Text("bytes", Convert.ToBase64String(value.AsBytes()));
            case CelKind.Timestamp:
                (long seconds, int nanos) = value.AsTimestamp();
                return Text("timestamp", CelText.OfTimestamp(new CelTime(seconds, nanos)));
            case CelKind.Duration:
                return Text("durationNs", value.AsDuration().ToString(CultureInfo.InvariantCulture));
            case CelKind.Type:
                return Text("type", value.AsType().Name);
            case CelKind.Optional:
                return new JsonObject { ["optional"] = value.AsOptional() is { } inner ? Node(inner) : null };
            case CelKind.List:
                CelList list = value.As<CelList>();
                return new JsonObject { ["list"] = new JsonArray([.. Enumerable.Range(0, list.Count).Select(index => Node(list[index]))]) };
            case CelKind.Map when value.Is(out CelPatchObject? patch):
                return PatchNode(patch);
            case CelKind.Map:
                CelMap map = value.As<CelMap>();
                return new JsonObject
                {
                    ["map"] = new JsonArray(
                    [
                        .. Enumerable.Range(0, map.Count)
                            .Select(index => (Key: Node(map.KeyAt(index)), Value: Node(map.ValueAt(index))))
                            .OrderBy(static entry => entry.Key.ToJsonString(Plain), StringComparer.Ordinal)
                            .Select(static entry => new JsonArray(entry.Key, entry.Value)),
                    ]),
                };
            default:
                return LibraryNode(value);
        }
    }

    private static JsonObject LibraryNode(CelValue value) => value.Node switch
    {
        CelQuantity quantity => Text("quantity", quantity.ToString()),
        CelAddress address => Text("ip", address.ToString()),
        CelPrefix prefix => Text("cidr", prefix.ToString()),
        CelUrl url => Text("url", url.ToString()),
        CelVersion version => Text("semver", version.ToString()),
        CelFormat format => Text("format", format.ToString()),
        _ => Text("opaque", value.Type.Name),
    };

    private static JsonObject PatchNode(CelPatchObject patch) => patch.TypeName == "JSONPatch"
        ? new JsonObject
        {
            ["jsonPatch"] = new JsonObject(Enumerable.Range(0, patch.Count).Select(index => KeyValuePair.Create(
                patch.KeyAt(index).AsString(), patch.KeyAt(index).AsString() == "value" ? Node(patch.ValueAt(index)) : Json(patch.ValueAt(index))))),
        }
        : new JsonObject { ["object"] = new JsonObject { ["type"] = patch.TypeName, ["value"] = Json(CelValue.From(patch)) } };

    private static JsonNode? Json(CelValue value) => value.Kind switch
    {
        CelKind.Map => new JsonObject(Enumerable.Range(0, value.As<CelMap>().Count).Select(index =>
            KeyValuePair.Create(value.As<CelMap>().KeyAt(index).AsString(), Json(value.As<CelMap>().ValueAt(index))))),
        CelKind.List => new JsonArray([.. Enumerable.Range(0, value.As<CelList>().Count).Select(index => Json(value.As<CelList>()[index]))]),
        CelKind.Null => null,
        CelKind.Bool => value.AsBool(),
        CelKind.Int => value.AsInt(),
        CelKind.Double => value.AsDouble(),
        _ => value.AsString(),
    };

    private static JsonObject Text(string name, string text) => new() { [name] = text };
}

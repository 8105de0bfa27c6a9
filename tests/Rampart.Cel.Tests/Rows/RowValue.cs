using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
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

    private static JsonObject LibraryNode(CelValue value) => Text("opaque", value.Type.Name);

    private static JsonObject Text(string name, string text) => new() { [name] = text };
}

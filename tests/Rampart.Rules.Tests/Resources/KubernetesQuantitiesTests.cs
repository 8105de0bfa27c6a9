using System.Runtime.CompilerServices;
using System.Text.Json;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.Resources;

namespace Rampart.Rules.Tests.Resources;

/// <summary>What an API server of Kubernetes 1.37 says of quantities, which <c>KubernetesQuantities.jsonl</c> holds, is said of them here.</summary>
public sealed class KubernetesQuantitiesTests
{
    private const string Blank = "blanks around a quantity are a slip, which the API server takes away";

    // Values that the API server takes, and that are refused here.
    private static readonly Dictionary<string, string> Stricter = new(StringComparer.Ordinal)
    {
        ["\" 1\""] = Blank,
        ["\"1 \""] = Blank,
        ["\"1Mi \""] = Blank,
    };

    public static TheoryData<string, bool> Values =>
    [
        .. Rows().Select(static row => new TheoryDataRow<string, bool>(row.GetProperty("value").GetRawText(), row.GetProperty("server").GetString() == "accepted")),
    ];

    [Theory, MemberData(nameof(Values))]
    public void Read_Value_IsWhatTheApiServerTakesItFor(string json, bool isAccepted)
    {
        PropertyValue value = ToValue(JsonElement.Parse(json));

        QuantityState state = QuantityField.Read(new Field(value), out Quantity quantity);

        Assert.Equal(isAccepted && !Stricter.ContainsKey(json), state == QuantityState.Unset || (state == QuantityState.Valid && quantity.Sign >= 0));
    }

    private static PropertyValue ToValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => PropertyValue.From(value.GetString()!),
        JsonValueKind.Number => PropertyValue.From(value.GetDouble()),
        JsonValueKind.True => PropertyValue.From(true),
        _ => PropertyValue.Null,
    };

    private static IEnumerable<JsonElement> Rows([CallerFilePath] string testFile = "") =>
        File.ReadLines(Path.Combine(Path.GetDirectoryName(testFile)!, "KubernetesQuantities.jsonl")).Select(static line => JsonElement.Parse(line));
}

using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using Rampart.Plan.ManifestFiles;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;

namespace Rampart.Plan.Tests.ManifestFiles;

/// <summary>What the readers of Kubernetes 1.37 made of small inputs, which <c>KubernetesReading.jsonl</c> holds, is what is made of them here.</summary>
public sealed class KubernetesReadingTests
{
    private const string NotRead = "kubectl reads the first document and leaves out the next without a word, which is no reason for a check to pass";
    private const string TwoKeys = "two keys become one text in JSON, and which of the values counts is by chance in Kubernetes";
    private const string NoObject = "it is read as it should be, and is no Kubernetes object";

    // Inputs that Kubernetes reads, and that are refused here. What Kubernetes refuses is refused, with no exception.
    private static readonly Dictionary<string, string> Stricter = new(StringComparer.Ordinal)
    {
        ["markerbefore-cr"] = NotRead,
        ["comment-marker-cr"] = NotRead,
        ["block-marker-cr"] = NotRead,
        ["comment-marker-nel"] = NotRead,
        ["block-marker-nel"] = NotRead,
        ["markerbefore-ls"] = NotRead,
        ["comment-marker-ls"] = NotRead,
        ["block-marker-ls"] = NotRead,
        ["markerbefore-ps"] = NotRead,
        ["comment-marker-ps"] = NotRead,
        ["marker-end"] = NotRead,
        ["dup-bool-text"] = TwoKeys,
        ["dup-int-text"] = TwoKeys,
        ["dup-float"] = TwoKeys,
        ["key-.inf"] = "no field, label or key of Kubernetes has this name",
        ["json-big"] = "1e400 passes kubectl, and the API server refuses it",
        ["text-doc"] = NoObject,
        ["list-doc"] = NoObject,
        ["json-comment"] = NoObject,
    };

    public static TheoryData<string> Names => [.. Cases().Select(static item => item.GetProperty("name").GetString()!)];

    [Theory, MemberData(nameof(Names))]
    public void Read_Input_GivesWhatKubernetesReads(string name)
    {
        JsonElement input = Cases().Single(item => item.GetProperty("name").GetString() == name);
        byte[] bytes = input.TryGetProperty("text", out JsonElement text)
            ? Encoding.UTF8.GetBytes(text.GetString()!)
            : Convert.FromBase64String(input.GetProperty("base64").GetString()!);
        string[] expected = [.. input.GetProperty("documents").EnumerateArray().Select(Show)];
        bool isRefused = input.TryGetProperty("error", out _) || input.TryGetProperty("strictError", out _) || Stricter.ContainsKey(name);

        ManifestFileSet set = ManifestFolder.ReadBytes(bytes);

        Diagnostic[] problems = [.. set.Diagnostics.Where(static item => item.Id != ManifestDiagnosticIds.NoObjects)];
        if (isRefused)
        {
            Assert.NotEmpty(problems);
            Assert.All(problems, static item => Assert.True(item.Line > 0 && item.Column > 0, item.ToString()));
        }
        else
        {
            Assert.Empty(problems);
            Assert.Equal(expected, set.Objects.Select(static item => Show(PropertyValue.From(item.Body))));
        }
    }

    [Fact]
    public void Stricter_NamesInputs() => Assert.Empty(Stricter.Keys.Except(Names.Select(static row => row.Data)));

    private static JsonElement[] Cases([CallerFilePath] string testFile = "") =>
        _cases ??= [.. File.ReadLines(Path.Combine(Path.GetDirectoryName(testFile)!, "KubernetesReading.jsonl")).Select(static line => JsonElement.Parse(line))];

    private static JsonElement[]? _cases;

    // JSON with sorted keys, and numbers as a client has them.
    private static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(',', value.EnumerateObject().OrderBy(static item => item.Name, StringComparer.Ordinal).Select(static item => $"{Show(item.Name)}:{Show(item.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(',', value.EnumerateArray().Select(Show))}]",
        JsonValueKind.String => Show(value.GetString()!),
        JsonValueKind.Number => Show(value.GetDouble()),
        _ => value.GetRawText(),
    };

    private static string Show(PropertyValue value) => value.Kind switch
    {
        PropertyKind.Object => $"{{{string.Join(',', value.AsObject().Properties.ToArray().OrderBy(static item => item.Name, StringComparer.Ordinal).Select(static item => $"{Show(item.Name)}:{Show(item.Value)}"))}}}",
        PropertyKind.List => $"[{string.Join(',', value.AsList().Items.ToArray().Select(Show))}]",
        PropertyKind.String => Show(value.AsString()),
        PropertyKind.Number => Show(value.AsNumber()),
        PropertyKind.Boolean => value.AsBoolean() ? "true" : "false",
        _ => "null",
    };

    private static string Show(string text) => JsonSerializer.Serialize(text);

    private static string Show(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}

using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Rampart.Plan.Yaml;
using YamlDotNet.RepresentationModel;

namespace Rampart.Plan.Tests.Yaml;

/// <summary>
/// The YAML project's own suite of texts. It is not part of this repository: the environment variable <c>YAML_TEST_SUITE</c> names a
/// folder with a checkout of it, and without one there is nothing to run.
/// </summary>
public sealed class YamlTestSuiteTests
{
    private const string Variable = "YAML_TEST_SUITE";

    // What the reader does otherwise, as Go's libraries do or for the safety of whoever reads the text.
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
    };

    [Fact]
    public void ReadAll_Suite_GivesWhatTheSuiteSays()
    {
        string folder = Environment.GetEnvironmentVariable(Variable) ?? "";
        Assert.SkipWhen(folder.Length == 0, $"{Variable} names no folder with the suite");

        SortedDictionary<string, string> found = new(StringComparer.Ordinal);
        int count = 0;
        foreach (string file in Directory.EnumerateFiles(Path.Combine(folder, "src"), "*.yaml").Order(StringComparer.Ordinal))
        {
            foreach ((string id, SuiteCase item) in Load(file))
            {
                count++;
                if (Deviation(item) is { } deviation)
                {
                    found.Add(id, deviation);
                }
            }
        }

        Assert.True(count > 300, $"only {count} cases are in {folder}");
        string[] unlisted = [.. found.Where(static item => !Deviations.ContainsKey(item.Key)).Select(static item => $"{item.Key}: {item.Value}")];
        Assert.True(unlisted.Length == 0, string.Join('\n', unlisted));
        Assert.Empty(Deviations.Keys.Except(found.Keys));
    }

    private static string? Deviation(SuiteCase item)
    {
        string read;
        try
        {
            read = string.Join(' ', YamlReader.ReadAll(item.Text).Select(Show));
        }
        catch (Rampart.Plan.Yaml.YamlException exception)
        {
            return item.Fails ? null : $"refused: {exception.Message}";
        }

        return item.Fails ? $"read: {read}"
            : item.Json is null || read == item.Json ? null
            : $"differs: {read} instead of {item.Json}";
    }

    private static IEnumerable<(string Id, SuiteCase Case)> Load(string file)
    {
        using StreamReader reader = new(file);
        YamlStream stream = [];
        stream.Load(reader);
        YamlSequenceNode cases = (YamlSequenceNode)stream.Documents[0].RootNode;
        string? json = null;
        for (int i = 0; i < cases.Children.Count; i++)
        {
            // A later case of a file leaves out what an earlier one says.
            YamlMappingNode item = (YamlMappingNode)cases.Children[i];
            bool fails = Text(item, "fail") == "true";
            json = Text(item, "json") is { } own ? Show(own) : json;
            string id = Path.GetFileNameWithoutExtension(file) + (cases.Children.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $"/{i}"));
            yield return (id, new SuiteCase(Unmark(Text(item, "yaml")!), fails ? null : json, fails));
        }
    }

    private static string? Text(YamlMappingNode item, string key) =>
        item.Children.TryGetValue(new YamlScalarNode(key), out YamlDotNet.RepresentationModel.YamlNode? node) ? ((YamlScalarNode)node).Value : null;

    // The suite writes blanks and the like as signs that are seen.
    private static string Unmark(string text) => Regex.Replace(text, "—*»", "\t")
        .Replace("␣", " ", StringComparison.Ordinal)
        .Replace("↵", "", StringComparison.Ordinal)
        .Replace("←", "\r", StringComparison.Ordinal)
        .Replace("⇔", "\uFEFF", StringComparison.Ordinal)
        .Replace("∎\n", "", StringComparison.Ordinal);

    private static string Show(string json)
    {
        List<string> values = [];
        Utf8JsonReader reader = new(Encoding.UTF8.GetBytes(json), new JsonReaderOptions { AllowMultipleValues = true });
        while (reader.Read())
        {
            values.Add(Show(JsonElement.ParseValue(ref reader)));
        }

        return string.Join(' ', values);
    }

    private static string Show(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Object => $"{{{string.Join(", ", value.EnumerateObject().OrderBy(static item => item.Name, StringComparer.Ordinal).Select(static item => $"{Quote(item.Name)}: {Show(item.Value)}"))}}}",
        JsonValueKind.Array => $"[{string.Join(", ", value.EnumerateArray().Select(Show))}]",
        JsonValueKind.String => Quote(value.GetString()!),
        JsonValueKind.Number => value.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        _ => value.GetRawText(),
    };

    private static string Show(Rampart.Plan.Yaml.YamlNode node) => node switch
    {
        YamlMapping mapping => $"{{{string.Join(", ", mapping.Entries.OrderBy(static item => item.Key.Text, StringComparer.Ordinal).Select(static item => $"{Quote(item.Key.Text)}: {Show(item.Value)}"))}}}",
        YamlSequence sequence => $"[{string.Join(", ", sequence.Items.Select(Show))}]",
        YamlScalar scalar => scalar.Resolve() switch
        {
            { Kind: ScalarKind.Null or ScalarKind.Boolean } value => value.Text,
            { Kind: ScalarKind.Integer or ScalarKind.Float } value => value.Number.ToString("R", CultureInfo.InvariantCulture),
            var value => Quote(value.Text),
        },
        _ => throw new InvalidOperationException(node.GetType().Name),
    };

    private static string Quote(string text) => JsonSerializer.Serialize(text);

    private sealed record SuiteCase(string Text, string? Json, bool Fails);
}

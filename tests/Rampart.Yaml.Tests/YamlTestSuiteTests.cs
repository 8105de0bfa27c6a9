using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Rampart.Yaml.Tests;

/// <summary>
/// The YAML project's own suite of texts. It is not part of this repository: the environment variable <c>YAML_TEST_SUITE</c> names a
/// folder with a checkout of it, and without one there is nothing to run.
/// </summary>
public sealed class YamlTestSuiteTests
{
    private const string Variable = "YAML_TEST_SUITE";

    private const string Empty = "an empty key is written with quotes, and ? stands apart from its key";
    private const string Directive = "%YAML and %TAG are all the directives there are, and come once";
    private const string Place = "Go's libraries refuse it, too, or read it as something else";
    private const string Key = "a key is a scalar, as it is in JSON";
    private const string Binary = "binary data is shown as the text of its bytes, as Kubernetes does";
    private const string Tab = "a tab where a collection could begin is indentation for some readers and not for others";
    private const string Anchor = "the name of an anchor has letters, digits, - and _, as in Go's libraries";
    private const string Lenient = "Go's libraries read it, too";
    private const string End = "a text that ends without a line break gets none";
    private const string Tag = "the tag ! says nothing";

    // What the reader does otherwise, as Go's libraries do or for the safety of whoever reads the text.
    private static readonly Dictionary<string, string> Deviations = new(StringComparer.Ordinal)
    {
        ["2JQS"] = Empty,
        ["2LFX"] = Directive,
        ["2SXE"] = Empty,
        ["4ABK"] = Place,
        ["4FJ6"] = Key,
        ["4MUZ/0"] = Place,
        ["4MUZ/1"] = Place,
        ["4MUZ/2"] = Place,
        ["565N"] = Binary,
        ["58MP"] = Empty,
        ["5MUD"] = Place,
        ["5T43"] = Empty,
        ["652Z"] = Empty,
        ["6BCT"] = Tab,
        ["6BFJ"] = Key,
        ["6CA3"] = Tab,
        ["6LVF"] = Directive,
        ["6M2F"] = Empty,
        ["6PBE"] = Key,
        ["8XYN"] = Anchor,
        ["96NN/0"] = Tab,
        ["96NN/1"] = Tab,
        ["9C9N"] = Lenient,
        ["9JBA"] = Lenient,
        ["9MMW"] = Key,
        ["9SA2"] = Place,
        ["A2M4"] = Tab,
        ["BEC7"] = Directive,
        ["CFD4"] = Empty,
        ["CVW2"] = Lenient,
        ["DBG4"] = Empty,
        ["DFF7"] = Place,
        ["DK3J"] = Place,
        ["DK95/0"] = Tab,
        ["DK95/1"] = Lenient,
        ["DK95/3"] = Tab,
        ["DK95/4"] = Tab,
        ["DK95/7"] = Tab,
        ["FH7J"] = Empty,
        ["FP8R"] = Place,
        ["FRK4"] = Place,
        ["G5U8"] = Lenient,
        ["HM87/0"] = Empty,
        ["HM87/1"] = Empty,
        ["HRE5"] = Lenient,
        ["JEF9/2"] = End,
        ["JR7V"] = Place,
        ["K3WX"] = Place,
        ["KK5P"] = Key,
        ["L24T/1"] = End,
        ["LX3P"] = Key,
        ["M2N8/0"] = Empty,
        ["M2N8/1"] = Key,
        ["M5DY"] = Key,
        ["M7A3"] = Place,
        ["MUS6/5"] = Directive,
        ["MUS6/6"] = Directive,
        ["NHX8"] = Empty,
        ["NJ66"] = Place,
        ["NKF9"] = Empty,
        ["PW8X"] = Empty,
        ["Q5MG"] = Tab,
        ["Q9WF"] = Key,
        ["QB6E"] = Lenient,
        ["R4YG"] = Tab,
        ["RZP5"] = Key,
        ["S3PD"] = Empty,
        ["S4JQ"] = Tag,
        ["S98Z"] = Lenient,
        ["SBG9"] = Key,
        ["SM9W/1"] = Empty,
        ["SU5Z"] = Lenient,
        ["UKK6/0"] = Empty,
        ["UT92"] = Place,
        ["V9D5"] = Key,
        ["VJP3/1"] = Place,
        ["W4TN"] = Place,
        ["W5VH"] = Anchor,
        ["X38W"] = Key,
        ["XW4D"] = Key,
        ["Y2GN"] = Anchor,
        ["Y79Y/1"] = Tab,
        ["Y79Y/10"] = Tab,
        ["Y79Y/3"] = Lenient,
        ["YJV2"] = Lenient,
        ["ZYU8/0"] = Directive,
        ["ZYU8/1"] = Directive,
        ["ZYU8/2"] = Directive,
        ["ZYU8/3"] = Directive,
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
        catch (Rampart.Yaml.YamlException exception)
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

    private static string Show(Rampart.Yaml.YamlNode node) => node switch
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

using System.Text;
using System.Text.Json;
using CsCheck;
using Rampart.Plan.Manifests;
using Rampart.Protocol.Values;
using Rampart.Yaml;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using static Rampart.Plan.Tests.Manifests.Objects;

namespace Rampart.Plan.Tests.Manifests;

public sealed class ManifestYamlTests
{
    public static TheoryData<string, PropertyValue, string> Values => new()
    {
        { "text", Text("hello"), "hello\n" },
        { "command of a build service", Text("a\n ::error::b"), "\"a\\n ::error::b\"\n" },
        { "command in a line", Text("a ##vso[b]\nc"), "\"a \\u0023\\u0023vso[b]\\nc\"\n" },
        { "headings", Text("## a\n## b"), "|-\n  ## a\n  ## b\n" },
        { "empty text", Text(""), "\"\"\n" },
        { "word of YAML 1.1", Text("no"), "\"no\"\n" },
        { "word in capitals", Text("NULL"), "\"NULL\"\n" },
        { "digits", Text("8080"), "\"8080\"\n" },
        { "sexagesimal of YAML 1.1", Text("12:30:45"), "\"12:30:45\"\n" },
        { "exponent", Text("1e3"), "\"1e3\"\n" },
        { "binary quantity", Text("4Gi"), "4Gi\n" },
        { "milli quantity", Text("2000m"), "2000m\n" },
        { "version", Text("1.2.3"), "\"1.2.3\"\n" },
        { "image", Text("ghcr.io/authzed/spicedb:v1.56.0"), "ghcr.io/authzed/spicedb:v1.56.0\n" },
        { "label key", Text("app.kubernetes.io/name"), "app.kubernetes.io/name\n" },
        { "colon and space", Text("a: b"), "\"a: b\"\n" },
        { "comment", Text("a #b"), "\"a #b\"\n" },
        { "space at the end", Text("a "), "\"a \"\n" },
        { "wildcard", Text("*"), "\"*\"\n" },
        { "tag", Text("!x"), "\"!x\"\n" },
        { "quote", Text("say \"x\""), "\"say \\\"x\\\"\"\n" },
        { "control character", Text("a\u0001b"), "\"a\\u0001b\"\n" },
        { "beyond the basic plane", Text("a 😀 b"), "\"a 😀 b\"\n" },
        { "beyond the basic plane, not assigned", Text("\U0001FFFE"), "\"\\U0001FFFE\"\n" },
        { "half a surrogate pair", Text("a\ud83db"), "\"a\uFFFDb\"\n" },
        { "what nobody sees", Text("a\u200B\u202E\uFEFF\u00A0b"), "\"a\\u200B\\u202E\\uFEFF\\u00A0b\"\n" },
        { "line breaks of YAML 1.1", Text("a\u0085\u2028\u2029b\n"), "\"a\\u0085\\u2028\\u2029b\\n\"\n" },
        { "lines beyond the basic plane", Text("a\n😀\n"), "|\n  a\n  😀\n" },
        { "lines with half a surrogate pair", Text("a\n\ude00"), "|-\n  a\n  \uFFFD\n" },
        { "lines with what no reader takes", Text("a\n\uFFFF"), "\"a\\n\\uFFFF\"\n" },
        { "long key", Map((new string(' ', 101), Map(("a", Text("x"))))), $"? \"{new string(' ', 101)}\"\n:\n  a: x\n" },
        { "long key in a list", List(Map((new string(' ', 101), List(Text("x"))))), $"- ? \"{new string(' ', 101)}\"\n  :\n  - x\n" },
        { "lines", Text("a\nb\n"), "|\n  a\n  b\n" },
        { "lines without end", Text("a\nb"), "|-\n  a\n  b\n" },
        { "lines and empty lines at the end", Text("a\n\n\n"), "|+\n  a\n\n\n" },
        { "empty line inside", Text("a\n\nb"), "|-\n  a\n\n  b\n" },
        { "lines with a first space", Text(" a\nb"), "\" a\\nb\"\n" },
        { "whole number", PropertyValue.From(65532), "65532\n" },
        { "fraction", PropertyValue.From(0.5), "0.5\n" },
        { "true", PropertyValue.From(true), "true\n" },
        { "null", PropertyValue.Null, "null\n" },
        { "empty list", List(), "[]\n" },
        { "empty object", Map(), "{}\n" },
        { "list", List(Text("a"), Text("b")), "- a\n- b\n" },
        { "list in a list", List(List(Text("a")), Text("b")), "- - a\n- b\n" },
        { "object in a list", List(Map(("a", Text("1")), ("b", Text("x")))), "- a: \"1\"\n  b: x\n" },
        { "list in an object", Map(("k", List(Map(("a", Text("x")))))), "k:\n- a: x\n" },
        { "empty object in an object", Map(("k", Map())), "k: {}\n" },
        { "key that is a word", Map(("on", Text("x"))), "\"on\": x\n" },
        { "lines in a list in an object", Map(("k", List(Text("a\nb\n")))), "k:\n- |\n  a\n  b\n" },
    };

    [Theory]
    [MemberData(nameof(Values))]
    public void Write_Value_GivesThisText(string name, PropertyValue value, string expected)
    {
        using MemoryStream stream = new();

        ManifestYaml.Write(stream, value);

        Assert.True(expected == Encoding.UTF8.GetString(stream.ToArray()), $"{name}: {Encoding.UTF8.GetString(stream.ToArray())}");
    }

    [Fact]
    public void Write_SeveralObjects_SeparatesThem()
    {
        using MemoryStream stream = new();

        ManifestYaml.Write(stream, [Manifest("ConfigMap", "a"), Manifest("ConfigMap", "b")]);

        Assert.Equal(
            """
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: a
              namespace: ns
            ---
            apiVersion: v1
            kind: ConfigMap
            metadata:
              name: b
              namespace: ns

            """,
            Encoding.UTF8.GetString(stream.ToArray()));
    }

    // Any text survives, whichever version of YAML the reader follows.
    [Fact]
    public void Write_AnyText_IsReadBackByBothVersions()
    {
        string[] unusual =
        [
            "", "y", "No", "0x1F", "0o7", "1_000", "2001-01-01", "~", ".inf", "- a", "a:", "? b", "%x", "@x", "`x", "{a}", "[b]", "&c", "|", ">", "é", "\u2028", "\uFEFF", "😀", "a\tb", "\n", "\n\n", "a\r\nb", "a \nb",
        ];
        Gen<string> words = Gen.Int[0, unusual.Length - 1].Select(index => unusual[index]);
        Gen.Select(words, Gen.String, words).Sample((before, middle, after) =>
        {
            string text = before + middle + after;
            using MemoryStream stream = new();
            ManifestYaml.Write(stream, Map(("key", List(Text(text), Map((text.Length == 0 ? "k" : text, Text(text)))))));
            foreach (YamlSchema schema in Enum.GetValues<YamlSchema>())
            {
                YamlMapping read = (YamlMapping)YamlReader.ReadOne(stream.ToArray(), schema)!;
                Assert.Equal(WellFormed(text), FirstText(read, schema));
            }
        });
    }

    // The library is not ours, and reads as YAML 1.1 says.
    [Trait("Speed", "Slow")]
    [Fact]
    public void Write_AnyUnicodeText_IsReadBackByAnotherLibrary()
    {
        Gen<string> character = Gen.Frequency(
            (2, Gen.Char[' ', '~'].Select(static item => item.ToString())),
            (2, Gen.Char[char.MinValue, char.MaxValue].Select(static item => item.ToString())),
            (1, Gen.Int[0x10000, 0x10FFFF].Select(char.ConvertFromUtf32)),
            (1, Gen.OneOf("\n", "\r", "\t", " ", "  ", "\n\n", "\n ", "\u0085", "\u2028", "\uFEFF", "\uFFFE", "\uD800", "\uDFFF", "😀", "---", "...", "#", ": ", "'", "\"", "\\")));
        Gen<string> text = character.Array[0, 20].Select(string.Concat);
        Gen.Select(text, text, Gen.Bool).Sample(
            static (first, second, isLong) =>
            {
                string key = isLong ? second + new string('k', 1100) : second;
                using MemoryStream stream = new();
                ManifestYaml.Write(stream, Map((key, Text(first)), (key + "2", List(Text(second), Map((key, Text(first)))))));

                Parser parser = new(new StringReader(Encoding.UTF8.GetString(stream.ToArray())));
                List<string> read = [];
                while (parser.MoveNext())
                {
                    if (parser.Current is Scalar scalar)
                    {
                        read.Add(scalar.Value);
                    }
                }

                Assert.Equal(Sorted([WellFormed(key), WellFormed(first), WellFormed(key + "2"), WellFormed(second), WellFormed(key), WellFormed(first)]), Sorted(read));
            },
            iter: 3_000,
            threads: 1);
    }

    [Fact]
    public void WriteJson_AnyUnicodeText_IsReadBack()
    {
        string text = "a\ud83d😀\u2028\uFFFF\"\\\n\u0000";
        using MemoryStream stream = new();

        ManifestJson.Write(stream, Manifest("ConfigMap", text));

        using JsonDocument read = JsonDocument.Parse(stream.ToArray());
        Assert.Equal(WellFormed(text), read.RootElement.GetProperty("metadata").GetProperty("name").GetString());
    }

    [Fact]
    public void WriteJson_CommandOfABuildService_IsEscaped()
    {
        using MemoryStream stream = new();

        ManifestJson.Write(stream, Manifest("ConfigMap", "##vso[a]"));

        Assert.Contains("\"\\u0023\\u0023vso[a]\"", Encoding.UTF8.GetString(stream.ToArray()), StringComparison.Ordinal);
    }

    private static List<string> Sorted(List<string> texts) => [.. texts.Order(StringComparer.Ordinal)];

    private static string FirstText(YamlMapping mapping, YamlSchema schema)
    {
        YamlSequence list = (YamlSequence)mapping.Entries[0].Value;
        YamlScalar scalar = (YamlScalar)list.Items[0];
        Assert.True(scalar.Resolve().Kind == ScalarKind.String, $"{schema} reads '{scalar.Text}' as {scalar.Resolve().Kind}");
        return scalar.Text;
    }

    // Half a surrogate pair is no character: UTF-8, and with it the engine's protocol, has U+FFFD for it.
    private static string WellFormed(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}

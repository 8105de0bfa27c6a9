using System.Text;
using CsCheck;
using Rampart.Plan.Manifests;
using Rampart.Plan.Yaml;
using Rampart.Protocol.Values;
using static Rampart.Plan.Tests.Manifests.Objects;

namespace Rampart.Plan.Tests.Manifests;

public sealed class ManifestYamlTests
{
    public static TheoryData<string, PropertyValue, string> Values => new()
    {
        { "text", Text("hello"), "hello\n" },
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
            if (text.Any(static character => char.IsSurrogate(character)) && !IsWellFormed(text))
            {
                return;
            }

            using MemoryStream stream = new();
            ManifestYaml.Write(stream, Map(("key", List(Text(text), Map((text.Length == 0 ? "k" : text, Text(text)))))));
            foreach (YamlSchema schema in Enum.GetValues<YamlSchema>())
            {
                YamlMapping read = (YamlMapping)YamlReader.ReadOne(stream.ToArray(), schema)!;
                Assert.Equal(text, FirstText(read, schema));
            }
        });
    }

    private static string FirstText(YamlMapping mapping, YamlSchema schema)
    {
        YamlSequence list = (YamlSequence)mapping.Entries[0].Value;
        YamlScalar scalar = (YamlScalar)list.Items[0];
        Assert.True(scalar.Resolve().Kind == ScalarKind.String, $"{schema} reads '{scalar.Text}' as {scalar.Resolve().Kind}");
        return scalar.Text;
    }

    private static bool IsWellFormed(string text)
    {
        try
        {
            _ = new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(text);
            return true;
        }
        catch (EncoderFallbackException)
        {
            return false;
        }
    }
}

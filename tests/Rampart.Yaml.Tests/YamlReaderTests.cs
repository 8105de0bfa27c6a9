
namespace Rampart.Yaml.Tests;

public sealed class YamlReaderTests
{
    // text, tree
    public static TheoryData<string, string> Trees => new()
    {
        // Mappings and lists.
        { "", "(nothing)" },
        { "# only a comment\n", "(nothing)" },
        { "---\n", "" },
        { "a: b", "{a: b}" },
        { "a:", "{a: }" },
        { "a:\nb:", "{a: , b: }" },
        { "a:\n  b: c\n  d: e\nf: g", "{a: {b: c, d: e}, f: g}" },
        { "- a\n- b", "[a, b]" },
        { "a:\n- b\n- c\nd: e", "{a: [b, c], d: e}" },
        { "a:\n  - b\n  - c", "{a: [b, c]}" },
        { "- - a\n  - b\n- c", "[[a, b], c]" },
        { "- a: b\n  c: d\n-\n  e: f", "[{a: b, c: d}, {e: f}]" },
        { "-\n- a", "[, a]" },
        { "? a\n: b\n? c", "{a: b, c: }" },
        { "? |\n  a\n: - b", "{|a\\n|: [b]}" },
        { "spicedb:replicas: 3", "{spicedb:replicas: 3}" },
        { "'a': b\n\"c\" : d", "{'a': b, \"c\": d}" },
        { "a: b # comment\n# comment\nc: d", "{a: b, c: d}" },
        { "a: b\r\nc: d\r\n", "{a: b, c: d}" },
        { "a:\tb", "{a: b}" },

        // Plain scalars.
        { "a: b c\n  d\n\n  e", "{a: b c d\\ne}" },
        { "a: b#c", "{a: b#c}" },
        { "a: -b", "{a: -b}" },
        { "a: ?b", "{a: ?b}" },
        { "a: :b", "{a: :b}" },
        { "a: http://b", "{a: http://b}" },
        { "a: b\n  - c", "{a: b - c}" },
        { "a b", "a b" },

        // Quoted scalars.
        { "a: 'b''c'", "{a: 'b'c'}" },
        { "a: \"b\\tc\\x41\\u00e9\\U0001F600\"", "{a: \"b\\tcAé😀\"}" },
        { "a: \"\\ud83d\\ude00\"", "{a: \"😀\"}" },
        { "a: \"b\n  c\n\n  d\"", "{a: \"b c\\nd\"}" },
        { "a: \"b\\\n  c\"", "{a: \"bc\"}" },
        { "a: 'b\n\n  c'", "{a: 'b\\nc'}" },
        { "a: 'b: c # d'", "{a: 'b: c # d'}" },

        // Block scalars.
        { "a: |\n  b\n   c\n\n  d\n", "{a: |b\\n c\\n\\nd\\n|}" },
        { "a: |-\n  b\n\nc: d", "{a: |b|, c: d}" },
        { "a: |+\n  b\n\nc: d", "{a: |b\\n\\n|, c: d}" },
        { "a: |2\n   b\n", "{a: | b\\n|}" },
        { "a: >\n  b\n  c\n\n  d\n   e\n  f\n", "{a: >b c\\nd\\n e\\nf\\n>}" },
        { "a: | # comment\n  b", "{a: |b|}" },
        { "- |\n b\n- c", "[|b\\n|, c]" },
        { "a: |\nb: c", "{a: ||, b: c}" },

        // Flow style.
        { "[a, 'b', {c: d}, []]", "[a, 'b', {c: d}, []]" },
        { "{a: b, c, \"d\":e, f: }", "{a: b, c: , \"d\": e, f: }" },
        { "a: [\nb,\n# comment\nc\n]", "{a: [b, c]}" },
        { "[a: b, ? c : d]", "[{a: b}, {c: d}]" },
        { "{a: b,}", "{a: b}" },
        { "[a\n b]", "[a b]" },
        { "{\"a\": {\"b\": [1, true, null]}}", "{\"a\": {\"b\": [1, true, null]}}" },

        // Anchors, aliases, merge keys, tags.
        { "a: &x b\nc: *x", "{a: b, c: b}" },
        { "a: &x [b]\nc: *x", "{a: [b], c: [b]}" },
        { "&k a: b\nc: *k", "{a: b, c: a}" },
        { "a: &x\n  b: c\nd: *x", "{a: {b: c}, d: {b: c}}" },
        { "a: &x\n- b\nc: *x", "{a: [b], c: [b]}" },
        { "- &x a\n- &x b\n- *x", "[a, b, b]" },
        { "a: &x {b: 1, c: 2}\nd:\n  <<: *x\n  c: 3", "{a: {b: 1, c: 2}, d: {c: 3, b: 1}}" },
        { "<<: [{a: 1}, {a: 2, b: 2}]\nc: 3", "{c: 3, a: 1, b: 2}" },
        { "'<<': a", "{'<<': a}" },
        { "a: !!str 1", "{a: !!str 1}" },
        { "a: !<tag:yaml.org,2002:str> 1", "{a: !!str 1}" },
        { "%TAG !y! tag:yaml.org,2002:\n---\na: !y!int 1", "{a: !!int 1}" },
        { "a: ! 1", "{a: 1}" },
        { "a: !local b", "{a: !local b}" },
        { "&x\n!!str\na", "!!str a" },

        // Documents.
        { "--- a", "a" },
        { "--- |\n a", "|a|" },
        { "%YAML 1.2\n---\na: b\n...\n", "{a: b}" },
        { "\uFEFFa: b", "{a: b}" },
    };

    // text, error
    public static TheoryData<string, string> Errors => new()
    {
        { "a:\n\tb: c", "line 2, column 1: a tab indents this line; indent with spaces" },
        { "a: b\n\tc", "line 2, column 1: a tab indents this line; indent with spaces" },
        { "-\ta", "line 1, column 1: a tab indents this line; indent with spaces" },
        { "a: b: c", "line 1, column 5: there is a second ': ' on the line; quote the value, or begin a mapping on the next line" },
        { "a: - b", "line 1, column 4: a list or mapping cannot begin in the middle of a line; begin it on a line of its own" },
        { "a: b\n c: d", "line 2, column 3: the key before this ':' is spread over lines 1 to 2; write key: value on each line, or indent what belongs to a value" },
        { "a b\nc: d", "line 2, column 2: the key before this ':' is spread over lines 1 to 2; write key: value on each line, or indent what belongs to a value" },
        { "a: b\nc d", "line 2, column 1: this line of a mapping has no ': '; write key: value" },
        { "a:\n  b: c\n d: e", "line 3, column 2: the indentation fits neither the lines above nor a list or mapping around them; line it up with the keys or items that it belongs to" },
        { "a:\n  - b\n  c: d", "line 3, column 3: the indentation fits neither the lines above nor a list or mapping around them; line it up with the keys or items that it belongs to" },
        { "a: b\n- c", "line 2, column 1: a list item stands among the keys of a mapping; indent it below the key that it belongs to" },
        { "a: 'b\nc: d", "line 1, column 4: the text that starts here has no closing '; close it with '" },
        { "a: \"b", "line 1, column 4: the text that starts here has no closing \"; close it with \"" },
        { "a: 'b' c", "line 1, column 8: there is text after the end of the value; quote the whole value, or put the text on its own line" },
        { "a: \"\\q\"", "line 1, column 5: there is no such escape in double quotes; double the backslash, or use single quotes" },
        { "a: \"\\x4\"", "line 1, column 5: the escape needs 2 hexadecimal digits; write them all, with leading zeros" },
        { "a: \"\\ud800\"", "line 1, column 5: the escape is not a Unicode character; write the character itself, or \\U and its eight digits up to 0010FFFF" },
        { "a: 'b\n---\nc'", "line 2, column 1: a document ends inside a quoted text; close the quote before this line" },
        { "a: [b, c", "line 1, column 4: what is opened here has no closing ']'; close it with ']'" },
        { "a: {b: c", "line 1, column 4: what is opened here has no closing '}'; close it with '}'" },
        { "a: [b}", "line 1, column 6: neither ',' nor ']' follows the value; separate the values, or close what line 1 opens" },
        { "a: [b, , c]", "line 1, column 8: a value cannot begin with ','; quote it" },
        { "a: {b:, c: d}", "line 1, column 6: ':' and ',' are not separated; put a space between them, or quote the text" },
        { "a: @b", "line 1, column 4: a value cannot begin with '@'; quote it" },
        { "a: %b", "line 1, column 4: a value cannot begin with '%'; quote it" },
        { ": b", "line 1, column 1: there is no key before ':'; write key: value" },
        { "a: 1\nb: 2\na: 3", "line 3, column 1: the key 'a' is already there, on line 1; keep one of them" },
        { "{a: 1, 'a': 2}", "line 1, column 8: the key 'a' is already there, on line 1; keep one of them" },
        { "[a]: b", "line 1, column 1: a list or mapping is used as a key; use a text as the key" },
        { "a: *x", "line 1, column 4: no anchor &x stands before its use; define it first, or quote the value" },
        { "a: *", "line 1, column 4: * is not followed by the name of an anchor; use letters, digits, - and _, or quote the value" },
        { "a: &x [*x]", "line 1, column 8: the anchor &x contains itself; use it outside its own value" },
        { "a: &x &y b", "line 1, column 7: a value has two anchors or two tags; keep one of each" },
        { "a: &x b\nc: &y *x", "line 2, column 7: an alias has an anchor or a tag; take it away" },
        { "a: 1\n<<: b", "line 2, column 5: the merge key << has something else than mappings; give it an alias of a mapping, or a list of them" },
        { "a: !!int b", "line 1, column 10: the value is not what its tag !!int says; take the tag away, or mend the value" },
        { "a: !!binary b", "line 1, column 13: the value is not the base64 that its tag !!binary says; take the tag away, or mend the value" },
        { "a: !x!y b", "line 1, column 4: no %TAG directive says what !x! stands for; declare it, or leave the tag out" },
        { "a: !!a[ b", "line 1, column 4: the tag cannot hold '['; put a space after the tag" },
        { "a: |x\n b", "line 1, column 5: there is text on the line of | or >; start the text on the next line" },
        { "a: |\n\tb", "line 2, column 1: a tab indents this line; indent with spaces" },
        { "%FOO\n---\na", "line 1, column 1: the directive is not known here; write %YAML 1.2 once, %TAG, or none" },
        { "%YAML 1.2\na: b", "line 2, column 1: no document follows the directives; start the document with ---" },
        { "a: b\n---\nc: d", "line 2, column 1: a second document starts here; keep one document in this file" },
        { "a: b\u0000c", "line 1, column 5: there is a control character, U+0000; take it out, or write it as an escape in double quotes" },
        { "a:\r\n  b: \u0007", "line 2, column 6: there is a control character, U+0007; take it out, or write it as an escape in double quotes" },
    };

    // text, tree in YAML 1.2, tree in YAML 1.1; empty for a key that is there twice, as it is to Kubernetes whatever it came from
    public static TheoryData<string, string, string> Merges => new()
    {
        { "{b: &b {x: 1, z: 2}, c: {x: 3, <<: *b}}", "{x: 3, z: 2}", "" },
        { "{b: &b {x: 1, z: 2}, c: {<<: *b, x: 3}}", "{x: 3, z: 2}", "" },
        { "{b: &b {x: 1}, d: &d {x: 2, z: 4}, c: {<<: [*b, *d]}}", "{x: 1, z: 4}", "" },
        { "{b: &b {x: 1}, c: {x: 3, <<: {x: 5, <<: *b}}}", "{x: 3}", "" },
        { "{b: &b {k1: 1}, c: {k1: a, k2: a, k3: a, k4: a, k5: a, k6: a, k7: a, k8: a, k9: a, <<: *b, k1: b}}", "", "" },
        { "{b: &b {x: 1}, d: &d {z: 2}, c: {<<: *b, <<: *d}}", "", "{x: 1, z: 2}" },
        { "{b: &b {x: 1}, c: {w: 2, <<: {<<: *b, v: 3}, z: 4}}", "{w: 2, z: 4, v: 3, x: 1}", "{w: 2, x: 1, v: 3, z: 4}" },
        { "{b: &b {x: 1}, c: {\"<<\": *b}}", "{\"<<\": {x: 1}}", "{\"<<\": {x: 1}}" },
    };

    [Theory, MemberData(nameof(Merges))]
    public void ReadOne_MergeKeys_WorkAsInTheSchemasLibrary(string text, string tree12, string tree11)
    {
        void Verify(YamlSchema schema, string tree)
        {
            if (tree.Length > 0)
            {
                YamlMapping root = Assert.IsType<YamlMapping>(YamlReader.ReadOne(text, schema));
                Assert.Equal(tree, YamlDump.Write(root.Find("c")!.Value));
            }
            else
            {
                Assert.EndsWith("keep one of them", Assert.Throws<YamlException>(() => YamlReader.ReadOne(text, schema)).Message, StringComparison.Ordinal);
            }
        }

        Verify(YamlSchema.Yaml12, tree12);
        Verify(YamlSchema.Yaml11, tree11);
    }

    [Theory, MemberData(nameof(Trees))]
    public void ReadOne_Text_GivesTree(string text, string tree)
    {
        string read = YamlDump.Write(YamlReader.ReadOne(text));

        Assert.Equal(tree, read);
    }

    [Theory, MemberData(nameof(Errors))]
    public void ReadOne_BrokenText_TellsPlaceAndFix(string text, string error)
    {
        YamlException exception = Assert.Throws<YamlException>(() => YamlReader.ReadOne(text));

        Assert.Equal(error, exception.Message);
    }

    [Fact]
    public void ReadAll_SeveralDocuments_GivesEach()
    {
        IReadOnlyList<YamlNode> documents = YamlReader.ReadAll("a: &x 1\n---\n- b\n...\n---\n---\nc\n");

        Assert.Equal("{a: 1} --- [b] ---  --- c", YamlDump.WriteAll(documents));
    }

    [Fact]
    public void ReadAll_AliasOfAnotherDocument_IsUnknown()
    {
        YamlException exception = Assert.Throws<YamlException>(() => YamlReader.ReadAll("a: &x 1\n---\nb: *x\n"));

        Assert.Equal("line 3, column 4: no anchor &x stands before its use; define it first, or quote the value", exception.Message);
    }

    [Fact]
    public void ReadOne_Nodes_KnowTheirPlaces()
    {
        YamlMapping root = Assert.IsType<YamlMapping>(YamlReader.ReadOne("# c\na: b\nc:\n  - d\n  - 'e'\nf:\n"));

        YamlSequence list = Assert.IsType<YamlSequence>(root.Find("c")!.Value);
        (int, int)[] places =
        [
            (root.Line, root.Column),
            (root.Find("a")!.Value.Line, root.Find("a")!.Value.Column),
            (root.Find("c")!.Key.Line, root.Find("c")!.Key.Column),
            (list.Line, list.Column),
            (list.Items[1].Line, list.Items[1].Column),
            (root.Find("f")!.Value.Line, root.Find("f")!.Value.Column),
        ];
        Assert.Equal([(2, 1), (2, 4), (3, 1), (4, 3), (5, 5), (6, 3)], places);
        Assert.Null(root.Find("z"));
    }
}

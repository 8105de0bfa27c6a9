using System.Text;
using CsCheck;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using WrittenStyle = YamlDotNet.Core.ScalarStyle;

namespace Rampart.Yaml.Tests;

public sealed class YamlReaderPropertyTests
{
    private static readonly Gen<string> Fragment = Gen.OneOf(
        "a", "b: c", "- ", "? ", ": ", ":", "\n", "\n  ", "\n ", "  ", " ", "[", "]", "{", "}", ",", "'", "\"", "|", "|-", ">+", "#", " #c", "&x ", "*x", "!t ",
        "!!str ", "!!int ", "<<: *x", "---\n", "...\n", "%TAG ! x\n", "\\", "x y", "key: ", "\t", "%", "@", "- a\n", "''", "\"\"", "|2\n", "?", "~", "0x1F", "2024-01-01", "\r", "\u0085", "\uFEFF", "\0", "😀");

    // Texts that are safe under every style the emitter can choose, and others that need quotes.
    private static readonly Gen<string> Text = Gen.OneOf(
        Gen.OneOf("", "a", "true", "null", "1.10", "0644", "a: b", "- a", "#", " a ", "a\nb", "a\n\nb\n", "a\tb", "'", "\"", "<<", "é😀", "key with spaces", "[x]", "a #b", "*x", "&x", "!x", "%x", "@x", "`", "?", ":", "-", "---", "..."),
        Gen.Char[' ', '~'].Array[0, 12].Select(characters => new string(characters)));

    private static readonly Gen<WrittenStyle> Style = Gen.OneOf(WrittenStyle.Any, WrittenStyle.Plain, WrittenStyle.SingleQuoted, WrittenStyle.DoubleQuoted);

    private static readonly Gen<Tree> AnyTree = Gen.Recursive<Tree>((depth, tree) => depth >= 4
        ? Scalars
        : Gen.Frequency(
            (3, Scalars),
            (2, Gen.Select(tree.Array[0, 4], Gen.Bool, (items, flow) => (Tree)new ListTree(items, flow))),
            (2, Gen.Select(Gen.Select(Text, Style, tree).Array[0, 4], Gen.Bool, (entries, flow) => (Tree)new MapTree([.. entries.DistinctBy(entry => entry.Item1)], flow)))));

    private static Gen<Tree> Scalars => Gen.Select(Text, Style, (text, style) => (Tree)new TextTree(text, style));

    [Fact]
    public void ReadAll_AnyBytes_GivesTreesOrYamlException() =>
        Gen.Byte.Array[0, 200].Sample(bytes => ReadsOrRefuses(() => YamlReader.ReadAll(bytes)), iter: 20_000, threads: 1);

    [Fact]
    public void ReadAll_AnyFragments_GivesTreesOrYamlException() =>
        Fragment.Array[0, 25].Sample(fragments => ReadsOrRefuses(() => YamlReader.ReadAll(string.Concat(fragments), YamlSchema.Yaml11)), iter: 50_000, threads: 1);

    [Trait("Speed", "Slow")]
    [Fact]
    public void ReadOne_WhatAnotherLibraryWrote_GivesTheTree() =>
        AnyTree.Sample(tree => YamlDump.Write(YamlReader.ReadOne(Emit(tree))) is var read && WithoutStyles(tree) == WithoutStyles(YamlReader.ReadOne(Emit(tree))) && read.Length > 0, iter: 5_000, threads: 1);

    // Reading may fail in one way only.
    private static bool ReadsOrRefuses(Func<IReadOnlyList<YamlNode>> read)
    {
        try
        {
            foreach (YamlNode document in read())
            {
                YamlDump.Write(document);
                ResolveAll(document);
            }

            return true;
        }
        catch (Rampart.Yaml.YamlException exception)
        {
            return exception.Line > 0 && exception.Column > 0 && exception.Problem.Length > 0 && exception.Fix.Length > 0;
        }
    }

    private static void ResolveAll(YamlNode node)
    {
        switch (node)
        {
            case YamlScalar scalar:
                scalar.Resolve();
                break;
            case YamlSequence sequence:
                sequence.Items.ToList().ForEach(ResolveAll);
                break;
            case YamlMapping mapping:
                mapping.Entries.ToList().ForEach(entry => ResolveAll(entry.Value));
                break;
        }
    }

    private static string Emit(Tree tree)
    {
        using StringWriter text = new();
        Emitter emitter = new(text);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(null, null, isImplicit: false));
        tree.Emit(emitter);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static string WithoutStyles(Tree tree)
    {
        StringBuilder text = new();
        tree.Write(text);
        return text.ToString();
    }

    private static string WithoutStyles(YamlNode? node) => node switch
    {
        YamlScalar scalar => $"<{scalar.Text}>",
        YamlSequence sequence => $"[{string.Concat(sequence.Items.Select(WithoutStyles))}]",
        YamlMapping mapping => $"{{{string.Concat(mapping.Entries.Select(entry => WithoutStyles(entry.Key) + WithoutStyles(entry.Value)))}}}",
        _ => "",
    };

    private abstract record Tree
    {
        public abstract void Emit(Emitter emitter);

        public abstract void Write(StringBuilder text);
    }

    private sealed record TextTree(string Text, WrittenStyle Style) : Tree
    {
        public override void Emit(Emitter emitter) =>
            emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, Text, Style, isPlainImplicit: true, isQuotedImplicit: true));

        public override void Write(StringBuilder text) => text.Append('<').Append(Text).Append('>');
    }

    private sealed record ListTree(Tree[] Items, bool Flow) : Tree
    {
        public override void Emit(Emitter emitter)
        {
            emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, Flow ? SequenceStyle.Flow : SequenceStyle.Block));
            foreach (Tree item in Items)
            {
                item.Emit(emitter);
            }

            emitter.Emit(new SequenceEnd());
        }

        public override void Write(StringBuilder text)
        {
            text.Append('[');
            foreach (Tree item in Items)
            {
                item.Write(text);
            }

            text.Append(']');
        }
    }

    private sealed record MapTree((string Key, WrittenStyle Style, Tree Value)[] Entries, bool Flow) : Tree
    {
        public override void Emit(Emitter emitter)
        {
            emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, Flow ? MappingStyle.Flow : MappingStyle.Block));
            foreach ((string key, WrittenStyle style, Tree value) in Entries)
            {
                // A plain << would merge.
                new TextTree(key, key == "<<" ? WrittenStyle.SingleQuoted : style).Emit(emitter);
                value.Emit(emitter);
            }

            emitter.Emit(new MappingEnd());
        }

        public override void Write(StringBuilder text)
        {
            text.Append('{');
            foreach ((string key, _, Tree value) in Entries)
            {
                text.Append('<').Append(key).Append('>');
                value.Write(text);
            }

            text.Append('}');
        }
    }
}

using System.Text;

namespace Rampart.Yaml.Tests;

public sealed class YamlReaderBoundsTests
{
    private static string Flow(int depth) => new string('[', depth) + new string(']', depth);

    private static string Block(int depth) => string.Concat(Enumerable.Repeat("- ", depth)) + "a";

    private static string Mappings(int depth)
    {
        StringBuilder text = new();
        for (int i = 0; i < depth; i++)
        {
            text.Append(' ', i).Append("a:\n");
        }

        return text.ToString();
    }

    [Fact]
    public void ReadOne_NestedAsDeepAsAllowed_IsRead()
    {
        foreach (string text in (string[])[Flow(YamlReader.MaxDepth), Block(YamlReader.MaxDepth), Mappings(YamlReader.MaxDepth)])
        {
            Assert.NotNull(YamlReader.ReadOne(text));
        }
    }

    [Fact]
    public void ReadOne_NestedDeeper_IsAnError()
    {
        const string Error = "lists and mappings are nested more than 512 deep; nest less";

        Assert.Equal($"line 1, column 513: {Error}", Assert.Throws<YamlException>(() => YamlReader.ReadOne(Flow(100_000))).Message);
        Assert.Equal($"line 1, column 1025: {Error}", Assert.Throws<YamlException>(() => YamlReader.ReadOne(Block(100_000))).Message);
        Assert.Equal($"line 513, column 513: {Error}", Assert.Throws<YamlException>(() => YamlReader.ReadOne(Mappings(600))).Message);
    }

    [Fact]
    public void ReadOne_AliasesNestedDeeper_IsAnError()
    {
        string half = Flow(YamlReader.MaxDepth / 2);

        YamlException exception = Assert.Throws<YamlException>(() => YamlReader.ReadOne($"a: &x {half}\nb: {half.Replace("[]", "[*x]", StringComparison.Ordinal)}"));

        Assert.Equal("line 2, column 260: lists and mappings are nested more than 512 deep; nest less", exception.Message);
    }

    [Fact]
    public void ReadOne_AliasesThatMultiply_AreBounded()
    {
        StringBuilder text = new("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 20; i++)
        {
            text.Append('a').Append(i).Append(": &a").Append(i).Append(" [");
            text.AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10)).Append("]\n");
        }

        YamlException exception = Assert.Throws<YamlException>(() => YamlReader.ReadOne(text.ToString()));

        Assert.Equal("line 6, column 45: the aliases repeat more than 1000000 values; write fewer aliases of large values", exception.Message);
    }

    [Fact]
    public void ReadOne_MergedMappingsThatMultiply_StayOneMapping()
    {
        StringBuilder text = new("a0: &a0 {k: v}\n");
        for (int i = 1; i < 60; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture, $"a{i}: &a{i} {{<<: [*a{i - 1}, *a{i - 1}], k{i}: v}}\n");
        }

        YamlMapping root = Assert.IsType<YamlMapping>(YamlReader.ReadOne(text.ToString()));

        Assert.Equal(60, Assert.IsType<YamlMapping>(root.Find("a59")!.Value).Entries.Count);
    }

    [Fact]
    public void ReadOne_SmallStack_FailsInsteadOfOverflowing()
    {
        string? message = null;
        Thread thread = new(() => message = Record.Exception(() => YamlReader.ReadOne(Flow(YamlReader.MaxDepth)))?.Message, maxStackSize: 128 * 1024);
        thread.Start();
        thread.Join();

        Assert.EndsWith("lists and mappings are nested more than 512 deep; nest less", message, StringComparison.Ordinal);
    }

    // Each shape would take minutes if reading were quadratic in its length.
    [Theory]
    [InlineData("blank lines", "a: b\n", "\n", 2_000_000)]
    [InlineData("lines of a plain scalar", "a:\n", "  b\n", 500_000)]
    [InlineData("keys", "", "k{0}: v\n", 100_000)]
    [InlineData("items", "", "- a\n", 500_000)]
    [InlineData("quotes", "a: '", "''", 1_000_000)]
    [InlineData("opening braces", "", "{", 1_000_000)]
    [InlineData("question marks", "", "? ", 1_000_000)]
    [InlineData("anchors", "", "&a ", 1_000_000)]
    [InlineData("spaces", "a: b", " ", 5_000_000)]
    [InlineData("comments", "a: b\n", "#\n", 1_000_000)]
    [InlineData("blank lines of a literal", "a: |\n", "    \n", 500_000)]
    public async Task ReadOne_LongText_TakesTimeInProportion(string name, string start, string part, int count)
    {
        StringBuilder text = new(start);
        for (int i = 0; i < count; i++)
        {
            text.Append(part.Replace("{0}", i.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal));
        }

        Task reading = Task.Run(() => Record.Exception(() => YamlReader.ReadOne(text.ToString())), TestContext.Current.CancellationToken);
        Task first = await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

        Assert.True(first == reading, name);
    }
}

using System.Text;
using CsCheck;
using Rampart.Plan.ManifestFiles;

namespace Rampart.Plan.Tests.ManifestFiles;

/// <summary>A text that comes in parts has the documents that it has as a whole.</summary>
public sealed class DocumentSplitterTests
{
    private static readonly Gen<string> Fragment = Gen.OneOf(
        "a: b\n", "---\n", "---\r\n", "---\r", "--- c\n", "---d\n", "----\n", "--\n", "...\n", "...\r\n", "... e\n", "....\n", "%YAML 1.1\n", "# f\n", "\n", "\r", " ", "-", ".");

    [Trait("Speed", "Slow")]
    [Fact]
    public void Split_TextInTwoParts_IsTheTextAsAWhole() =>
        Fragment.Array[1, 12].Sample(
            static fragments =>
            {
                byte[] text = Encoding.UTF8.GetBytes(string.Concat(fragments));
                List<DocumentSlice> whole = DocumentSplitter.Split(text);
                for (int cut = 0; cut <= text.Length; cut++)
                {
                    List<DocumentSlice> slices = [];
                    int line = 1;
                    int rest = DocumentSplitter.Split(text.AsSpan(0, cut), isWhole: false, 0, ref line, slices);
                    DocumentSplitter.Split(text.AsSpan(rest), isWhole: true, rest, ref line, slices);
                    Assert.Equal(whole, slices);
                }
            },
            iter: 20_000,
            threads: 1);

    [Fact]
    public void Split_LineThatMayGoOn_EndsNoDocument()
    {
        List<DocumentSlice> slices = [];
        int line = 1;
        Assert.Equal(0, DocumentSplitter.Split("a: b\n---"u8, isWhole: false, 0, ref line, slices));
        Assert.Empty(slices);
        Assert.Equal(9, DocumentSplitter.Split("a: b\n---\n"u8, isWhole: false, 0, ref line, slices));
        Assert.Equal([new DocumentSlice(0, 5, 1)], slices);
        Assert.Equal(3, line);
    }
}

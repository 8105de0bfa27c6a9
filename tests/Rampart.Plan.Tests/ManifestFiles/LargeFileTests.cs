using System.Globalization;
using System.Text;
using CsCheck;
using Rampart.Plan.ManifestFiles;
using Rampart.Rules.Objects;

namespace Rampart.Plan.Tests.ManifestFiles;

/// <summary>Large files are read block by block, and many files at a time; nobody can tell from what comes out.</summary>
public sealed class LargeFileTests
{
    private const int Megabyte = 1 << 20;

    private static readonly Gen<string> Fragment = Gen.OneOf(
        "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n", "---\n", "---\n", "--- # a comment\n", "...\n", "----\n", "--\n", "%YAML 1.1\n", "# nothing\n", "\n", "\r\n", "\r", " ---\n",
        "kind: |\n  ---\n", "--- {apiVersion: v1, kind: Pod}\n", "apiVersion: v1\r\nkind: Secret\r\n---\r\n", "ä: ö\n", "a: [\n");

    [Trait("Speed", "Slow")]
    [Fact]
    public void Read_LargeFile_GivesWhatTheSameTextInMemoryGives() =>
        Fragment.Array[40, 200].Sample(
            static fragments =>
            {
                StringBuilder text = new();
                for (int i = 0; text.Length < Megabyte + (Megabyte / 4); i++)
                {
                    // In an order that does not repeat, so that blocks end at other places each time.
                    text.Append(fragments[(i + (i / fragments.Length * 7)) % fragments.Length]);
                }

                using ManifestFolder folder = new();
                ManifestFileSet inBlocks = folder.With("large.yaml", text.ToString()).Read("large.yaml");
                ManifestFileSet inMemory = ManifestFolder.ReadText(text.ToString());
                Assert.Equal(Describe(inMemory), Describe(inBlocks));
            },
            iter: 3,
            threads: 1);

    [Fact]
    public void Read_LargeFileWithByteOrderMark_KnowsLines()
    {
        using ManifestFolder folder = new();
        ManifestFileSet set = folder.With("large.yaml", "\uFEFF" + Pods(30_000)).Read("large.yaml");
        Assert.Empty(ManifestFolder.Problems(set));
        Assert.Equal(30_000, set.Objects.Count);
        Assert.Equal((149_996, 149_999), (set.Objects[^1].Origin.Line, set.Objects[^1].Origin.FindLine("metadata.name")));
    }

    [Theory]
    [InlineData("other: text\n", false)]
    [InlineData("[", true)]
    [InlineData("#", true)]
    public void FindLine_LargeFileThatChanged_IsThatOfTheObject(string other, bool isAsLong)
    {
        using ManifestFolder folder = new();
        string text = Pods(30_000);
        ManifestFileSet set = folder.With("large.yaml", text).Read("large.yaml");
        KubernetesObject last = set.Objects[^1];
        DateTime written = File.GetLastWriteTimeUtc(Path.Combine(folder.Path, "large.yaml"));
        folder.With("large.yaml", isAsLong ? new string(other[0], text.Length) : other);

        // As if it had changed within the resolution of the clock.
        File.SetLastWriteTimeUtc(Path.Combine(folder.Path, "large.yaml"), written);
        Assert.Equal(last.Origin.Line, last.Origin.FindLine("metadata.name"));
    }

    [Fact]
    public void Read_LargeJson_IsJson()
    {
        using ManifestFolder folder = new();
        string json = string.Concat(Enumerable.Repeat("{\"apiVersion\"\n: \"v1\", \"kind\": \"Pod\"}\n", 40_000));
        Assert.Equal(40_000, folder.With("large.yaml", json).Read("large.yaml").Objects.Count);
    }

    [Fact]
    public void Read_OneLargeDocumentAmongSmallOnes_IsRead()
    {
        using ManifestFolder folder = new();
        string large = $"apiVersion: v1\nkind: ConfigMap\ndata:\n  text: \"{new string('x', 3 * Megabyte)}\"\n---\n";
        ManifestFileSet set = folder.With("large.yaml", Pods(3) + large + Pods(2)).Read("large.yaml");
        Assert.Equal(["Pod", "Pod", "Pod", "ConfigMap", "Pod", "Pod"], set.Objects.Select(static item => item.Kind));
        Assert.Equal(21, set.Objects[4].Origin.Line);
    }

    [Fact]
    public void Read_ManyFiles_KeepsTheirOrder()
    {
        using ManifestFolder folder = new();
        for (int i = 0; i < 60; i++)
        {
            folder.With($"{i:d2}.yaml", i % 10 == 9 ? "# nothing\n" : i == 25 ? Pods(30_000) : $"apiVersion: v1\nkind: Pod\nmetadata:\n  name: p{i}\n---\nbroken: [\n");
        }

        ManifestFileSet set = folder.Read(".");
        string[] files = [.. set.Objects.Select(static item => item.Origin.File).Distinct()];
        Assert.Equal(Enumerable.Range(0, 60).Where(static i => i % 10 != 9).Select(static i => i.ToString("d2", CultureInfo.InvariantCulture) + ".yaml"), files);
        Assert.Equal(53 + 6, set.Diagnostics.Count);
    }

    private static string Pods(int count) =>
        string.Concat(Enumerable.Repeat("apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\n---\n", count));

    private static string[] Describe(ManifestFileSet set) =>
    [
        .. set.Objects.Select(static item => $"{item.Origin.Line} {item} {item.Origin.FindLine("kind")}"),
        .. set.Diagnostics.Select(static diagnostic => $"{diagnostic.Id} {diagnostic.Line}:{diagnostic.Column} {diagnostic.Problem}"),
    ];
}

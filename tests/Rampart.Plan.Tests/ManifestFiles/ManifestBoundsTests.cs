using System.Text;
using CsCheck;
using Rampart.Plan.ManifestFiles;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Plan.Tests.ManifestFiles;

/// <summary>Whatever a file holds, reading it ends, in bounded memory, with objects or with places of mistakes.</summary>
public sealed class ManifestBoundsTests
{
    private const string Pod = "apiVersion: v1\nkind: Pod\nmetadata:\n  name: a\nspec:\n  containers:\n  - name: c\n    image: \"x:1\"\n    args: [a, 'b', \"c\\n\", 1, yes]\n";

    private static readonly Gen<string> Fragment = Gen.OneOf(
        "apiVersion: v1\n", "kind: List\n", "kind: Pod\n", "items:\n", "- ", "a: ", "{", "}", "[", "]", "\"", "'", ",", ":", "\n", "---\n", "...\n", "%YAML 1.1\n", "&a ", "*a", "<<: *a\n", "\t", "\r", "\0", "\uFEFF", "rule: x\n", "image: y\n", "|\n", "\\ud800", "null", "#");

    [Fact]
    public void Read_AnyBytes_GivesObjectsOrPlaces() =>
        Gen.Byte.Array[0, 300].Sample(static bytes => Holds(ManifestFolder.ReadBytes(bytes)), iter: 5_000, threads: 1);

    [Trait("Speed", "Slow")]
    [Fact]
    public void Read_AnyFragments_GivesObjectsOrPlaces() =>
        Fragment.Array[0, 30].Sample(static parts => Holds(ManifestFolder.ReadText(string.Concat(parts))), iter: 20_000, threads: 1);

    [Fact]
    public void Read_MutatedManifest_GivesObjectsOrPlaces() =>
        Gen.Select(Gen.Int[0, Pod.Length - 1], Gen.Byte, Gen.Int[0, 3]).Array[1, 4].Sample(
            static changes =>
            {
                List<byte> bytes = [.. Encoding.UTF8.GetBytes(Pod)];
                foreach ((int at, byte value, int kind) in changes)
                {
                    int index = Math.Min(at, bytes.Count - 1);
                    switch (kind)
                    {
                        case 0:
                            bytes[index] = value;
                            break;
                        case 1:
                            bytes.RemoveAt(index);
                            break;
                        default:
                            bytes.Insert(index, value);
                            break;
                    }
                }

                return Holds(ManifestFolder.ReadBytes([.. bytes]));
            },
            iter: 10_000,
            threads: 1);

    [Theory]
    [InlineData("[", "]")]
    [InlineData("{a: ", "}")]
    [InlineData("{\"a\": ", "}")]
    public void Read_DeepNesting_IsToldWithItsPlace(string open, string close)
    {
        ManifestFileSet set = ManifestFolder.ReadText(string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000)));

        Diagnostic diagnostic = Assert.Single(set.Diagnostics);
        Assert.True(diagnostic is { Line: 1, Column: > 500 }, diagnostic.ToString());
    }

    [Fact]
    public void Read_AliasesThatExplode_AreToldWithTheirPlace()
    {
        StringBuilder bomb = new("apiVersion: v1\nkind: Pod\na0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (int i = 1; i < 10; i++)
        {
            bomb.Append($"a{i}: &a{i} [").AppendJoin(", ", Enumerable.Repeat($"*a{i - 1}", 10)).Append("]\n");
        }

        ManifestFileSet set = ManifestFolder.ReadText(bomb.ToString());

        Assert.Equal(["-:8:45: error RMP7033: the aliases repeat more than 1000000 values; write fewer aliases of large values"], ManifestFolder.Problems(set));
    }

    [Fact]
    public void Read_AliasesBelowTheBound_ShareTheirValues()
    {
        string document = "apiVersion: v1\nkind: Pod\na: &a [" + string.Join(", ", Enumerable.Repeat("x", 1000)) + "]\nb: [" + string.Join(", ", Enumerable.Repeat("*a", 900)) + "]\n";
        long before = GC.GetAllocatedBytesForCurrentThread();

        ManifestFileSet set = ManifestFolder.ReadText(string.Join("---\n", Enumerable.Repeat(document, 50)));

        Assert.Equal(50, set.Objects.Count);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 1, 100_000_000);
    }

    [Fact]
    public void Read_TenThousandDocuments_KeepsThemSmallAndFindsLines()
    {
        string text = string.Join("---\n", Enumerable.Repeat(Pod, 10_000));

        ManifestFileSet set = ManifestFolder.ReadText(text);

        Assert.Equal(10_000, set.Objects.Count);
        KubernetesObject last = set.Objects[^1];
        Assert.Equal((99_991, 99_998), (last.Origin.Line, last.Origin.FindLine("spec.containers[0].image")));
    }

    [Trait("Speed", "Slow")]
    [Fact]
    public void Read_FiftyMegabytesInOneValue_IsRead()
    {
        string text = "apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n" + string.Concat(Enumerable.Repeat("    " + new string('x', 995) + "\n", 50_000)) + "  b: x\n";

        ManifestFileSet set = ManifestFolder.ReadText(text);

        Assert.Equal(50_005, Assert.Single(set.Objects).Origin.FindLine("data.b"));
    }

    // An error has a place; lines that objects answer with are lines of the text.
    private static bool Holds(ManifestFileSet set)
    {
        foreach (KubernetesObject item in set.Objects)
        {
            if (item.Origin.Line < 1 || item.Origin.FindLine("spec.containers[0].image") < item.Origin.Line || item.Origin.FindLine("rules[0]") < item.Origin.Line)
            {
                return false;
            }
        }

        return set.Diagnostics.All(static diagnostic =>
            diagnostic.Id == ManifestDiagnosticIds.NoObjects || (diagnostic.Line > 0 && diagnostic.Column > 0 && diagnostic.Problem.Length > 0 && diagnostic.Fix.Length > 0));
    }
}

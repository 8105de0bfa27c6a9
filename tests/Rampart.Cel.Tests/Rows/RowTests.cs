using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Rampart.Cel.Tests.Rows;

/// <summary>
/// What Kubernetes' own evaluator answered: a part of it is in this repository, and the environment variable <c>CEL_ROWS</c> names a
/// folder with more.
/// </summary>
public sealed class RowTests
{
    private const string Variable = "CEL_ROWS";

    private static readonly Dictionary<string, string> LeftOut = new(StringComparer.Ordinal)
    {
        ["policy-variables-adfa1f7fb1"] = "Go shows the variables with keys and values in each other's place",
    };

    public static TheoryData<string> Files => new(Folder is { } folder
        ? Directory.EnumerateFiles(folder, "*.jsonl").Select(static file => Path.GetFileNameWithoutExtension(file)).Where(IsExpression).Order(StringComparer.Ordinal)
        : [""]);

    private static string? Folder => Environment.GetEnvironmentVariable(Variable);

    [Fact]
    public void Row_OfTheRepository_GivesWhatKubernetesGives()
    {
        string[] rows = Resource("Rows.jsonl").Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.True(rows.Length > 400);
        Compare(rows, Resource("Fixtures.json"));
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Row_OfEachFile_GivesWhatKubernetesGives(string file)
    {
        Assert.SkipWhen(file.Length == 0, $"{Variable} names no folder with rows");

        Compare(File.ReadLines(Path.Combine(Folder!, file + ".jsonl")), File.ReadAllText(Path.Combine(Folder!, "fixtures.json")));
    }

    private static void Compare(IEnumerable<string> lines, string fixtureText)
    {
        using JsonDocument fixtures = JsonDocument.Parse(fixtureText);
        StringBuilder differences = new();
        int rows = 0, failed = 0;
        foreach (string line in lines)
        {
            using JsonDocument row = JsonDocument.Parse(line);
            string id = row.RootElement.GetProperty("id").GetString()!;
            if (LeftOut.ContainsKey(id))
            {
                continue;
            }

            rows++;
            if (Row.Compare(row.RootElement, fixtures.RootElement) is { Length: > 0 } difference)
            {
                failed++;
                differences.Append(CultureInfo.InvariantCulture, $"\n{id} {row.RootElement.GetProperty("expr").GetString()}\n{difference}");
            }
        }

        Assert.True(failed == 0, $"{failed} of {rows}{differences}");
    }

    private static string Resource(string name)
    {
        using StreamReader reader = new(typeof(RowTests).Assembly.GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    private static bool IsExpression(string file) => file.StartsWith("core-", StringComparison.Ordinal) || file.StartsWith("lib-", StringComparison.Ordinal)
        || file.StartsWith("policy-", StringComparison.Ordinal) || file is "cost" or "compile-returns" or "version-gating";
}

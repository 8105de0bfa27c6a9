using System.Runtime.CompilerServices;
using System.Text.Json;
using Rampart.Tests.Shared;

namespace Rampart.Cli.Tests.Checks;

/// <summary>The published schema of JSON reports.</summary>
internal static class ReportSchema
{
    /// <summary>What is wrong with a report, a line each; empty when nothing is.</summary>
    public static string Problems(string report, [CallerFilePath] string testFile = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(testFile)!, "..", "..", "..", "docs", "check-report.schema.json");
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(path));
        using JsonDocument document = JsonDocument.Parse(report);
        return JsonSchema.Problems(schema.RootElement, document.RootElement);
    }
}

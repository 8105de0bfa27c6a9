using System.Text.Json;
using System.Text.RegularExpressions;
using Rampart.Cli.Checks;
using Rampart.Rules.Catalogue;
using Rampart.Tests.Shared;

namespace Rampart.Cli.Tests.Checks;

public sealed class CheckSarifReportTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Sarif_EveryKindOfFinding_GivesTheseResults()
    {
        JsonElement run = Run(SampleCheck.OfFiles());

        // Every new rule moves the indexes; another test follows them.
        string results = Regex.Replace(JsonSerializer.Serialize(run.GetProperty("results"), Indented), "\"ruleIndex\": [0-9]+", "\"ruleIndex\": 0");
        GoldenFile.Verify("check.sarif.results.json", results + "\n");
        GoldenFile.Verify("check.sarif.invocations.json", JsonSerializer.Serialize(run.GetProperty("invocations"), Indented) + "\n");
    }

    [Fact]
    public void Sarif_Tool_DescribesEveryRule()
    {
        JsonElement driver = Run(SampleCheck.OfFiles()).GetProperty("tool").GetProperty("driver");
        JsonElement[] rules = [.. driver.GetProperty("rules").EnumerateArray()];

        Assert.Equal("Rampart", driver.GetProperty("name").GetString());
        Assert.Equal([.. RuleCatalogue.All.Select(static rule => rule.Id), "RMP7201", "RMP7202"], rules.Select(static rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, static rule =>
        {
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), (string[])["error", "warning", "note"]);
            Assert.Matches("^[0-9]\\.[0-9]$", rule.GetProperty("properties").GetProperty("security-severity").GetString()!);
            Assert.Contains("security", rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(static tag => tag.GetString()));
            Assert.NotEqual("", rule.GetProperty("help").GetProperty("markdown").GetString());
            Assert.InRange(rule.GetProperty("fullDescription").GetProperty("text").GetString()!.Length, 1, 1024);
            Assert.InRange(rule.GetProperty("properties").GetProperty("tags").GetArrayLength(), 1, 20);
        });
        Assert.False(rules[4].GetProperty("defaultConfiguration").GetProperty("enabled").GetBoolean());
    }

    [Fact]
    public void Sarif_Results_PointAtTheirRules()
    {
        JsonElement run = Run(SampleCheck.OfFiles());
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");

        Assert.All(run.GetProperty("results").EnumerateArray(), result =>
        {
            Assert.Equal(result.GetProperty("ruleId").GetString(), rules[result.GetProperty("ruleIndex").GetInt32()].GetProperty("id").GetString());
            Assert.Matches(new Regex("^[0-9a-f]{32}:1$"), result.GetProperty("partialFingerprints").GetProperty("rampartFinding/v1").GetString()!);
        });
    }

    [Fact]
    public void Sarif_Stack_PointsAtItsFileAndNamesTheObject()
    {
        JsonElement location = Run(SampleCheck.OfStack()).GetProperty("results")[0].GetProperty("locations")[0];

        Assert.Equal(
            """{"physicalLocation":{"artifactLocation":{"uri":"Pulumi.dev.yaml"},"region":{"startLine":1}},"logicalLocations":[{"name":"web","fullyQualifiedName":"Deployment prod/web: spec.template.spec.containers[0].securityContext.privileged","kind":"resource"}]}""",
            JsonSerializer.Serialize(location));
    }

    private static JsonElement Run(CheckOutcome result)
    {
        using JsonDocument document = JsonDocument.Parse(CheckReportTests.Write(CheckSarifReport.Write, result));
        Assert.Equal("2.1.0", document.RootElement.GetProperty("version").GetString());
        return Assert.Single(document.RootElement.GetProperty("runs").EnumerateArray().ToArray()).Clone();
    }
}

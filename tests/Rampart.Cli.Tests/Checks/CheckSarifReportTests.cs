using System.Globalization;
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
        string invocations = Regex.Replace(JsonSerializer.Serialize(run.GetProperty("invocations"), Indented), "\"index\": [0-9]+", "\"index\": 0");
        GoldenFile.Verify("check.sarif.invocations.json", invocations + "\n");
    }

    [Fact]
    public void Sarif_Tool_DescribesEveryRule()
    {
        JsonElement driver = Run(SampleCheck.OfFiles()).GetProperty("tool").GetProperty("driver");
        JsonElement[] rules = [.. driver.GetProperty("rules").EnumerateArray()];

        Assert.Equal("Rampart", driver.GetProperty("name").GetString());
        Assert.Equal([.. RuleCatalogue.All.Select(static rule => rule.Id), "RMP7201", "RMP7202", "RMP7121", "RMP7120"], rules.Select(static rule => rule.GetProperty("id").GetString()));
        Assert.All(rules, static rule =>
        {
            Assert.Contains(rule.GetProperty("defaultConfiguration").GetProperty("level").GetString(), (string[])["error", "warning", "note"]);
            Assert.Matches("^[0-9]\\.[0-9]$", rule.GetProperty("properties").GetProperty("security-severity").GetString()!);
            Assert.Contains("security", rule.GetProperty("properties").GetProperty("tags").EnumerateArray().Select(static tag => tag.GetString()));
            Assert.NotEqual("", rule.GetProperty("help").GetProperty("markdown").GetString());
            Assert.InRange(rule.GetProperty("fullDescription").GetProperty("text").GetString()!.Length, 1, 1024);
            Assert.InRange(rule.GetProperty("properties").GetProperty("tags").GetArrayLength(), 1, 20);
        });
    }

    [Fact]
    public void Sarif_Texts_AreWithinTheLimitsOfCodeScanning()
    {
        JsonElement[] rules = [.. Run(SampleCheck.OfFiles()).GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray()];

        Assert.All(rules, static rule =>
        {
            Assert.InRange(rule.GetProperty("name").GetString()!.Length, 1, 255);
            Assert.InRange(rule.GetProperty("shortDescription").GetProperty("text").GetString()!.Length, 1, 1024);
            Assert.InRange(rule.GetProperty("fullDescription").GetProperty("text").GetString()!.Length, 1, 1024);
            Assert.InRange(rule.GetProperty("properties").GetProperty("tags").GetArrayLength(), 1, 10);
            Assert.InRange(
                double.Parse(rule.GetProperty("properties").GetProperty("security-severity").GetString()!, CultureInfo.InvariantCulture), 0.1, 10);
            Assert.NotEqual("", rule.GetProperty("help").GetProperty("text").GetString());
        });
        Assert.Equal(rules.Length, rules.DistinctBy(static rule => rule.GetProperty("id").GetString()).Count());
        Assert.InRange(rules.Length, 1, 25_000);
    }

    [Fact]
    public void Sarif_ChangedRules_AreOverridesAndDecideWhatGitHubShows()
    {
        JsonElement run = Run(SampleCheck.OfFiles());
        JsonElement rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules");
        JsonElement[] overrides = [.. run.GetProperty("invocations")[0].GetProperty("ruleConfigurationOverrides").EnumerateArray()];

        Assert.Equal(["""{"enabled":false}""", """{"level":"warning"}"""], overrides.Select(static each => JsonSerializer.Serialize(each.GetProperty("configuration"))));
        JsonElement[] changed = [.. overrides.Select(each => rules[each.GetProperty("descriptor").GetProperty("index").GetInt32()])];
        Assert.Equal(["RMP1005", "RMP1011"], changed.Select(static rule => rule.GetProperty("id").GetString()));
        Assert.Equal(["error", "error"], changed.Select(static rule => rule.GetProperty("defaultConfiguration").GetProperty("level").GetString()));
        Assert.Equal(["8.0", "5.0"], changed.Select(static rule => rule.GetProperty("properties").GetProperty("security-severity").GetString()));
    }

    // The properties that GitHub's "SARIF support for code scanning" calls required, none of which may be empty.
    [Theory]
    [MemberData(nameof(Checks))]
    public void Sarif_EveryResult_HasWhatCodeScanningRequires(string name)
    {
        JsonElement run = Run(CheckOf(name));
        JsonElement[] results = [.. run.GetProperty("results").EnumerateArray()];
        JsonElement[] notifications = [.. run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray()];

        Assert.NotEmpty(results);
        Assert.All(results, static result =>
        {
            Assert.NotEqual("", result.GetProperty("message").GetProperty("text").GetString());
            Assert.Contains(result.GetProperty("level").GetString(), (string[])["error", "warning", "note"]);
            Assert.Single(result.GetProperty("locations").EnumerateArray().ToArray());
            Assert.Matches("^[0-9a-f]{32}:[1-9][0-9]*$", result.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()!);
        });
        Assert.All(results.Concat(notifications.Where(static each => each.TryGetProperty("locations", out _))), static each =>
        {
            JsonElement location = each.GetProperty("locations")[0].GetProperty("physicalLocation");
            JsonElement region = location.GetProperty("region");
            string uri = location.GetProperty("artifactLocation").GetProperty("uri").GetString()!;
            Assert.Matches("^([A-Za-z0-9._~/%-]+|file:///[A-Za-z0-9._~/%:-]+)$", uri);
            Assert.DoesNotContain("..", uri.Split('/'));
            Assert.False(uri.StartsWith('/'));
            Assert.True(region.GetProperty("startLine").GetInt32() >= 1);
            Assert.Equal(region.GetProperty("startLine").GetInt32(), region.GetProperty("endLine").GetInt32());
            Assert.True(region.GetProperty("startColumn").GetInt32() >= 1 && region.GetProperty("endColumn").GetInt32() >= 1);
        });
        Assert.Equal(results.Length, results.DistinctBy(static each => each.GetProperty("ruleId").GetString() + each.GetProperty("partialFingerprints").GetProperty("primaryLocationLineHash").GetString()).Count());
        Assert.Single(results.Select(static each => each.TryGetProperty("suppressions", out _)).Distinct());
    }

    [Theory]
    [InlineData("web app.yaml", "sub/web%20app.yaml", true)]
    [InlineData("./a//b.yaml", "sub/a/b.yaml", true)]
    [InlineData("a/../b.yaml", "sub/b.yaml", true)]
    [InlineData("../b.yaml", "b.yaml", true)]
    [InlineData("/shop/b.yaml", "b.yaml", true)]
    [InlineData("..b/ü#1?.yaml", "sub/..b/%C3%BC%231%3F.yaml", true)]
    [InlineData("a:b.yaml", "sub/a%3Ab.yaml", true)]
    [InlineData("50%20.yaml", "sub/50%2520.yaml", true)]
    [InlineData("../../b c.yaml", "file:///b%20c.yaml", false)]
    [InlineData("/etc/b#1.yaml", "file:///etc/b%231.yaml", false)]
    [InlineData("-", "stdin", false)]
    public void Sarif_File_IsRelativeToTheRepository(string file, string uri, bool isBelowRoot)
    {
        CheckOutcome check = SampleCheck.OfOne("web", file) with { Sources = new SourceTree(Path.GetFullPath("/shop/sub"), Path.GetFullPath("/shop")) };

        JsonElement location = Run(check).GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("artifactLocation");

        Assert.Equal(
            isBelowRoot ? $$"""{"uri":"{{uri}}","uriBaseId":"%SRCROOT%"}""" : $$"""{"uri":"{{uri}}"}""",
            JsonSerializer.Serialize(location));
    }

    [Fact]
    public void Sarif_Root_SaysNothingOfTheMachine() => Assert.Equal(
        """{"%SRCROOT%":{"description":{"text":"The root of the repository, or the folder that was checked."}}}""",
        JsonSerializer.Serialize(Run(SampleCheck.OfFiles() with { Sources = SourceTree.Find(Path.GetTempPath()) }).GetProperty("originalUriBaseIds")));

    [Trait("Speed", "Slow")]
    [Fact]
    public void Sarif_MoreResultsThanCodeScanningTakes_LeavesOutTheLeastSevereAndSaysSo()
    {
        const int Each = 9_000;
        JsonElement run = Run(SampleCheck.OfMany(Each));

        Dictionary<string, int> counts = run.GetProperty("results").EnumerateArray().CountBy(static each => each.GetProperty("ruleId").GetString()!).ToDictionary();
        JsonElement[] notifications = [.. run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").EnumerateArray()];

        // All errors, all warnings and both mistakes in the waivers, then infos as long as there is room, and nothing that is waived.
        Assert.Equal(
            new Dictionary<string, int> { ["RMP1013"] = Each, ["RMP1011"] = Each, ["RMP1009"] = CheckSarifReport.MostResults - (2 * Each) - 2, ["RMP7201"] = 1, ["RMP7202"] = 1 },
            counts);
        Assert.Equal(CheckSarifReport.MostResults, run.GetProperty("results").GetArrayLength());
        Assert.Equal(
            [
                "11002 of 36002 findings are left out, the least severe first: code scanning refuses a file with more; check fewer files at a time or raise --severity, or see all with --format json",
                "4000 of 9000 unknown findings are left out, the least severe first: they are no alerts; check fewer files at a time or raise --severity, or see all with --format json",
            ],
            notifications.Take(2).Select(static each => each.GetProperty("message").GetProperty("text").GetString()));
        Assert.Equal(2 + CheckSarifReport.MostNotifications, notifications.Length);
    }

    [Fact]
    public void Sarif_NoMoreThanAllowed_LeavesNothingOut()
    {
        JsonElement run = Run(SampleCheck.OfMany(5));

        Assert.Equal(22, run.GetProperty("results").GetArrayLength());
        Assert.Equal(5, run.GetProperty("invocations")[0].GetProperty("toolExecutionNotifications").GetArrayLength());
    }

    [Fact]
    public void Sarif_SameObjectInTwoFiles_IsTwoAlertsOfOneFinding()
    {
        string[] Fingerprints(string name) => [.. ((string[])["a.yaml", "b.yaml"]).Select(file =>
            Run(SampleCheck.OfOne("web", file)).GetProperty("results")[0].GetProperty("partialFingerprints").GetProperty(name).GetString()!)];

        Assert.Single(Fingerprints("rampartFinding/v1").Distinct());
        Assert.Equal(2, Fingerprints("primaryLocationLineHash").Distinct().Count());
    }

    public static TheoryData<string> Checks => ["files", "stack", "many", "standard input", "odd name", "half a pair"];

    private static CheckOutcome CheckOf(string name) => name switch
    {
        "files" => SampleCheck.OfFiles(),
        "stack" => SampleCheck.OfStack(),
        "many" => SampleCheck.OfMany(20),
        "standard input" => SampleCheck.OfOne("web", "-"),
        "odd name" => SampleCheck.OfOne("", "../a b/ü:%[1]?#\n\u0001.yaml"),
        _ => SampleCheck.OfOne("\uD800", "\uDC00.yaml", static finding => finding with { Message = "\uD800 {0} [x](1)" }),
    };

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
            """{"physicalLocation":{"artifactLocation":{"uri":"Pulumi.dev.yaml","uriBaseId":"%SRCROOT%"},"region":{"startLine":1,"startColumn":1,"endLine":1,"endColumn":1}},"logicalLocations":[{"name":"web","fullyQualifiedName":"Deployment prod/web: spec.template.spec.containers[0].securityContext.privileged","kind":"resource"}]}""",
            JsonSerializer.Serialize(location));
    }

    private static JsonElement Run(CheckOutcome result)
    {
        using JsonDocument document = JsonDocument.Parse(CheckReportTests.Write(CheckSarifReport.Write, result));
        Assert.Equal("2.1.0", document.RootElement.GetProperty("version").GetString());
        return Assert.Single(document.RootElement.GetProperty("runs").EnumerateArray().ToArray()).Clone();
    }
}

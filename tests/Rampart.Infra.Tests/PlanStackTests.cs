using System.CommandLine;
using System.Text.Json.Nodes;
using Pulumi;
using Rampart.Cli;
using Rampart.Plan.Programs;
using Rampart.Testing;

namespace Rampart.Infra.Tests;

/// <summary>A test of a stack of this repository sees what the commands see.</summary>
public sealed class PlanStackTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task PlanStackAsync_StackOfTheRepository_EqualsRender(string stack)
    {
        JsonNode rendered = await RunAsync("render", stack, "--secrets", "mask", "--format", "json");

        TestPlan plan = await RampartTest.PlanStackAsync<SpiceDbStack>(stack);

        Assert.Equal(
            rendered["items"]!.AsArray().Select(static item => item!.ToJsonString()).Order(StringComparer.Ordinal),
            plan.Manifests.Select(static item => JsonNode.Parse(item.ToJson())!.ToJsonString()).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Check_StackOfTheRepository_FindsWhatCheckFinds(string stack)
    {
        JsonNode report = await RunAsync("check", stack, "--format", "json");

        TestPlan plan = await RampartTest.PlanStackAsync<SpiceDbStack>(stack);

        plan.ShouldBeRestricted();
        Assert.Equal(
            report["objects"]!.AsArray().SelectMany(static item => item!["findings"]!.AsArray()).Select(static finding => $"{finding!["rule"]} {finding["path"]} {finding["message"]}"),
            plan.Check().Findings.Select(static finding => $"{finding.Rule.Id} {finding.Path} {finding.Message}"));
    }

    [Fact]
    public async Task PlanStackAsync_Configuration_WinsOverTheFile()
    {
        TestPlan plan = await RampartTest.PlanStackAsync<SpiceDbStack>(
            "prod", new PlanSettings { Config = new Dictionary<string, string> { ["replicas"] = "5" } });

        Assert.Equal("5", plan.Manifest("Deployment").Value("spec.replicas"));
    }

    private static async Task<JsonNode> RunAsync(params string[] command)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        int exitCode = await RampartProgram.RunCommandAsync(
            [.. command, "--cwd", StackRun.Folder], new OwnProgram(Deployment.RunAsync<SpiceDbStack>), new InvocationConfiguration { Output = output, Error = error });
        Assert.Equal((ExitCodes.Success, ""), (exitCode, error.ToString()));
        return JsonNode.Parse(output.ToString())!;
    }
}

using Pulumi;
using Rampart.Infra.Settings;
using Rampart.Rules.Diagnostics;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Infra.Tests.Settings;

public sealed class SettingsWarningTests
{
    // name, replicas, budget, warning (null for none)
    public static TheoryData<string, int, string, string?> Budgets => new()
    {
        { "guide's budget, its chart's replicas", 2, """{"minAvailable":2}""", "no pod may be evicted, so a node drain never ends: minAvailable 2 keeps 2 of 2" },
        { "guide's budget, three replicas", 3, """{"minAvailable":2}""", null },
        { "nobody may go", 3, """{"maxUnavailable":0}""", "no pod may be evicted, so a node drain never ends: maxUnavailable 0 keeps 3 of 3" },
        { "default", 3, "{}", null },
    };

    [Theory]
    [MemberData(nameof(Budgets))]
    public async Task Bind_Budget_WarnsWhenItBlocksDrains(string name, int replicas, string budget, string? problem)
    {
        StackSettings? settings = null;
        string json =
            $$"""
            {
              {{StackRun.PresharedKey}},
              "spicedb:replicas": "{{replicas}}",
              "spicedb:datastore": "{\"engine\":\"postgres\",\"uri\":\"postgres://db\"}",
              "spicedb:podDisruptionBudget": {{System.Text.Json.JsonSerializer.Serialize(budget)}}
            }
            """;
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", json);
        try
        {
            await Deployment.TestAsync(
                new RecordingMocks(),
                Recording.Preview(isPreview: false),
                () => { settings = StackSettings.Bind(new Config(), "spicedb", "dev"); });
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
        }

        Diagnostic[] expected = problem is null
            ? []
            : [new Diagnostic("RMP4101", DiagnosticSeverity.Warning, "Pulumi.dev.yaml", "spicedb:podDisruptionBudget", problem, "give maxUnavailable: 1, or more replicas")];
        Assert.True(expected.SequenceEqual(settings!.Warnings), name);
    }
}

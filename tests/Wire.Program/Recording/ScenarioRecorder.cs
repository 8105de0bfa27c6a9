namespace Rampart.WireProgram.Recording;

/// <summary>Runs a scenario of this program as a process of its own and writes down what it says.</summary>
public static class ScenarioRecorder
{
    /// <summary>The variable that tells the process which scenario it is.</summary>
    public const string ScenarioVariable = "WIRE_SCENARIO";

    /// <summary>What a scenario says, with a heading.</summary>
    public static async Task<string> RecordAsync(string scenario, bool isPreview, CancellationToken cancellationToken = default)
    {
        string program = typeof(ScenarioRecorder).Assembly.Location;
        string text = await CommandRecorder.RecordAsync(
            ["dotnet", program], isPreview, [new(ScenarioVariable, scenario)], cancellationToken).ConfigureAwait(false);
        return $"== {scenario}, {(isPreview ? "preview" : "update")}\n{text}\n";
    }
}

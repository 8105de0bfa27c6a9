using System.Collections.Concurrent;
using Rampart.Tests.Shared;
using Rampart.WireProgram.Recording;
using Rampart.WireProgram.Scenarios;

namespace Rampart.Wire.Tests.Conformance;

/// <summary>What the conformance program, run as a process of its own, says to an engine; a golden file for each scenario.</summary>
public sealed class ScenarioTests
{
    /// <summary>The same on both flavours of the SDK.</summary>
    [Trait("Speed", "Slow")]
    [Fact]
    public async Task Record_EachScenario_SaysWhatItsGoldenFileSays() =>
        GoldenFile.VerifyFolder("Scenarios", await RecordAsync(ScenarioList.Names));

#if PULUMI_BUNDLED
    [Fact]
    public async Task Record_EachDeviation_SaysWhatItsGoldenFileSays() =>
        GoldenFile.VerifyFolder("Deviations", await RecordAsync(ScenarioList.DeviationNames));
#endif

    private static async Task<ConcurrentDictionary<string, string>> RecordAsync(IReadOnlyList<string> scenarios)
    {
        ConcurrentDictionary<string, string> files = [];
        ConcurrentBag<ScenarioRecorder> recorders = [];
        try
        {
            await Parallel.ForEachAsync(
                scenarios,
                new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = TestContext.Current.CancellationToken },
                async (scenario, cancellationToken) =>
                {
                    if (!recorders.TryTake(out ScenarioRecorder? recorder))
                    {
                        recorder = new ScenarioRecorder();
                    }

                    string preview = await recorder.RecordAsync(scenario, isPreview: true, cancellationToken);
                    files[scenario + ".txt"] = preview + await recorder.RecordAsync(scenario, isPreview: false, cancellationToken);
                    recorders.Add(recorder);
                });
        }
        finally
        {
            foreach (ScenarioRecorder recorder in recorders)
            {
                await recorder.DisposeAsync();
            }
        }

        return files;
    }
}

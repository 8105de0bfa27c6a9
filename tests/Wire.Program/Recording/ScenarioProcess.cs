using System.Globalization;
using Rampart.WireProgram.Scenarios;

namespace Rampart.WireProgram.Recording;

/// <summary>
/// The process that runs scenarios one after the other, as <see cref="ScenarioRecorder"/> tells it to: most of what a
/// program costs is its start.
/// </summary>
internal static class ScenarioProcess
{
    /// <summary>The argument that makes this program one.</summary>
    public const string Argument = "run-scenarios";

    /// <summary>
    /// Whether what a failed program has begun goes on after its end and would be seen in the next run: the official SDK ends
    /// at the first failure, the bundled one when all is done.
    /// </summary>
#if PULUMI_BUNDLED
    public const bool FailuresGoOn = false;
#else
    public const bool FailuresGoOn = true;
#endif

    private const string ResultPrefix = "exit code of the scenario: ";

    /// <summary>One line of input for each run.</summary>
    public static string Request(string scenario, string address, bool isPreview) => $"{scenario} {address} {isPreview}";

    /// <summary>The exit code in a line of output; null for a line that is something else.</summary>
    public static int? Result(string line) =>
        line.StartsWith(ResultPrefix, StringComparison.Ordinal) ? int.Parse(line.AsSpan(ResultPrefix.Length), CultureInfo.InvariantCulture) : null;

    /// <summary>Runs scenarios until the input ends.</summary>
    public static async Task<int> RunAsync()
    {
        while (await Console.In.ReadLineAsync().ConfigureAwait(false) is { } line)
        {
            string[] request = line.Split(' ');
            foreach ((string name, string value) in EngineVariables.Create(request[1], bool.Parse(request[2])))
            {
                Environment.SetEnvironmentVariable(name, value);
            }

            int exitCode = await ScenarioList.RunAsync(request[0]).ConfigureAwait(false);
            await Console.Out.WriteLineAsync(ResultPrefix + exitCode.ToString(CultureInfo.InvariantCulture)).ConfigureAwait(false);
        }

        return 0;
    }
}

using System.Runtime.CompilerServices;
using System.Text.Json;
using Pulumi;
using Rampart.Plan.Configuration;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Infra.Tests;

/// <summary>Runs the stack under mocks, with the configuration that an engine would hand over.</summary>
internal static class StackRun
{
    /// <summary>The least that a stack needs.</summary>
    public const string PresharedKey = """ "spicedb:presharedKey": "sample" """;

    /// <summary>Folder of Pulumi.yaml.</summary>
    public static string Folder { get; } = FindFolder();

    /// <summary>Runs with the files of the repository, defaults of Pulumi.yaml included.</summary>
    public static Task<Recording> OfFilesAsync(string stack) => OfJsonAsync(Load(stack).ToPulumiConfig().ValuesToJson());

    /// <summary>Runs with these values only, each a text as an engine hands it over: <c>"spicedb:replicas": "3"</c>.</summary>
    public static async Task<Recording> OfJsonAsync(string json)
    {
        using Variable variable = new(json);
        return await Recording.OfStackAsync<SpiceDbStack>();
    }

    /// <summary>The error with which the stack answers to these values; and that nothing was registered before.</summary>
    public static async Task<string> ErrorOfJsonAsync(string json)
    {
        using Variable variable = new(json);
        RecordingMocks mocks = new();
        RunException error = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestAsync<SpiceDbStack>(mocks, Recording.Preview(isPreview: false)));
        Assert.Empty(mocks.Registrations);
        return error.Message;
    }

    /// <summary>The configuration of a stack of the repository.</summary>
    public static StackConfiguration Load(string stack, string? passphrase = null)
        => StackConfiguration.Load(Folder, stack, [], name => name == "PULUMI_CONFIG_PASSPHRASE" ? passphrase : null);

    /// <summary>Values as an engine hands them over: the least that a stack needs and one value, which may have parts.</summary>
    public static string With(string key, string value)
        => $$"""{ {{PresharedKey}}, "spicedb:{{key}}": {{JsonSerializer.Serialize(value)}} }""";

    private static string FindFolder([CallerFilePath] string file = "")
        => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "..", ".."));

    /// <summary>Sets the variable for one run.</summary>
    private sealed class Variable : IDisposable
    {
        private const string Name = "PULUMI_CONFIG";

        public Variable(string json) => Environment.SetEnvironmentVariable(Name, json);

        public void Dispose() => Environment.SetEnvironmentVariable(Name, null);
    }
}

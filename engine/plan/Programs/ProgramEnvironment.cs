using System.Globalization;
using Rampart.Plan.Configuration;

namespace Rampart.Plan.Programs;

/// <summary>The environment that a language host gives a program in a preview.</summary>
internal static class ProgramEnvironment
{
    // The engine's default: four for each processor. A program sees no more of it than the number.
    private const int ParallelPerProcessor = 4;

    /// <summary>The variables, those that must not be inherited with the value null.</summary>
    /// <param name="configuration">What the program is told about its stack.</param>
    /// <param name="address">Address and port of the engine's services.</param>
    public static IEnumerable<KeyValuePair<string, string?>> Create(StackConfiguration configuration, string address)
    {
        PulumiConfig config = configuration.ToPlanConfig();
        string root = configuration.Project?.Folder ?? "";
        string parallel = (ParallelPerProcessor * Environment.ProcessorCount).ToString(CultureInfo.InvariantCulture);
        yield return new("PULUMI_MONITOR", address);
        yield return new("PULUMI_ENGINE", address);
        yield return new("PULUMI_ORGANIZATION", Organization);
        yield return new("PULUMI_PROJECT", configuration.ProjectName);
        yield return new("PULUMI_STACK", configuration.StackName);
        yield return new("PULUMI_ROOT_DIRECTORY", root);
        yield return new("PULUMI_PWD", configuration.Project is { } project ? ProgramFolder.Find(project) : "");
        yield return new("PULUMI_DRY_RUN", "true");
        yield return new("PULUMI_QUERY_MODE", "false");
        yield return new("PULUMI_PARALLEL", parallel);

        yield return new("PULUMI_CONFIG", config.ValuesToJson());
        yield return new("PULUMI_CONFIG_SECRET_KEYS", config.SecretKeysToJson());
        yield return new("PULUMI_TRACING", null);
        yield return new("PULUMI_ATTACH_DEBUGGER", null);

        // Programs whose gRPC library asks a proxy even for addresses of this machine.
        yield return new("NO_PROXY", WithLoopback("NO_PROXY"));
        yield return new("no_proxy", WithLoopback("no_proxy"));
    }

    /// <summary>What a backend without organizations calls the only one.</summary>
    public const string Organization = "organization";

    private static string WithLoopback(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } hosts ? hosts + ",127.0.0.1" : "127.0.0.1";
}

using System.Text.Json;
using Pulumi.Wire;

namespace Pulumi;

/// <summary>The engine that the environment of the process names, and what it says about the stack.</summary>
internal static class EngineEnvironment
{
    /// <summary>Connects to the engine that started this process.</summary>
    /// <exception cref="InvalidOperationException">None did.</exception>
    /// <exception cref="RunException">A variable is not what an engine gives.</exception>
    public static EngineSession Connect()
    {
        if (Variable("PULUMI_MONITOR") is not { } monitorText)
        {
            throw new InvalidOperationException(
                "Program run without the Pulumi engine available. Deploy it with `pulumi up`, or plan it without an engine: "
                + "`dotnet run --project infra -- preview`.");
        }

        EngineAddress monitor = EngineAddress.Parse("PULUMI_MONITOR", monitorText);
        EngineAddress engine = EngineAddress.Parse("PULUMI_ENGINE", Required("PULUMI_ENGINE"));
        string project = Required("PULUMI_PROJECT");
        string stack = Required("PULUMI_STACK");
        string dryRun = Required("PULUMI_DRY_RUN");
        if (!bool.TryParse(dryRun, out bool isDryRun))
        {
            throw new RunException($"PULUMI_DRY_RUN: '{dryRun}' is neither true nor false; it is what the engine gives a program: start it with `pulumi up`");
        }

        IReadOnlyDictionary<string, string> config = ReadConfig();
        RemoteEngine remote = new(monitor, engine, stack, project, acceptResources: !IsTrue("PULUMI_DISABLE_RESOURCE_REFERENCES"));
        return new EngineSession
        {
            Monitor = remote.Monitor,
            Remote = remote,
            Project = project,
            Stack = stack,
            Organization = Variable("PULUMI_ORGANIZATION") ?? "organization",
            RootDirectory = Variable("PULUMI_ROOT_DIRECTORY") ?? "",
            IsDryRun = isDryRun,
            Config = config,
            SecretKeys = ReadSecretKeys(),
        };
    }

    /// <summary>The configuration of the stack, full keys to texts; empty when the engine gave none.</summary>
    /// <exception cref="RunException">It is not what an engine gives.</exception>
    public static IReadOnlyDictionary<string, string> ReadConfig()
    {
        Dictionary<string, string> config = new(StringComparer.Ordinal);
        string? json = Environment.GetEnvironmentVariable("PULUMI_CONFIG");
        if (string.IsNullOrEmpty(json))
        {
            return config;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            foreach (JsonProperty property in document.RootElement.EnumerateObject())
            {
                config[property.Name] = property.Value.ValueKind == JsonValueKind.String
                    ? property.Value.GetString()!
                    : property.Value.GetRawText();
            }

            return config;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The text may hold secrets: it is not repeated.
            throw new RunException("PULUMI_CONFIG is not a JSON object of texts; it is what the engine gives a program, unset it to run without", exception);
        }
    }

    /// <summary>The full keys of the secret values; empty when the engine named none.</summary>
    public static IReadOnlySet<string> ReadSecretKeys()
    {
        HashSet<string> keys = new(StringComparer.Ordinal);
        if (Variable("PULUMI_CONFIG_SECRET_KEYS") is not { } json)
        {
            return keys;
        }

        try
        {
            using JsonDocument document = JsonDocument.Parse(json);
            foreach (JsonElement key in document.RootElement.EnumerateArray())
            {
                keys.Add(key.GetString() ?? "");
            }

            return keys;
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            throw new RunException("PULUMI_CONFIG_SECRET_KEYS is not a JSON array of texts; it is what the engine gives a program, unset it to run without", exception);
        }
    }

    // The language host leaves variables out that would be empty.
    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;

    private static string Required(string name) => Variable(name) ?? throw new RunException(
        $"{name} is not set, but PULUMI_MONITOR is: the engine gives a program both; start it with `pulumi up`, or unset PULUMI_MONITOR to plan it without an engine");

    private static bool IsTrue(string name) =>
        Variable(name) is { } value && (value == "1" || value.Equals("true", StringComparison.OrdinalIgnoreCase));
}

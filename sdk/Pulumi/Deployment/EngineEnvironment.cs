using System.Text.Json;

namespace Pulumi;

/// <summary>The engine that the environment of the process names, and what it says about the stack.</summary>
internal static class EngineEnvironment
{
    /// <summary>Connects to the engine that started this process.</summary>
    /// <exception cref="InvalidOperationException">None did.</exception>
    public static EngineSession Connect() =>
        throw new InvalidOperationException(
            "Program run without the Pulumi engine available. Deploy it with `pulumi up`, or plan it without an engine: "
            + "`dotnet run --project infra -- preview`.");

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
}

using System.Text.Json;

namespace Rampart.Testing;

/// <summary>
/// Hands a test's configuration to the one deployment that is made next: a deployment reads it from the process's environment
/// when it is made, and never again.
/// </summary>
internal sealed class ConfigVariables
{
    private const string Config = "PULUMI_CONFIG";
    private const string SecretKeys = "PULUMI_CONFIG_SECRET_KEYS";

    // One test at a time, from setting the variables until its program starts.
    private static readonly SemaphoreSlim Turn = new(1);

    private readonly string? _config;
    private readonly string? _secretKeys;
    private int _isRestored;

    private ConfigVariables()
    {
        _config = Environment.GetEnvironmentVariable(Config);
        _secretKeys = Environment.GetEnvironmentVariable(SecretKeys);
    }

    /// <summary>Waits for its turn and sets the variables.</summary>
    public static async Task<ConfigVariables> SetAsync(PlanSettings settings)
    {
        await Turn.WaitAsync().ConfigureAwait(false);
        ConfigVariables before = new();
        Environment.SetEnvironmentVariable(Config, JsonSerializer.Serialize(settings.Config));
        Environment.SetEnvironmentVariable(SecretKeys, JsonSerializer.Serialize(settings.SecretKeys));
        return before;
    }

    /// <summary>Gives the variables their values back; nothing when that is done.</summary>
    public void Restore()
    {
        if (Interlocked.Exchange(ref _isRestored, 1) == 0)
        {
            Environment.SetEnvironmentVariable(Config, _config);
            Environment.SetEnvironmentVariable(SecretKeys, _secretKeys);
            Turn.Release();
        }
    }
}

namespace Pulumi.Tests;

/// <summary>Values that the engine calls secret are in no message; the official SDK shows them.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class SecretConfigTests : IDisposable
{
    public SecretConfigTests()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", """{"project:key":"{hunter2}","project:plain":"{open}"}""");
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", """["project:key"]""");
    }

    public void Dispose()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", null);
    }

    private static readonly Dictionary<string, Action<Config, string>> Getters = new(StringComparer.Ordinal)
    {
        ["Boolean"] = static (config, key) => config.GetBoolean(key),
        ["Int32"] = static (config, key) => config.RequireSecretInt32(key),
        ["Double"] = static (config, key) => config.GetSecretDouble(key),
        ["System.Int32[]"] = static (config, key) => config.RequireObject<int[]>(key),
    };

    [Theory]
    [InlineData("Boolean")]
    [InlineData("Int32")]
    [InlineData("Double")]
    [InlineData("System.Int32[]")]
    public async Task Get_AnotherType_DoesNotShowASecret(string type)
    {
        async Task<string> FailAsync(string key) => await Programs.FailAsync(new RecordingMocks(), () => Getters[type](new Config(), key));

        Assert.Equal($"Configuration 'project:key' value '[secret]' is not a valid {type}", await FailAsync("key"));
        Assert.Equal($"Configuration 'project:plain' value '{{open}}' is not a valid {type}", await FailAsync("plain"));
    }
}

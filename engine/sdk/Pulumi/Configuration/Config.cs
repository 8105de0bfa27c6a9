using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json;

namespace Pulumi;

/// <summary>The configuration of the stack, one namespace of it.</summary>
/// <remarks>Source: pulumi.com/docs/iac/concepts/config.</remarks>
public sealed class Config
{
    private readonly string _namespace;

    /// <summary>Opens a namespace.</summary>
    /// <param name="name">The namespace; by default the project's name.</param>
    public Config(string? name = null)
    {
        name ??= Deployment.Instance.ProjectName;
        const string OldSuffix = ":config";
        _namespace = name.EndsWith(OldSuffix, StringComparison.Ordinal) ? name[..^OldSuffix.Length] : name;
    }

    /// <summary>A text; null when it is not set.</summary>
    public string? Get(string key) => Deployment.Require().GetConfig(FullKey(key)).Text;

    /// <summary>A secret text; null when it is not set.</summary>
    public Output<string>? GetSecret(string key) => Secret(key, static (_, text) => text);

    /// <summary>A boolean, <c>true</c> or <c>false</c>; null when it is not set.</summary>
    /// <exception cref="RunException">The value is not a boolean.</exception>
    public bool? GetBoolean(string key) => Get(key) is { } text ? Parse(FullKey(key), text, ParseBoolean) : null;

    /// <inheritdoc cref="GetBoolean(string)"/>
    public Output<bool>? GetSecretBoolean(string key) => Secret(key, ParseBoolean);

    /// <summary>A 32-bit whole number; null when it is not set.</summary>
    /// <exception cref="RunException">The value is not a whole number.</exception>
    public int? GetInt32(string key) => Get(key) is { } text ? Parse(FullKey(key), text, ParseInt32) : null;

    /// <inheritdoc cref="GetInt32(string)"/>
    public Output<int>? GetSecretInt32(string key) => Secret(key, ParseInt32);

    /// <summary>A number; null when it is not set.</summary>
    /// <exception cref="RunException">The value is not a number.</exception>
    public double? GetDouble(string key) => Get(key) is { } text ? Parse(FullKey(key), text, ParseDouble) : null;

    /// <inheritdoc cref="GetDouble(string)"/>
    public Output<double>? GetSecretDouble(string key) => Secret(key, ParseDouble);

    /// <summary>A structured value; the type's default when it is not set.</summary>
    /// <exception cref="RunException">The value does not fit the type.</exception>
    [return: MaybeNull]
    public T GetObject<T>(string key) => GetObject<T>(key, JsonSerializerOptions.Default);

    /// <inheritdoc cref="GetObject{T}(string)"/>
    [return: MaybeNull]
    public T GetObject<T>(string key, JsonSerializerOptions options) =>
        Get(key) is { } text ? Parse(FullKey(key), text, (fullKey, json) => ParseObject<T>(fullKey, json, options)) : default;

    /// <inheritdoc cref="GetObject{T}(string)"/>
    public Output<T>? GetSecretObject<T>(string key) => GetSecretObject<T>(key, JsonSerializerOptions.Default);

    /// <inheritdoc cref="GetObject{T}(string)"/>
    public Output<T>? GetSecretObject<T>(string key, JsonSerializerOptions options) =>
        Secret(key, (fullKey, text) => ParseObject<T>(fullKey, text, options));

    /// <summary>A text that must be set.</summary>
    /// <exception cref="RunException">It is not set.</exception>
    public string Require(string key) => Get(key) ?? throw Missing(key);

    /// <inheritdoc cref="Require(string)"/>
    public Output<string> RequireSecret(string key) => GetSecret(key) ?? throw Missing(key);

    /// <summary>A boolean that must be set.</summary>
    /// <exception cref="RunException">It is not set, or not a boolean.</exception>
    public bool RequireBoolean(string key) => GetBoolean(key) ?? throw Missing(key);

    /// <inheritdoc cref="RequireBoolean(string)"/>
    public Output<bool> RequireSecretBoolean(string key) => GetSecretBoolean(key) ?? throw Missing(key);

    /// <summary>A 32-bit whole number that must be set.</summary>
    /// <exception cref="RunException">It is not set, or not a whole number.</exception>
    public int RequireInt32(string key) => GetInt32(key) ?? throw Missing(key);

    /// <inheritdoc cref="RequireInt32(string)"/>
    public Output<int> RequireSecretInt32(string key) => GetSecretInt32(key) ?? throw Missing(key);

    /// <summary>A number that must be set.</summary>
    /// <exception cref="RunException">It is not set, or not a number.</exception>
    public double RequireDouble(string key) => GetDouble(key) ?? throw Missing(key);

    /// <inheritdoc cref="RequireDouble(string)"/>
    public Output<double> RequireSecretDouble(string key) => GetSecretDouble(key) ?? throw Missing(key);

    /// <summary>A structured value that must be set.</summary>
    /// <exception cref="RunException">It is not set, or does not fit the type.</exception>
    public T RequireObject<T>(string key) => RequireObject<T>(key, JsonSerializerOptions.Default);

    /// <inheritdoc cref="RequireObject{T}(string)"/>
    public T RequireObject<T>(string key, JsonSerializerOptions options) =>
        Parse(FullKey(key), Require(key), (fullKey, json) => ParseObject<T>(fullKey, json, options));

    /// <inheritdoc cref="RequireObject{T}(string)"/>
    public Output<T> RequireSecretObject<T>(string key) => RequireSecretObject<T>(key, JsonSerializerOptions.Default);

    /// <inheritdoc cref="RequireObject{T}(string)"/>
    public Output<T> RequireSecretObject<T>(string key, JsonSerializerOptions options) =>
        GetSecretObject<T>(key, options) ?? throw Missing(key);

    private static bool ParseBoolean(string fullKey, string text) => text switch
    {
        "true" => true,
        "false" => false,
        _ => throw new ConfigTypeException(fullKey, text, nameof(Boolean)),
    };

    private static int ParseInt32(string fullKey, string text) =>
        int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int number)
            ? number
            : throw new ConfigTypeException(fullKey, text, nameof(Int32));

    private static double ParseDouble(string fullKey, string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
            : throw new ConfigTypeException(fullKey, text, nameof(Double));

    private static T ParseObject<T>(string fullKey, string text, JsonSerializerOptions options)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, options)!;
        }
        catch (JsonException exception)
        {
            throw new ConfigTypeException(fullKey, text, typeof(T).FullName, exception);
        }
    }

    private string FullKey(string key) => $"{_namespace}:{key}";

    private Output<T>? Secret<T>(string key, Func<string, string, T> parse)
    {
        string fullKey = FullKey(key);
        (string? text, bool isOpaque) = Deployment.Require().GetConfig(fullKey);
        if (isOpaque)
        {
            return new Output<T>(new OutputData<T>(default!, ResourceSet.Empty, isKnown: false, isSecret: true));
        }

        return text is null ? null : Output.CreateSecret(Parse(fullKey, text, parse));
    }

    // The text of a value that the engine calls secret is not told.
    private static T Parse<T>(string fullKey, string text, Func<string, string, T> parse)
    {
        try
        {
            return parse(fullKey, text);
        }
        catch (ConfigTypeException exception) when (Deployment.Require().IsSecretConfig(fullKey))
        {
            throw exception.WithoutValue();
        }
    }

    private ConfigMissingException Missing(string key) => new(FullKey(key));

    private sealed class ConfigTypeException(string fullKey, string text, string? type, Exception? inner = null)
        : RunException($"Configuration '{fullKey}' value '{text}' is not a valid {type}", inner)
    {
        // Without the cause: a reader of JSON quotes what it reads.
        public ConfigTypeException WithoutValue() => new(fullKey, "[secret]", type);
    }

    private sealed class ConfigMissingException(string fullKey)
        : RunException(
            $"Missing Required configuration variable '{fullKey}'\n\tplease set a value using the command `pulumi config set {fullKey} <value>`");
}

using Rampart.Plan.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>Reads the values of the option <c>--config key=value</c>.</summary>
internal static class ConfigOverride
{
    /// <summary>What messages name as the file of an override.</summary>
    public const string File = "--config";

    /// <summary>Reads an override.</summary>
    /// <param name="text">What stands behind the option.</param>
    /// <param name="project">Whose key it is.</param>
    /// <param name="isSecret">Whether the value of a key may not be shown.</param>
    /// <param name="replaced">The value of a key that a file gives, where only parts of it are encrypted; else null.</param>
    /// <param name="problems">Gets what is wrong.</param>
    /// <returns>Null when it is not <c>key=value</c>.</returns>
    public static ConfigEntry? Read(string text, ProjectFile project, Func<string, bool> isSecret, Func<string, YamlNode?> replaced, ProblemList problems)
    {
        SourceLocation location = new(File, 0, 0);
        int separator = text.IndexOf('=', StringComparison.Ordinal);
        if (separator < 0)
        {
            // What is written may be a value without its key, and a secret; it is not shown.
            problems.Error(ConfigurationDiagnosticIds.InvalidOverride, location, "", "the override has no '='", "write --config key=value");
            return null;
        }

        string? key = ConfigKey.Normalize(text[..separator], project.Name);
        if (key is null)
        {
            problems.Error(ConfigurationDiagnosticIds.InvalidOverride, location, text[..separator], "this is not a configuration key", ConfigKey.Form);
            return null;
        }

        string value = text[(separator + 1)..];
        ConfigTypeKind? kind = project.FindDeclaration(key)?.Type?.Kind;
        YamlNode node = kind is ConfigTypeKind.Array or ConfigTypeKind.Object && ReadCollection(value) is { } collection
            ? collection
            : new YamlScalar(value, ScalarStyle.DoubleQuoted, new YamlPosition(0, 0));
        return new ConfigEntry(key, node, location) { IsSecret = isSecret(key), Replaced = replaced(key) };
    }

    // Lists and objects are given as JSON or YAML; anything else stays a text, and the check of types tells that it is one.
    private static YamlNode? ReadCollection(string value)
    {
        try
        {
            return YamlReader.ReadOne(value) is { } node and not YamlScalar ? node : null;
        }
        catch (YamlException)
        {
            return null;
        }
    }
}

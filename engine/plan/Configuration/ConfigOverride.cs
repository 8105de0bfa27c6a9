using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>Reads values that are given in place of those of files.</summary>
/// <param name="source">What messages name as their file.</param>
/// <param name="project">Whose keys they are.</param>
/// <param name="isSecret">Whether the value of a full key may not be shown.</param>
/// <param name="replaced">The value of a full key that a file gives, where only parts of it are encrypted; else null.</param>
/// <param name="problems">Gets what is wrong.</param>
internal sealed class ConfigOverride(string source, ProjectFile project, Func<string, bool> isSecret, Func<string, YamlNode?> replaced, ProblemList problems)
{
    /// <summary>The source of the values that a command line gives.</summary>
    public const string Option = "--config";

    private readonly SourceLocation _location = new(source, 0, 0);

    /// <summary>Reads a value of the option <c>--config key=value</c>.</summary>
    /// <param name="text">What stands behind the option.</param>
    /// <returns>Null when it is not <c>key=value</c>.</returns>
    public ConfigEntry? Read(string text)
    {
        int separator = text.IndexOf('=', StringComparison.Ordinal);
        if (separator < 0)
        {
            // What is written may be a value without its key, and a secret; it is not shown.
            problems.Error(ConfigurationDiagnosticIds.InvalidOverride, _location, "", "the override has no '='", "write --config key=value");
            return null;
        }

        return Read(text[..separator], text[(separator + 1)..]);
    }

    /// <summary>Reads a value.</summary>
    /// <param name="name">The key, with or without a namespace.</param>
    /// <param name="value">The text; a list or mapping as JSON or YAML.</param>
    /// <returns>Null when the name is not a key.</returns>
    public ConfigEntry? Read(string name, string value)
    {
        string? key = ConfigKey.Normalize(name, project.Name);
        if (key is null)
        {
            problems.Error(ConfigurationDiagnosticIds.InvalidOverride, _location, name, "this is not a configuration key", ConfigKey.Form);
            return null;
        }

        ConfigTypeKind? kind = project.FindDeclaration(key)?.Type?.Kind;
        YamlNode node = kind is ConfigTypeKind.Array or ConfigTypeKind.Object && ReadCollection(value) is { } collection
            ? collection
            : new YamlScalar(value, ScalarStyle.DoubleQuoted, new YamlPosition(0, 0));
        return new ConfigEntry(key, node, _location) { IsSecret = isSecret(key), IsOverride = true, Replaced = replaced(key) };
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

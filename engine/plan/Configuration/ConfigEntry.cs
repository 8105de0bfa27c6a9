using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>A value as somebody wrote it, under its full key.</summary>
internal sealed class ConfigEntry(string key, YamlNode node, SourceLocation location)
{
    public string Key { get; } = key;

    public YamlNode Node { get; } = node;

    /// <summary>Where a scalar stands, or the key of anything else.</summary>
    public SourceLocation Location { get; } = location;

    /// <summary>Whether no part of the value may be shown, encrypted or not.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether somebody gave the value in place of those of files.</summary>
    public bool IsOverride { get; init; }

    /// <summary>The value that this one takes the place of, which tells what of it may not be shown; null when all of it.</summary>
    public YamlNode? Replaced { get; init; }
}

using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>Where something in the configuration was written.</summary>
/// <param name="File">The file as the user names it, e.g. <c>Pulumi.dev.yaml</c>; <c>--config</c> or <c>Config</c> for a value that was given in place of a file's.</param>
/// <param name="Line">The line, from 1; 0 when there is none to name.</param>
/// <param name="Column">The column in UTF-16 units, from 1; 0 when there is none to name.</param>
public readonly record struct SourceLocation(string File, int Line, int Column)
{
    /// <summary>Where a node stands; what was given has no place.</summary>
    internal static SourceLocation Of(string file, YamlNode node) =>
        file is ConfigOverride.Option or GivenValues.Source ? new SourceLocation(file, 0, 0) : new SourceLocation(file, node.Line, node.Column);

    /// <summary>Where a value stands: a scalar itself, the key of anything else.</summary>
    internal static SourceLocation Of(string file, YamlEntry entry) => Of(file, entry.Value is YamlScalar ? entry.Value : entry.Key);
}

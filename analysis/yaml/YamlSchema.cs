namespace Rampart.Yaml;

/// <summary>Which words of a plain scalar are not strings.</summary>
public enum YamlSchema : byte
{
    /// <summary>YAML 1.2 as Go's yaml.v3 has it, with which Pulumi reads its files: <c>yes</c> and <c>on</c> are strings, and merge keys never replace a key.</summary>
    Yaml12,

    /// <summary>
    /// YAML 1.1 as Go's yaml.v2 has it, with which Kubernetes reads manifests: <c>y</c>, <c>n</c>, <c>yes</c>, <c>no</c>,
    /// <c>on</c> and <c>off</c> are booleans, dates are strings, and a merge key replaces the keys before it.
    /// </summary>
    Yaml11,
}

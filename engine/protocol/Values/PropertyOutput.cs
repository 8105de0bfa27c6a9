namespace Rampart.Protocol.Values;

/// <summary>
/// A value together with the resources that it comes from. Only arguments of methods, inputs of remote components and
/// transforms carry these; elsewhere dependencies are told per property.
/// </summary>
/// <param name="value">The value; unknown or secret as the output is.</param>
/// <param name="dependencies">URNs in ordinal order.</param>
public sealed class PropertyOutput(PropertyValue value, IReadOnlyList<string> dependencies)
    : PropertyNode(PropertyKind.Output, value.ContainsSecrets, value.ContainsUnknowns), IEquatable<PropertyOutput>
{
    /// <summary>The value; unknown or secret as the output is.</summary>
    public PropertyValue Value { get; } = value;

    /// <summary>URNs in ordinal order.</summary>
    public IReadOnlyList<string> Dependencies { get; } = dependencies;

    /// <inheritdoc/>
    public bool Equals(PropertyOutput? other) =>
        other is not null && other.Value == Value && other.Dependencies.SequenceEqual(Dependencies, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PropertyOutput);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Value, Dependencies.Count);
}

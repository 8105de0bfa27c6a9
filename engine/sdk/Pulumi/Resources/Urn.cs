namespace Pulumi;

/// <summary>The identity of a resource: <c>urn:pulumi:stack::project::parentTypes$type::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string _value;

    /// <summary>Creates a URN from its text.</summary>
    /// <param name="value">The text.</param>
    public Urn(string value) => _value = value;

    /// <summary>The text.</summary>
    public static implicit operator string(Urn value) => value._value;

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The URN that a resource of these parts has.</summary>
    /// <param name="name">The logical name.</param>
    /// <param name="type">The type token.</param>
    /// <param name="parent">The parent; not together with <paramref name="parentUrn"/>.</param>
    /// <param name="parentUrn">The parent's URN.</param>
    /// <param name="project">The project; default the running one.</param>
    /// <param name="stack">The stack; default the running one.</param>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        Output<string> prefix = (parent, parentUrn) switch
        {
            (not null, _) => parent.Urn.Apply(ParentPrefix),
            (_, not null) => parentUrn.Apply(ParentPrefix),
            _ => Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::"),
        };
        return Output.Format($"{prefix}{type}::{name}");
    }

    /// <inheritdoc/>
    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => string.GetHashCode(_value ?? "", StringComparison.Ordinal);

    /// <inheritdoc/>
    public override string ToString() => _value ?? "";

    private static string ParentPrefix(string parentUrn) => parentUrn[..parentUrn.LastIndexOf("::", StringComparison.Ordinal)] + "$";
}

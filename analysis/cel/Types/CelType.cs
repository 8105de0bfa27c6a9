using System.Text;

namespace Rampart.Cel.Types;

/// <summary>A type of the language. Immutable; equal types print alike.</summary>
public sealed class CelType : IEquatable<CelType>
{
    private CelType(CelKind kind, string name, bool isNullable = false, params CelType[] parameters)
    {
        Kind = kind;
        Name = name;
        IsNullable = isNullable;
        Parameters = parameters;
        HasParameters = kind == CelKind.Parameter || parameters.Any(p => p.HasParameters);
    }

    /// <summary>Any value.</summary>
    public static CelType Dyn { get; } = new(CelKind.Dyn, "dyn");

    /// <summary>The type of what has been reported as an error.</summary>
    public static CelType Error { get; } = new(CelKind.Error, "!error!");

    /// <summary>The type of null.</summary>
    public static CelType Null { get; } = new(CelKind.Null, "null_type");

    /// <summary>Booleans.</summary>
    public static CelType Bool { get; } = new(CelKind.Bool, "bool");

    /// <summary>Signed integers.</summary>
    public static CelType Int { get; } = new(CelKind.Int, "int");

    /// <summary>Unsigned integers.</summary>
    public static CelType Uint { get; } = new(CelKind.Uint, "uint");

    /// <summary>Doubles.</summary>
    public static CelType Double { get; } = new(CelKind.Double, "double");

    /// <summary>Texts.</summary>
    public static CelType String { get; } = new(CelKind.String, "string");

    /// <summary>Bytes.</summary>
    public static CelType Bytes { get; } = new(CelKind.Bytes, "bytes");

    /// <summary>Points in time.</summary>
    public static CelType Timestamp { get; } = new(CelKind.Timestamp, "google.protobuf.Timestamp");

    /// <summary>Lengths of time.</summary>
    public static CelType Duration { get; } = new(CelKind.Duration, "google.protobuf.Duration");

    /// <summary>Types.</summary>
    public static CelType Type { get; } = new(CelKind.Type, "type");

    /// <summary>Lists of any values.</summary>
    public static CelType AnyList { get; } = List(Dyn);

    /// <summary>Maps of any keys and values.</summary>
    public static CelType AnyMap { get; } = Map(Dyn, Dyn);

    /// <summary>Optionals of any value.</summary>
    public static CelType AnyOptional { get; } = Optional(Dyn);

    /// <summary>What values of the type are.</summary>
    public CelKind Kind { get; }

    /// <summary>The name, without parameters.</summary>
    public string Name { get; }

    /// <summary>Whether null belongs to the type, as with the wrapper types of protocol buffers.</summary>
    public bool IsNullable { get; }

    /// <summary>The parameters, such as the type of a list's items.</summary>
    public IReadOnlyList<CelType> Parameters { get; }

    /// <summary>Whether a type parameter occurs in it.</summary>
    internal bool HasParameters { get; }

    /// <summary>Whether this is an optional.</summary>
    internal bool IsOptional => Kind == CelKind.Optional;

    /// <summary>Whether this is any value, or an error that was reported.</summary>
    internal bool IsDynOrError => Kind is CelKind.Dyn or CelKind.Error;

    /// <summary>Lists of one type.</summary>
    public static CelType List(CelType item) => new(CelKind.List, "list", false, item);

    /// <summary>Maps of one type of keys and one type of values.</summary>
    public static CelType Map(CelType key, CelType value) => new(CelKind.Map, "map", false, key, value);

    /// <summary>Optionals of one type.</summary>
    public static CelType Optional(CelType value) => new(CelKind.Optional, "optional_type", false, value);

    /// <summary>Types of one type's values.</summary>
    public static CelType TypeOf(CelType type) => new(CelKind.Type, "type", false, type);

    /// <summary>A parameter, such as <c>A</c>, of a function's type.</summary>
    public static CelType Parameter(string name) => new(CelKind.Parameter, name);

    /// <summary>A type of a library, or of objects with declared fields.</summary>
    public static CelType Object(string name) => new(CelKind.Object, name);

    /// <summary>A type that holds null too.</summary>
    public static CelType Nullable(CelType type)
    {
        ArgumentNullException.ThrowIfNull(type);
        return new CelType(type.Kind, type.Name, true, [.. type.Parameters]);
    }

    /// <summary>A copy with other parameters.</summary>
    internal CelType With(params CelType[] parameters) => new(Kind, Name, IsNullable, parameters);

    /// <inheritdoc/>
    public bool Equals(CelType? other)
    {
        if (ReferenceEquals(this, other))
        {
            return true;
        }

        if (other is null || Kind != other.Kind || Name != other.Name || IsNullable != other.IsNullable || Parameters.Count != other.Parameters.Count)
        {
            return false;
        }

        for (int i = 0; i < Parameters.Count; i++)
        {
            if (!Parameters[i].Equals(other.Parameters[i]))
            {
                return false;
            }
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CelType);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Kind, string.GetHashCode(Name, StringComparison.Ordinal), Parameters.Count);

    /// <summary>The type in its own notation, e.g. <c>list(string)</c>.</summary>
    public override string ToString() => Write(Name, static type => type.ToString());

    /// <summary>The type as messages about expressions name it: with short names for null, timestamps and durations.</summary>
    public string Describe()
    {
        string name = Kind switch
        {
            CelKind.Null => "null",
            CelKind.Timestamp => "timestamp",
            CelKind.Duration => "duration",
            CelKind.Error => "",
            _ => Name,
        };
        return Write(name, static type => type.Describe());
    }

    private string Write(string name, Func<CelType, string> write)
    {
        if (IsNullable)
        {
            return $"wrapper({name})";
        }

        if (Parameters.Count == 0)
        {
            return Kind == CelKind.Parameter ? $"<{name}>" : name;
        }

        StringBuilder text = new(name);
        text.Append('(');
        for (int i = 0; i < Parameters.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ").Append(write(Parameters[i]));
        }

        return text.Append(')').ToString();
    }
}

namespace Rampart.Cel.Types;

/// <summary>What a type or a value is.</summary>
public enum CelKind : byte
{
    /// <summary>The null value.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Bool,

    /// <summary>A signed integer of 64 bits.</summary>
    Int,

    /// <summary>An unsigned integer of 64 bits.</summary>
    Uint,

    /// <summary>A double.</summary>
    Double,

    /// <summary>Text.</summary>
    String,

    /// <summary>Bytes.</summary>
    Bytes,

    /// <summary>A list.</summary>
    List,

    /// <summary>A map.</summary>
    Map,

    /// <summary>A point in time, from year 1 to year 9999.</summary>
    Timestamp,

    /// <summary>A length of time in nanoseconds, of 64 bits.</summary>
    Duration,

    /// <summary>A type, as a value.</summary>
    Type,

    /// <summary>An optional value.</summary>
    Optional,

    /// <summary>A value of a library, such as a quantity, or an object with declared fields.</summary>
    Object,

    /// <summary>Types only: any value.</summary>
    Dyn,

    /// <summary>Types only: a parameter of a function's type.</summary>
    Parameter,

    /// <summary>The evaluation failed here; as a type, the expression has been reported.</summary>
    Error,

    /// <summary>Values only: nobody can know the value yet.</summary>
    Unknown,
}

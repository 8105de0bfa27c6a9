namespace Rampart.Protocol.Values;

/// <summary>What a <see cref="PropertyValue"/> holds.</summary>
public enum PropertyKind : byte
{
    /// <summary>No value.</summary>
    Null,

    /// <summary><c>true</c> or <c>false</c>.</summary>
    Boolean,

    /// <summary>A double, as on the wire; whole numbers are exact up to 2^53.</summary>
    Number,

    /// <summary>Text.</summary>
    String,

    /// <summary>A <see cref="PropertyList"/>.</summary>
    List,

    /// <summary>A <see cref="PropertyObject"/>.</summary>
    Object,

    /// <summary>A value that must never be shown; see <see cref="PropertyValue.Inner"/>.</summary>
    Secret,

    /// <summary>A value that preview cannot know yet.</summary>
    Unknown,

    /// <summary>A <see cref="PropertyAsset"/>.</summary>
    Asset,

    /// <summary>A <see cref="PropertyArchive"/>.</summary>
    Archive,

    /// <summary>A <see cref="ResourceReference"/>.</summary>
    Resource,

    /// <summary>A <see cref="PropertyOutput"/>.</summary>
    Output,
}

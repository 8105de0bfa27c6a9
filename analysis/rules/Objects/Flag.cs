namespace Rampart.Rules.Objects;

/// <summary>A boolean field, or whether something is there, as far as it is known.</summary>
internal enum Flag : byte
{
    Unset,
    False,
    True,
    Unknown,
}

/// <summary>Logic with answers that may be unknown.</summary>
internal static class FlagLogic
{
    /// <summary>Whether both are true: certainly not where one is false, unknown where one is unknown.</summary>
    public static Flag And(this Flag left, Flag right) =>
        left == Flag.False || right == Flag.False ? Flag.False
        : left == Flag.Unknown || right == Flag.Unknown ? Flag.Unknown
        : Flag.True;

    /// <summary>Whether one is true: certainly where one is true, unknown where one is unknown.</summary>
    public static Flag Or(this Flag left, Flag right) =>
        left == Flag.True || right == Flag.True ? Flag.True
        : left == Flag.Unknown || right == Flag.Unknown ? Flag.Unknown
        : Flag.False;
}

namespace Rampart.Rules.Objects;

/// <summary>A boolean field, or whether something is there, as far as it is known.</summary>
internal enum Flag : byte
{
    Unset,
    False,
    True,
    Unknown,
}

using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Checks;

/// <summary>What an AppArmor or seccomp profile field says.</summary>
internal enum ProfileState
{
    Unset,
    Allowed,
    Forbidden,
    Unknown,
}

/// <summary>Reads the profile fields; the same two types are allowed for AppArmor and for seccomp.</summary>
internal static class ProfileField
{
    /// <summary>A type that is allowed.</summary>
    public static readonly PropertyValue Sound = PropertyValue.From("RuntimeDefault");

    public static ProfileState Read(Field profile)
    {
        switch (profile.Presence)
        {
            case Flag.Unset:
                return ProfileState.Unset;
            case Flag.Unknown:
                return ProfileState.Unknown;
        }

        return !profile["type"].TryGetText(out string type) ? ProfileState.Unknown
            : type is "RuntimeDefault" or "Localhost" ? ProfileState.Allowed
            : ProfileState.Forbidden;
    }
}

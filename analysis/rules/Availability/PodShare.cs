using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>Reads counts and shares of pods, as in <c>maxUnavailable</c>.</summary>
internal static class PodShare
{
    /// <summary>Reads a field.</summary>
    /// <returns>Unset, true with a value, false for what the API server rejects, or unknown.</returns>
    public static Flag Read(Field field, out IntOrPercent value)
    {
        value = default;
        switch (field.Value.Kind)
        {
            case PropertyKind.Null:
                return Flag.Unset;
            case PropertyKind.Number:
                if (!field.TryGetInteger(out double number) || number is < 0 or > int.MaxValue)
                {
                    return Flag.False;
                }

                value = IntOrPercent.Count((int)number);
                return Flag.True;
            case PropertyKind.String:
                return IntOrPercent.TryParse(field.Text, out value, out _) && value.IsPercent ? Flag.True : Flag.False;
            default:
                return Flag.Unknown;
        }
    }
}

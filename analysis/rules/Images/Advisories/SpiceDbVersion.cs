using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rampart.Rules.Images.Advisories;

/// <summary>A release of SpiceDB as its tags name it: <c>v1.56.0</c>, <c>v1.56.0-debug</c>.</summary>
internal readonly record struct SpiceDbVersion(int Major, int Minor, int Patch) : IComparable<SpiceDbVersion>
{
    /// <summary>Reads a tag; what follows the three numbers after a dash does not count.</summary>
    public static bool TryParse([NotNullWhen(true)] string? tag, out SpiceDbVersion version)
    {
        version = default;
        if (tag is not ['v', ..])
        {
            return false;
        }

        ReadOnlySpan<char> rest = tag.AsSpan(1);
        int dash = rest.IndexOf('-');
        rest = dash < 0 ? rest : rest[..dash];
        int first = rest.IndexOf('.'), last = rest.LastIndexOf('.');
        if (first < 0
            || first == last
            || !TryParseNumber(rest[..first], out int major)
            || !TryParseNumber(rest[(first + 1)..last], out int minor)
            || !TryParseNumber(rest[(last + 1)..], out int patch))
        {
            return false;
        }

        version = new SpiceDbVersion(major, minor, patch);
        return true;
    }

    public static bool operator <(SpiceDbVersion left, SpiceDbVersion right) => left.CompareTo(right) < 0;

    public static bool operator >(SpiceDbVersion left, SpiceDbVersion right) => left.CompareTo(right) > 0;

    public static bool operator <=(SpiceDbVersion left, SpiceDbVersion right) => left.CompareTo(right) <= 0;

    public static bool operator >=(SpiceDbVersion left, SpiceDbVersion right) => left.CompareTo(right) >= 0;

    public int CompareTo(SpiceDbVersion other)
    {
        int order = Major.CompareTo(other.Major);
        order = order == 0 ? Minor.CompareTo(other.Minor) : order;
        return order == 0 ? Patch.CompareTo(other.Patch) : order;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"v{Major}.{Minor}.{Patch}");

    private static bool TryParseNumber(ReadOnlySpan<char> text, out int number) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}

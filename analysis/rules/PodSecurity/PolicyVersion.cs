using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Rampart.Rules.PodSecurity;

/// <summary>The Kubernetes version whose Pod Security Standards are meant: <c>v1.35</c> or <c>latest</c>.</summary>
/// <remarks>
/// The standards change with some versions. Versions above <see cref="Newest"/>, and <c>latest</c>, are evaluated as that one
/// but keep their own text. The default value is <c>v1.0</c>.
/// </remarks>
public readonly record struct PolicyVersion : IComparable<PolicyVersion>
{
    /// <summary>What a text that is no version is answered with.</summary>
    public const string Expected = "must be \"latest\" or \"v1.x\"";

    private PolicyVersion(long minor) => Minor = minor;

    /// <summary>Whatever is newest.</summary>
    public static PolicyVersion Latest => new(long.MaxValue);

    /// <summary>The newest version that changed a check, 1.37.</summary>
    public static PolicyVersion Newest => new(37);

    /// <summary>The number after <c>1.</c>; of no meaning for <see cref="Latest"/>.</summary>
    public long Minor { get; }

    /// <summary>Whether this is <see cref="Latest"/>.</summary>
    public bool IsLatest => Minor == long.MaxValue;

    /// <summary>The version <c>v1.<paramref name="minor"/></c>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The number is negative.</exception>
    public static PolicyVersion V1(int minor)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(minor);
        return new PolicyVersion(minor);
    }

    /// <summary>Reads <c>latest</c> or <c>v1.</c> with a number without leading zeros. Another text gives latest and false.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PolicyVersion version)
    {
        version = Latest;
        if (text is "latest")
        {
            return true;
        }

        if (text is null || !text.StartsWith("v1.", StringComparison.Ordinal) || (text.Length > 4 && text[3] == '0')
            || !long.TryParse(text.AsSpan(3), NumberStyles.None, CultureInfo.InvariantCulture, out long minor))
        {
            return false;
        }

        version = new PolicyVersion(minor);
        return true;
    }

    /// <summary>Whether the first version is older.</summary>
    public static bool operator <(PolicyVersion left, PolicyVersion right) => left.Minor < right.Minor;

    /// <summary>Whether the first version is newer.</summary>
    public static bool operator >(PolicyVersion left, PolicyVersion right) => left.Minor > right.Minor;

    /// <summary>Whether the first version is not newer.</summary>
    public static bool operator <=(PolicyVersion left, PolicyVersion right) => left.Minor <= right.Minor;

    /// <summary>Whether the first version is not older.</summary>
    public static bool operator >=(PolicyVersion left, PolicyVersion right) => left.Minor >= right.Minor;

    /// <inheritdoc/>
    public int CompareTo(PolicyVersion other) => Minor.CompareTo(other.Minor);

    /// <summary>The text in labels: <c>latest</c> or <c>v1.35</c>.</summary>
    public override string ToString() => IsLatest ? "latest" : "v1." + Minor.ToString(CultureInfo.InvariantCulture);
}

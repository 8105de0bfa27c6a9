using System.Globalization;
using Rampart.Cel.Libraries.Strings;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Versions;

/// <summary>A semantic version.</summary>
internal sealed class CelVersion : CelObject
{
    public static readonly CelType VersionType = CelType.Object("kubernetes.Semver");

    private string[] _prerelease = [], _build = [];

    public ulong Major { get; private init; }

    public ulong Minor { get; private init; }

    public ulong Patch { get; private init; }

    public override CelType Type => VersionType;

    /// <summary>The version in a text; a problem instead if there is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="isLenient">Whether one <c>v</c> before it, missing numbers and leading zeros are all right.</param>
    /// <param name="problem">What is wrong.</param>
    public static CelVersion? Parse(string text, bool isLenient, out string problem)
    {
        problem = "";
        if (isLenient)
        {
            text = Normalize(text, out problem);
        }

        return problem.Length == 0 ? ParseStrict(text, out problem) : null;
    }

    public int CompareTo(CelVersion other)
    {
        int order = Major.CompareTo(other.Major);
        order = order != 0 ? order : Minor.CompareTo(other.Minor);
        order = order != 0 ? order : Patch.CompareTo(other.Patch);
        return order != 0 ? order : ComparePrerelease(_prerelease, other._prerelease);
    }

    public override bool Equals(CelObject? other) => other is CelVersion version && CompareTo(version) == 0;

    public override int GetHashCode() => HashCode.Combine(Major, Minor, Patch);

    public override string ToString() =>
        $"{Major}.{Minor}.{Patch}{(_prerelease.Length == 0 ? "" : "-" + string.Join('.', _prerelease))}{(_build.Length == 0 ? "" : "+" + string.Join('.', _build))}";

    private static string Normalize(string text, out string problem)
    {
        problem = "";
        List<string> parts = [.. (text.StartsWith('v') ? text[1..] : text).Split('.', 3)];
        for (int i = 0; i < parts.Count; i++)
        {
            if (parts[i].Length > 1)
            {
                string trimmed = parts[i].TrimStart('0');
                parts[i] = trimmed.Length == 0 || !char.IsAsciiDigit(trimmed[0]) ? "0" + trimmed : trimmed;
            }
        }

        if (parts.Count < 3 && parts[^1].AsSpan().ContainsAny('+', '-'))
        {
            problem = "short version cannot contain PreRelease/Build meta data";
            return "";
        }

        while (parts.Count < 3)
        {
            parts.Add("0");
        }

        return string.Join('.', parts);
    }

    private static CelVersion? ParseStrict(string text, out string problem)
    {
        string[] parts = text.Split('.', 3);
        problem = text.Length == 0 ? "Version string empty" : parts.Length != 3 ? "No Major.Minor.Patch elements found" : "";
        if (problem.Length > 0 || !TryReadNumber(parts[0], "Major", out ulong major, out problem) || !TryReadNumber(parts[1], "Minor", out ulong minor, out problem))
        {
            return null;
        }

        (string rest, string? build) = Cut(parts[2], '+');
        (rest, string? prerelease) = Cut(rest, '-');
        if (!TryReadNumber(rest, "Patch", out ulong patch, out problem))
        {
            return null;
        }

        CelVersion version = new()
        {
            Major = major,
            Minor = minor,
            Patch = patch,
            _prerelease = prerelease?.Split('.') ?? [],
            _build = build?.Split('.') ?? [],
        };
        problem = version._prerelease.Select(CheckPrerelease).Concat(version._build.Select(CheckBuild)).FirstOrDefault(static found => found.Length > 0) ?? "";
        return problem.Length == 0 ? version : null;
    }

    private static (string Before, string? After) Cut(string text, char mark) =>
        text.IndexOf(mark, StringComparison.Ordinal) is >= 0 and int place ? (text[..place], text[(place + 1)..]) : (text, null);

    private static bool IsNumber(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool TryReadNumber(string text, string name, out ulong number, out string problem)
    {
        number = 0;
        problem = !IsNumber(text) ? $"Invalid character(s) found in {name.ToLowerInvariant()} number {CelQuote.QuoteForGo(text)}"
            : text.Length > 1 && text[0] == '0' ? $"{name} number must not contain leading zeroes {CelQuote.QuoteForGo(text)}"
            : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number) ? ""
            : $"strconv.ParseUint: parsing {CelQuote.QuoteForGo(text)}: {(text.Length == 0 ? "invalid syntax" : "value out of range")}";
        return problem.Length == 0;
    }

    private static bool IsName(string text) => text.All(static unit => char.IsAsciiLetterOrDigit(unit) || unit == '-');

    private static string CheckPrerelease(string text) =>
        text.Length == 0 ? "Prerelease is empty"
        : !IsNumber(text) ? IsName(text) ? "" : $"Invalid character(s) found in prerelease {CelQuote.QuoteForGo(text)}"
        : text.Length > 1 && text[0] == '0' ? $"Numeric PreRelease version must not contain leading zeroes {CelQuote.QuoteForGo(text)}"
        : ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out _) ? ""
        : $"strconv.ParseUint: parsing {CelQuote.QuoteForGo(text)}: value out of range";

    private static string CheckBuild(string text) =>
        text.Length == 0 ? "Build meta data is empty" : IsName(text) ? "" : $"Invalid character(s) found in build meta data {CelQuote.QuoteForGo(text)}";

    private static int ComparePrerelease(string[] left, string[] right)
    {
        if (left.Length == 0 || right.Length == 0)
        {
            return right.Length.CompareTo(left.Length) switch { 0 => 0, > 0 => 1, _ => -1 };
        }

        for (int i = 0; i < Math.Min(left.Length, right.Length); i++)
        {
            bool isNumber = IsNumber(left[i]), isOtherNumber = IsNumber(right[i]);
            int order = isNumber && isOtherNumber
                ? ulong.Parse(left[i], CultureInfo.InvariantCulture).CompareTo(ulong.Parse(right[i], CultureInfo.InvariantCulture))
                : isNumber ? -1 : isOtherNumber ? 1 : Math.Sign(string.CompareOrdinal(left[i], right[i]));
            if (order != 0)
            {
                return order;
            }
        }

        return left.Length.CompareTo(right.Length);
    }
}

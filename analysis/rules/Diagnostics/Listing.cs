namespace Rampart.Rules.Diagnostics;

/// <summary>Names in a sentence.</summary>
public static class Listing
{
    /// <summary>Names of which all are meant: <c>a, b and c</c>.</summary>
    /// <param name="names">The names, one at least.</param>
    public static string And(IReadOnlyList<string> names) => Join(names, " and ");

    /// <summary>Names of which one is meant: <c>a, b or c</c>.</summary>
    /// <param name="names">The names, one at least.</param>
    public static string Or(IReadOnlyList<string> names) => Join(names, " or ");

    private static string Join(IReadOnlyList<string> names, string last)
    {
        ArgumentNullException.ThrowIfNull(names);
        return names.Count == 1 ? names[0] : string.Join(", ", names.Take(names.Count - 1)) + last + names[^1];
    }
}

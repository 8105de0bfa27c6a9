namespace Rampart.Plan.Configuration;

/// <summary>Names in a sentence.</summary>
internal static class Listing
{
    public static string And(List<string> names) => Join(names, " and ");

    public static string Or(List<string> names) => Join(names, " or ");

    private static string Join(List<string> names, string last) =>
        names.Count == 1 ? names[0] : string.Join(", ", names.GetRange(0, names.Count - 1)) + last + names[^1];
}

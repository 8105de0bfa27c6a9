using Rampart.Cel.Functions;
using Rampart.Cel.Patterns;
using Rampart.Cel.Types;

namespace Rampart.Cel.Libraries.Searches;

/// <summary>What a regular expression finds in a text.</summary>
internal static class SearchLibrary
{
    private static readonly CelType Text = CelType.String, Texts = CelType.List(CelType.String);

    public static readonly CelLibrary Library = new()
    {
        Name = "kubernetes.regex",
        Functions =
        [
            new("find", Overload.Method("string_find_string", Text, Text, Text, CelRegex.Find)) { Cost = Costs.Match, Estimate = Estimates.Find, PatternArgument = 1, Mismatch = CelMismatch.Short },
            new(
                "findAll",
                Overload.Method("string_find_all_string", Text, Text, Texts, static (text, pattern) => CelRegex.FindAll(text, pattern, -1)),
                Overload.Method("string_find_all_string_int", [Text, Text, CelType.Int], Texts, static values => CelRegex.FindAll(values[0], values[1], values[2].AsInt())))
            {
                Cost = Costs.Match,
                Estimate = Estimates.Find,
                PatternArgument = 1,
                Mismatch = CelMismatch.Short,
            },
        ],
    };
}

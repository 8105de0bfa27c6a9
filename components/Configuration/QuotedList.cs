using Rampart.Rules.Diagnostics;

namespace Rampart.Components.Configuration;

/// <summary>Words of which one is meant, each in quotes: <c>'a', 'b' or 'c'</c>.</summary>
internal static class QuotedList
{
    public static string Or(IReadOnlyList<string> words)
        => words.Count == 0 ? "nothing" : Listing.Or([.. words.Select(static word => $"'{word}'")]);
}

using System.Text;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Catalogue;

/// <summary>All numbers of the product: of rules, of other diagnostics, and those that are retired.</summary>
public static class DiagnosticCatalogue
{
    private const int MostSuggestions = 5;
    private const int LeastOfPart = 4;

    private static readonly CatalogueEntry[] Entries =
    [
        .. RuleCatalogue.All.Select(CatalogueEntry.Of)
            .Concat(DiagnosticDescriptions.All.Select(CatalogueEntry.Of))
            .Concat(RetiredDiagnostic.All.Select(CatalogueEntry.Of))
            .OrderBy(static entry => entry.Id, StringComparer.Ordinal),
    ];

    /// <summary>The entries in the order of their numbers.</summary>
    public static IReadOnlyList<CatalogueEntry> All => Entries;

    /// <summary>The entry of a number; null when there is none.</summary>
    public static CatalogueEntry? Find(string id) => Array.Find(Entries, entry => entry.Id == id);

    /// <summary>
    /// The entries that somebody may mean: by number, by name, or by the id of another tool, with or without the tool, in any case and
    /// with or without hyphens, underscores and leading zeros: <c>rmp1017</c>, <c>run-as-non-root</c>, <c>KSV012</c>, <c>AVD-KSV-0012</c>,
    /// <c>checkov:ckv_k8s_6</c>, <c>cis:5.2.7</c>.
    /// </summary>
    /// <param name="text">What somebody wrote.</param>
    /// <returns>In the order of their numbers; empty when there is none.</returns>
    public static IReadOnlyList<CatalogueEntry> Search(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int colon = text.IndexOf(':', StringComparison.Ordinal);
        string tool = colon < 0 ? "" : Plain(text[..colon]), id = Plain(text[(colon + 1)..]);
        return id.Length == 0 ? [] : Array.FindAll(Entries, entry => tool.Length == 0 && IsCalled(entry, id) || entry.OtherIds.Concat(PointsOf(entry)).Any(other => IsOther(other, tool, id)));
    }

    /// <summary>What somebody may have meant whose text finds nothing: the nearest number, name or id, else names that contain the text.</summary>
    /// <returns>Up to five; empty when nothing is near.</returns>
    public static IReadOnlyList<string> Suggest(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string id = IdOf(text);
        string? nearest = SpellingSuggestion.Find(id, Entries.SelectMany(static entry => new[] { entry.Id, entry.Name }).Where(static name => name.Length > 0))
            ?? SpellingSuggestion.Find(id, Entries.SelectMany(static entry => entry.OtherIds.Select(IdOf)));
        if (nearest is not null)
        {
            return [nearest];
        }

        string part = Plain(text);
        return part.Length < LeastOfPart ? [] : [.. Entries.Where(entry => Plain(entry.Name).Contains(part, StringComparison.Ordinal)).Take(MostSuggestions).Select(static entry => entry.Name)];
    }

    private static bool IsCalled(CatalogueEntry entry, string id) => Plain(entry.Id) is var number && (number == id || number[3..] == id) || Plain(entry.Name) == id;

    private static IEnumerable<string> PointsOf(CatalogueEntry entry) => entry.Cis.Select(static point => "cis:" + point);

    private static bool IsOther(string other, string tool, string id)
    {
        int colon = other.IndexOf(':', StringComparison.Ordinal);
        return (tool.Length == 0 || Plain(other[..colon]) == tool) && Plain(other[(colon + 1)..]) == id;
    }

    private static string IdOf(string other) => other[(other.IndexOf(':', StringComparison.Ordinal) + 1)..];

    // Small letters and digits only, numbers without leading zeros, dots between numbers, and without the prefix of Aqua's database.
    private static string Plain(string text)
    {
        StringBuilder plain = new(text.Length);
        for (int i = 0; i < text.Length; i++)
        {
            char next = text[i];
            bool isInNumber = plain.Length > 0 && char.IsAsciiDigit(plain[^1]);
            bool isBeforeDigit = i + 1 < text.Length && char.IsAsciiDigit(text[i + 1]);
            if (char.IsAsciiLetter(next) || (char.IsAsciiDigit(next) && (next != '0' || isInNumber || !isBeforeDigit)))
            {
                plain.Append(char.ToLowerInvariant(next));
            }
            else if (isInNumber && isBeforeDigit && !char.IsAsciiDigit(next))
            {
                plain.Append('.');
            }
        }

        return plain.ToString() is var result && result.StartsWith("avdksv", StringComparison.Ordinal) ? result[3..] : result;
    }
}

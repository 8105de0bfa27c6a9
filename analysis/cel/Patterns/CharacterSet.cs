using System.Collections.Concurrent;
using System.Globalization;
using System.Text;

namespace Rampart.Cel.Patterns;

/// <summary>A set of code points.</summary>
internal sealed class CharacterSet
{
    public const int Last = 0x10FFFF;

    // Beyond these there are no letters with several cases that anybody writes in a policy.
    private const int LastFolded = 0xFFFF;

    // What is one letter but for its case: Σ, σ and ς.
    private static readonly Lazy<ILookup<int, int>> Cases = new(static () => Enumerable.Range(0, LastFolded + 1)
        .Where(static code => Fold(code) != code || (Rune.IsValid(code) && Rune.ToLowerInvariant(new Rune(code)).Value != code))
        .ToLookup(Fold));

    // Reading a category looks at all code points.
    private static readonly ConcurrentDictionary<string, CharacterSet?> Categories = new(StringComparer.Ordinal);

    private readonly (int From, int To)[] _ranges;
    private readonly ulong _ascii0, _ascii1;

    private CharacterSet((int From, int To)[] ranges)
    {
        _ranges = ranges;
        for (int code = 0; code < 128; code++)
        {
            if (Search(code))
            {
                if (code < 64)
                {
                    _ascii0 |= 1UL << code;
                }
                else
                {
                    _ascii1 |= 1UL << (code - 64);
                }
            }
        }
    }

    public IReadOnlyList<(int From, int To)> Ranges => _ranges;

    public static CharacterSet Of(params IEnumerable<(int From, int To)> ranges)
    {
        List<(int From, int To)> merged = [];
        foreach ((int from, int to) in ranges.OrderBy(static range => range.From))
        {
            if (merged.Count > 0 && from <= merged[^1].To + 1)
            {
                merged[^1] = (merged[^1].From, Math.Max(merged[^1].To, to));
            }
            else
            {
                merged.Add((from, to));
            }
        }

        return new CharacterSet([.. merged]);
    }

    /// <summary>Everything else.</summary>
    public CharacterSet Negate()
    {
        List<(int From, int To)> others = [];
        int next = 0;
        foreach ((int from, int to) in _ranges)
        {
            if (next < from)
            {
                others.Add((next, from - 1));
            }

            next = to + 1;
        }

        if (next <= Last)
        {
            others.Add((next, Last));
        }

        return new CharacterSet([.. others]);
    }

    /// <summary>The set with the other cases of each of its letters.</summary>
    public CharacterSet FoldCase()
    {
        List<(int From, int To)> folded = [.. _ranges];
        foreach ((int from, int to) in _ranges)
        {
            for (int code = from; code <= Math.Min(to, LastFolded); code++)
            {
                foreach (int other in Cases.Value[Fold(code)])
                {
                    folded.Add((other, other));
                }
            }
        }

        return Of(folded);
    }

    public bool Contains(int code)
    {
        if (code < 64)
        {
            return (_ascii0 >> code & 1) != 0;
        }

        return code < 128 ? (_ascii1 >> (code - 64) & 1) != 0 : Search(code);
    }

    /// <summary>A general category of Unicode, such as <c>L</c> or <c>Lu</c>; null if there is none of that name.</summary>
    public static CharacterSet? Category(string name)
    {
        if (name == "Any")
        {
            return Of((0, Last));
        }

        return Scripts.Find(name) ?? Categories.GetOrAdd(name, ReadCategory);
    }

    private static CharacterSet? ReadCategory(string name)
    {
        if (name.Length is < 1 or > 2 || !Enum.GetValues<UnicodeCategory>().Any(category => Short(category).StartsWith(name, StringComparison.Ordinal)))
        {
            return null;
        }

        HashSet<UnicodeCategory> wanted = [.. Enum.GetValues<UnicodeCategory>().Where(category => Short(category).StartsWith(name, StringComparison.Ordinal))];
        List<(int From, int To)> ranges = [];
        for (int code = 0; code <= Last; code++)
        {
            if (wanted.Contains(CharUnicodeInfo.GetUnicodeCategory(code)))
            {
                if (ranges.Count > 0 && ranges[^1].To == code - 1)
                {
                    ranges[^1] = (ranges[^1].From, code);
                }
                else
                {
                    ranges.Add((code, code));
                }
            }
        }

        return new CharacterSet([.. ranges]);
    }

    private static int Fold(int code) => code switch
    {
        0x17F => 'S',
        0x212A => 'K',
        0x212B => 0xC5,
        _ => Rune.IsValid(code) ? Rune.ToUpperInvariant(new Rune(code)).Value : code,
    };

    private static string Short(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.TitlecaseLetter => "Lt",
        UnicodeCategory.ModifierLetter => "Lm",
        UnicodeCategory.OtherLetter => "Lo",
        UnicodeCategory.NonSpacingMark => "Mn",
        UnicodeCategory.SpacingCombiningMark => "Mc",
        UnicodeCategory.EnclosingMark => "Me",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber => "Nl",
        UnicodeCategory.OtherNumber => "No",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.LineSeparator => "Zl",
        UnicodeCategory.ParagraphSeparator => "Zp",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.Format => "Cf",
        UnicodeCategory.Surrogate => "Cs",
        UnicodeCategory.PrivateUse => "Co",
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.InitialQuotePunctuation => "Pi",
        UnicodeCategory.FinalQuotePunctuation => "Pf",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        UnicodeCategory.OtherSymbol => "So",
        _ => "-",
    };

    private bool Search(int code)
    {
        int low = 0, high = _ranges.Length - 1;
        while (low <= high)
        {
            int middle = (low + high) >>> 1;
            if (code < _ranges[middle].From)
            {
                high = middle - 1;
            }
            else if (code > _ranges[middle].To)
            {
                low = middle + 1;
            }
            else
            {
                return true;
            }
        }

        return false;
    }
}

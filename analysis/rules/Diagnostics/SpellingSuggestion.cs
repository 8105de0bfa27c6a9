namespace Rampart.Rules.Diagnostics;

/// <summary>Finds what a misspelt word was meant to be.</summary>
public static class SpellingSuggestion
{
    /// <summary>The candidate nearest to a word; of several equally near ones the ordinally first; null when none is near.</summary>
    /// <remarks>Near is: one slip for every three letters, at least one and at most three. A slip is a letter too many, too few, wrong, or swapped with its neighbour; case does not count.</remarks>
    public static string? Find(string word, IEnumerable<string> candidates)
    {
        ArgumentNullException.ThrowIfNull(word);
        ArgumentNullException.ThrowIfNull(candidates);
        int allowed = Math.Clamp(word.Length / 3, 1, 3);
        string? best = null;
        int bestDistance = allowed + 1;
        foreach (string candidate in candidates)
        {
            if (Math.Abs(candidate.Length - word.Length) > allowed)
            {
                continue;
            }

            int distance = Distance(word, candidate);
            if (distance < bestDistance || (distance == bestDistance && best is not null && string.CompareOrdinal(candidate, best) < 0))
            {
                best = candidate;
                bestDistance = distance;
            }
        }

        return best;
    }

    private static int Distance(string left, string right)
    {
        int[] beforePrevious = new int[right.Length + 1], previous = new int[right.Length + 1], current = new int[right.Length + 1];
        for (int j = 0; j <= right.Length; j++)
        {
            previous[j] = j;
        }

        for (int i = 1; i <= left.Length; i++)
        {
            current[0] = i;
            for (int j = 1; j <= right.Length; j++)
            {
                int replaced = previous[j - 1] + (Same(left[i - 1], right[j - 1]) ? 0 : 1);
                current[j] = Math.Min(replaced, Math.Min(previous[j], current[j - 1]) + 1);
                if (i > 1 && j > 1 && Same(left[i - 1], right[j - 2]) && Same(left[i - 2], right[j - 1]))
                {
                    current[j] = Math.Min(current[j], beforePrevious[j - 2] + 1);
                }
            }

            (beforePrevious, previous, current) = (previous, current, beforePrevious);
        }

        return previous[right.Length];
    }

    private static bool Same(char left, char right) => char.ToLowerInvariant(left) == char.ToLowerInvariant(right);
}

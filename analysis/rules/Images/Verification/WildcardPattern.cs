namespace Rampart.Rules.Images.Verification;

/// <summary>Compares a text with a pattern of stars and question marks.</summary>
internal static class WildcardPattern
{
    /// <summary>Whether the whole text is what the pattern says.</summary>
    /// <param name="pattern"><c>*</c> is any run of characters, <c>?</c> is one; all else is itself.</param>
    /// <param name="text">The text.</param>
    /// <param name="starStopsAtSlash">Whether one star stops at a slash, and only two cross it.</param>
    public static bool Matches(ReadOnlySpan<char> pattern, ReadOnlySpan<char> text, bool starStopsAtSlash)
    {
        // Row by row over the pattern: whether what was read so far can end before each character of the text. Stars cost no
        // more than letters, however many there are.
        bool[] reached = new bool[text.Length + 1];
        reached[0] = true;
        for (int i = 0; i < pattern.Length; i++)
        {
            if (pattern[i] != '*')
            {
                Step(reached, text, pattern[i]);
                continue;
            }

            bool crosses = !starStopsAtSlash;
            while (i + 1 < pattern.Length && pattern[i + 1] == '*')
            {
                crosses = true;
                i++;
            }

            for (int end = 1; end < reached.Length; end++)
            {
                reached[end] |= reached[end - 1] && (crosses || text[end - 1] != '/');
            }
        }

        return reached[^1];
    }

    private static void Step(bool[] reached, ReadOnlySpan<char> text, char expected)
    {
        for (int end = reached.Length - 1; end > 0; end--)
        {
            reached[end] = reached[end - 1] && (expected == '?' || text[end - 1] == expected);
        }

        reached[0] = false;
    }
}

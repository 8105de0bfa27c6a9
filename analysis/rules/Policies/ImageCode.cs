namespace Rampart.Rules.Policies;

/// <summary>Tells whether the code of a policy (CEL or Rego) is about images.</summary>
internal static class ImageCode
{
    private const string Image = "image";

    // Policies about anything let containers off by their images: exemptImages, is_exempt, _matches_exemption.
    private const string Exemption = "exempt";

    /// <summary>Whether the code reads images for something else than to let containers off.</summary>
    public static bool IsRead(string code)
    {
        int depth = 0;
        bool isExemption = false;
        foreach (ReadOnlySpan<char> raw in code.AsSpan().EnumerateLines())
        {
            ReadOnlySpan<char> line = raw.Trim();
            if (line.StartsWith('#'))
            {
                continue;
            }

            if (depth == 0)
            {
                isExemption = Names(line[..WordEnd(line, 0)], Exemption);
            }

            if (!isExemption && ReadsImage(line))
            {
                return true;
            }

            depth = Math.Max(0, depth + line.Count('{') - line.Count('}'));
        }

        return false;
    }

    private static bool ReadsImage(ReadOnlySpan<char> line)
    {
        for (int at = 0; at < line.Length;)
        {
            int end = WordEnd(line, at);
            if (Names(line[at..end], Image) && !Names(line[at..end], Exemption))
            {
                return true;
            }

            at = end + 1;
        }

        return false;
    }

    private static int WordEnd(ReadOnlySpan<char> line, int start)
    {
        int end = start;
        while (end < line.Length && (char.IsAsciiLetterOrDigit(line[end]) || line[end] == '_'))
        {
            end++;
        }

        return end;
    }

    private static bool Names(ReadOnlySpan<char> word, string what) => word.Contains(what, StringComparison.OrdinalIgnoreCase);
}

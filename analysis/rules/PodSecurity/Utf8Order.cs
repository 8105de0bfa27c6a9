namespace Rampart.Rules.PodSecurity;

/// <summary>The order of strings by their UTF-8 bytes, in which Go sorts; UTF-16 differs above U+D800.</summary>
internal sealed class Utf8Order : IComparer<string>
{
    public static readonly Utf8Order Instance = new();

    public int Compare(string? x, string? y)
    {
        ReadOnlySpan<char> left = x, right = y;
        int common = left.CommonPrefixLength(right);
        return common == left.Length || common == right.Length
            ? left.Length.CompareTo(right.Length)
            : Rank(left[common]).CompareTo(Rank(right[common]));
    }

    // Surrogates encode the code points above all others.
    private static int Rank(char character) => char.IsSurrogate(character) ? character + 0x10000 : character;
}

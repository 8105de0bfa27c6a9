namespace Rampart.Plan.Yaml;

/// <summary>Short texts that were read before, so that many documents of the same words need the memory of one.</summary>
/// <remarks>A text that hashes to the place of another takes it: the pool never grows, and a miss costs no more than without it.</remarks>
internal sealed class TextPool
{
    private const int Size = 2048;
    private const int MaxLength = 64;

    private readonly string?[] _texts = new string?[Size];

    /// <summary>The text as a string.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            return text.ToString();
        }

        uint hash = (uint)text.Length;
        foreach (char c in text)
        {
            hash = (hash * 31) + c;
        }

        ref string? known = ref _texts[(hash ^ (hash >> 15)) % Size];
        if (known is null || !text.SequenceEqual(known))
        {
            known = text.ToString();
        }

        return known;
    }
}

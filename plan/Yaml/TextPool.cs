using System.Numerics;

namespace Rampart.Plan.Yaml;

/// <summary>Short texts that were read before, so that many documents of the same words need the memory of one.</summary>
/// <remarks>A text that hashes to the place of another takes it: the pool never grows, and a miss costs no more than without it.</remarks>
internal sealed class TextPool
{
    private const int Size = 2048;
    private const int MaxLength = 64;

    // That of the golden ratio, which spreads.
    private const uint Multiplier = 0x9E3779B9;

    private readonly string?[] _texts = new string?[Size];

    /// <summary>The text as a string.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > MaxLength)
        {
            return text.ToString();
        }

        // Two characters at a time.
        uint hash = (uint)text.Length;
        int i = 1;
        for (; i < text.Length; i += 2)
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ (text[i - 1] | ((uint)text[i] << 16))) * Multiplier;
        }

        if (i == text.Length)
        {
            hash = (BitOperations.RotateLeft(hash, 5) ^ text[i - 1]) * Multiplier;
        }

        ref string? known = ref _texts[(hash ^ (hash >> 16)) % Size];
        if (known is null || !text.SequenceEqual(known))
        {
            known = text.ToString();
        }

        return known;
    }
}

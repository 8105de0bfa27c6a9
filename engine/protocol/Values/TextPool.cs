using System.Numerics;

namespace Rampart.Protocol.Values;

/// <summary>Texts that were asked for before, so that many values of the same words need the memory of one.</summary>
/// <remarks>A text that hashes to the place of another takes it: the pool never grows, and a miss costs no more than without it. One thread uses it.</remarks>
/// <param name="maxLength">The longest text that is kept, in characters.</param>
public sealed class TextPool(int maxLength = TextPool.DefaultMaxLength)
{
    /// <summary>The longest text that is kept unless somebody says otherwise: longer ones are hardly there twice.</summary>
    public const int DefaultMaxLength = 64;

    private const int Size = 2048;

    // That of the golden ratio, which spreads.
    private const uint Multiplier = 0x9E3779B9;

    private readonly string?[] _texts = new string?[Size];

    /// <summary>The text as a string.</summary>
    public string Get(ReadOnlySpan<char> text)
    {
        if (text.Length > maxLength)
        {
            return text.ToString();
        }

        ref string? known = ref _texts[PlaceOf(text)];
        return known is not null && text.SequenceEqual(known) ? known : known = text.ToString();
    }

    /// <summary>The same text, as the string that was asked for before if there is one.</summary>
    public string Get(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > maxLength)
        {
            return text;
        }

        ref string? known = ref _texts[PlaceOf(text)];
        return known == text ? known : known = text;
    }

    // Two characters at a time.
    private static int PlaceOf(ReadOnlySpan<char> text)
    {
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

        return (int)((hash ^ (hash >> 16)) % Size);
    }
}

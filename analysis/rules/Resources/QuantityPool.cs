namespace Rampart.Rules.Resources;

/// <summary>Quantities that were read before: many objects use the same few, and several rules read each.</summary>
internal static class QuantityPool
{
    private const int Size = 256;
    private const int LongestKept = 16;

    // A new one replaces another in the same slot. Threads may do so at the same time.
    private static readonly Known?[] Quantities = new Known?[Size];

    /// <summary>As <see cref="Quantity.TryParse(string?, out Quantity)"/>.</summary>
    public static bool TryParse(string text, out Quantity quantity)
    {
        if (text.Length is 0 or > LongestKept)
        {
            return Quantity.TryParse(text, out quantity);
        }

        ref Known? known = ref Quantities[(uint)((((text.Length * 31) + text[0]) * 31) + text[text.Length / 2] + (text[^1] * 7)) % Size];
        Known? found = known;
        if (found is null || found.Text != text)
        {
            found = new Known(text, Quantity.TryParse(text, out Quantity read), read);
            known = found;
        }

        quantity = found.Quantity;
        return found.IsValid;
    }

    private sealed record Known(string Text, bool IsValid, Quantity Quantity);
}

using System.Globalization;

namespace Rampart.Rules.Diagnostics;

/// <summary>Where texts of findings are put together, one behind the other.</summary>
internal sealed class FindingTextBuffer
{
    private const int LongestNumber = 11;

    private char[] _characters = new char[1024];

    /// <summary>How much there is.</summary>
    public int Length { get; private set; }

    /// <summary>Empties it.</summary>
    public void Clear() => Length = 0;

    public ReadOnlySpan<char> Slice(int start, int end) => _characters.AsSpan(start, end - start);

    public void Append(string? text)
    {
        if (text is not null)
        {
            Append(text.AsSpan());
        }
    }

    public void Append(ReadOnlySpan<char> text)
    {
        Reserve(text.Length);
        text.CopyTo(_characters.AsSpan(Length));
        Length += text.Length;
    }

    public void Append(int number)
    {
        Reserve(LongestNumber);
        _ = number.TryFormat(_characters.AsSpan(Length), out int written, provider: CultureInfo.InvariantCulture);
        Length += written;
    }

    private void Reserve(int length)
    {
        if (Length + length > _characters.Length)
        {
            Array.Resize(ref _characters, Math.Max(2 * _characters.Length, Length + length));
        }
    }
}

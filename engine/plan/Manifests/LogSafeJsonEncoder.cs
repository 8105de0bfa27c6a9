using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;

namespace Rampart.Plan.Manifests;

/// <summary>
/// Escapes in JSON what a terminal or a build service may take for a command: characters that nobody sees, such as U+202E, and the
/// signs of <c>##vso[</c>. A reader of the JSON gets the same texts.
/// </summary>
/// <param name="inner">What is to be escaped besides.</param>
public sealed unsafe class LogSafeJsonEncoder(JavaScriptEncoder inner) : JavaScriptEncoder
{
    /// <inheritdoc/>
    public override int MaxOutputCharactersPerInputCharacter => inner.MaxOutputCharactersPerInputCharacter;

    /// <inheritdoc/>
    public override int FindFirstCharacterToEncode(char* text, int textLength)
    {
        int first = inner.FindFirstCharacterToEncode(text, textLength);
        ReadOnlySpan<char> rest = new(text, first < 0 ? textLength : first);
        int found = rest.IndexOf("##", StringComparison.Ordinal);
        for (int i = rest.IndexOfAnyExceptInRange(' ', '~'); i >= 0 && i < rest.Length && (found < 0 || i < found);)
        {
            _ = Rune.DecodeFromUtf16(rest[i..], out Rune character, out int length);
            if (IsUnseen(character))
            {
                found = i;
            }

            i += length;
        }

        return found < 0 ? first : found;
    }

    /// <inheritdoc/>
    public override bool TryEncodeUnicodeScalar(int unicodeScalar, char* buffer, int bufferLength, out int numberOfCharactersWritten)
    {
        if (inner.WillEncode(unicodeScalar))
        {
            return inner.TryEncodeUnicodeScalar(unicodeScalar, buffer, bufferLength, out numberOfCharactersWritten);
        }

        Span<char> halves = stackalloc char[2];
        int count = new Rune(unicodeScalar).EncodeToUtf16(halves);
        numberOfCharactersWritten = 0;
        if (bufferLength < count * 6)
        {
            return false;
        }

        foreach (char half in halves[..count])
        {
            new Span<char>(buffer + numberOfCharactersWritten, 6).TryWrite(CultureInfo.InvariantCulture, $"\\u{(int)half:X4}", out int written);
            numberOfCharactersWritten += written;
        }

        return true;
    }

    /// <inheritdoc/>
    public override bool WillEncode(int unicodeScalar) =>
        unicodeScalar == '#' || inner.WillEncode(unicodeScalar) || (unicodeScalar > 0x7F && IsUnseen(new Rune(unicodeScalar)));

    private static bool IsUnseen(Rune character) => Rune.GetUnicodeCategory(character) == UnicodeCategory.Format;
}

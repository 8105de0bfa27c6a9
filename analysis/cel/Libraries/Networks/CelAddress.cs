using System.Globalization;
using System.Text;
using Rampart.Cel.Libraries.Strings;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Networks;

/// <summary>An IP address of 4 or 16 bytes.</summary>
internal sealed class CelAddress(byte[] bytes) : CelObject
{
    public static readonly CelType AddressType = CelType.Object("net.IP");

    public byte[] Bytes => bytes;

    public bool IsVersion4 => bytes.Length == 4;

    public override CelType Type => AddressType;

    public override long Size => bytes.Length;

    public bool IsUnspecified => !bytes.AsSpan().ContainsAnyExcept((byte)0);

    public bool IsLoopback => IsVersion4 ? bytes[0] == 127 : bytes[15] == 1 && !bytes.AsSpan(0, 15).ContainsAnyExcept((byte)0);

    public bool IsMulticast => IsVersion4 ? (bytes[0] & 0xF0) == 0xE0 : bytes[0] == 0xFF;

    public bool IsLinkLocalMulticast => IsVersion4 ? bytes[0] == 224 && bytes[1] == 0 && bytes[2] == 0 : bytes[0] == 0xFF && (bytes[1] & 0x0F) == 2;

    public bool IsLinkLocalUnicast => IsVersion4 ? bytes[0] == 169 && bytes[1] == 254 : bytes[0] == 0xFE && (bytes[1] & 0xC0) == 0x80;

    /// <summary>As Go means it: addresses of private networks are global, too.</summary>
    public bool IsGlobalUnicast =>
        !IsUnspecified && !IsLoopback && !IsMulticast && !IsLinkLocalUnicast && !(IsVersion4 && !bytes.AsSpan().ContainsAnyExcept((byte)255));

    public bool IsMapped => !IsVersion4 && bytes[10] == 0xFF && bytes[11] == 0xFF && !bytes.AsSpan(0, 10).ContainsAnyExcept((byte)0);

    /// <summary>The address in a text; a problem instead if there is none, or one that Kubernetes does not allow.</summary>
    public static CelAddress? Parse(string text, out string problem)
    {
        if (AddressParser.Parse(text, out string zone, out problem) is not { } address)
        {
            problem = $"IP Address {CelQuote.QuoteForGo(text)} parse error during conversion from string: {problem}";
            return null;
        }

        problem = zone.Length > 0 ? $"IP address {CelQuote.QuoteForGo(text)} with zone value is not allowed"
            : address.IsMapped ? $"IPv4-mapped IPv6 address {CelQuote.QuoteForGo(text)} is not allowed"
            : "";
        return problem.Length == 0 ? address : null;
    }

    public override bool Equals(CelObject? other) => other is CelAddress address && bytes.AsSpan().SequenceEqual(address.Bytes);

    public override int GetHashCode() => BitConverter.ToInt32(bytes);

    /// <summary>The canonical text.</summary>
    public override string ToString()
    {
        if (IsVersion4)
        {
            return string.Join('.', bytes);
        }

        // The longest run of two or more zero groups is left out.
        int bestStart = -1, bestLength = 1;
        for (int i = 0; i < 8; i++)
        {
            int length = 0;
            while (i + length < 8 && Group(i + length) == 0)
            {
                length++;
            }

            if (length > bestLength)
            {
                (bestStart, bestLength) = (i, length);
            }

            i += Math.Max(0, length - 1);
        }

        StringBuilder text = new();
        for (int i = 0; i < 8; i++)
        {
            if (i == bestStart)
            {
                text.Append("::");
                i += bestLength - 1;
                continue;
            }

            if (text.Length > 0 && text[^1] != ':')
            {
                text.Append(':');
            }

            text.Append(Group(i).ToString("x", CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private int Group(int index) => (bytes[2 * index] << 8) | bytes[(2 * index) + 1];
}

using System.Globalization;
using Rampart.Cel.Libraries.Strings;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Networks;

/// <summary>A network: an address and how many of its bits count. The other bits may be set.</summary>
internal sealed class CelPrefix(CelAddress address, int bits) : CelObject
{
    public static readonly CelType PrefixType = CelType.Object("net.CIDR");

    public CelAddress Address => address;

    public int Bits => bits;

    public override CelType Type => PrefixType;

    public override long Size => (bits + 7) / 8;

    /// <summary>The network in a text; a problem instead if there is none.</summary>
    public static CelPrefix? Parse(string text, out string problem)
    {
        const string Conversion = "network address parse error during conversion from string: ";
        int slash = text.LastIndexOf('/');
        CelAddress? address = null;
        int bits = 0;
        string zone = "";
        problem = "no '/'";
        if (slash >= 0 && (address = AddressParser.Parse(text[..slash], out zone, out problem)) is not null)
        {
            problem = zone.Length > 0 ? "IPv6 zones cannot be present in a prefix" : ReadBits(text[(slash + 1)..], address.IsVersion4 ? 32 : 128, out bits);
        }

        if (address is null || problem.Length > 0)
        {
            problem = $"{Conversion}{Conversion}netip.ParsePrefix({CelQuote.QuoteForGo(text)}): {problem}";
            return null;
        }

        problem = address.IsMapped ? $"{Conversion}IPv4-mapped IPv6 address {CelQuote.QuoteForGo(text)} is not allowed" : "";
        return problem.Length == 0 ? new CelPrefix(address, bits) : null;
    }

    /// <summary>The same network without the bits that do not count.</summary>
    public CelPrefix Masked()
    {
        byte[] bytes = [.. address.Bytes];
        for (int i = 0; i < bytes.Length; i++)
        {
            int counting = Math.Clamp(bits - (8 * i), 0, 8);
            bytes[i] &= (byte)(0xFF << (8 - counting));
        }

        return new CelPrefix(new CelAddress(bytes), bits);
    }

    public bool Contains(CelAddress other) => other.IsVersion4 == address.IsVersion4 && SharesBits(other, bits);

    public bool Contains(CelPrefix other) =>
        other.Address.IsVersion4 == address.IsVersion4 && bits <= other.Bits && SharesBits(other.Address, bits);

    public override bool Equals(CelObject? other) => other is CelPrefix prefix && bits == prefix.Bits && address.Equals(prefix.Address);

    public override int GetHashCode() => HashCode.Combine(address, bits);

    public override string ToString() => $"{address}/{bits.ToString(CultureInfo.InvariantCulture)}";

    private bool SharesBits(CelAddress other, int count)
    {
        for (int i = 0; i < count; i++)
        {
            int mask = 0x80 >> (i % 8);
            if ((address.Bytes[i / 8] & mask) != (other.Bytes[i / 8] & mask))
            {
                return false;
            }
        }

        return true;
    }

    private static string ReadBits(string text, int limit, out int bits)
    {
        bits = 0;
        if ((text.Length > 1 && text[0] is < '1' or > '9') || !int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out bits))
        {
            return $"bad bits after slash: {CelQuote.QuoteForGo(text)}";
        }

        return bits < 0 || bits > limit ? "prefix length out of range" : "";
    }
}

using System.Net;

namespace Rampart.Rules.Objects.Values;

/// <summary>Blocks of IP addresses, as network policies name them.</summary>
public static class AddressBlock
{
    /// <summary>What a block is, for a message.</summary>
    public const string Form = "an address block such as '10.0.0.0/16' or 'fd00::/64'";

    /// <summary>Whether a text is a block: no bits beyond the prefix, no leading zeros, no IPv4 address in an IPv6 one.</summary>
    public static bool Is(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        int slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0
            && IPNetwork.TryParse(text, out IPNetwork block)
            && IPAddress.TryParse(text.AsSpan(0, slash), out IPAddress? address)
            && address.Equals(block.BaseAddress)
            && !address.IsIPv4MappedToIPv6
            && (text.Contains(':') || text == block.ToString());
    }
}

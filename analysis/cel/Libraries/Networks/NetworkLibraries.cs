using Rampart.Cel.Functions;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Networks;

/// <summary>IP addresses and networks.</summary>
internal static class NetworkLibraries
{
    private static readonly CelType Ip = CelAddress.AddressType, Cidr = CelPrefix.PrefixType;

    public static readonly CelLibrary Addresses = new()
    {
        Name = "kubernetes.net.ip",
        Types = [Ip],
        Functions =
        [
            new("ip", Overload.Global("string_to_ip", CelType.String, Ip, ToAddress, cost: Costs.First).With(Estimates.First)),
            new("isIP", Overload.Global("is_ip", CelType.String, CelType.Bool, static text => CelValue.From(CelAddress.Parse(text.AsString(), out _) is not null))) { Cost = Costs.First, Estimate = Estimates.First },
            new("ip.isCanonical", Overload.Global("ip_is_canonical", CelType.String, CelType.Bool, IsCanonical)) { Cost = Costs.FirstTwice, Estimate = Estimates.FirstTwice },
            new("family", Overload.Method("ip_family", Ip, CelType.Int, static ip => CelValue.From(ip.As<CelAddress>().IsVersion4 ? 4L : 6L))),
            Test("isUnspecified", "ip_is_unspecified", static ip => ip.IsUnspecified),
            Test("isLoopback", "ip_is_loopback", static ip => ip.IsLoopback),
            Test("isLinkLocalMulticast", "ip_is_link_local_multicast", static ip => ip.IsLinkLocalMulticast),
            Test("isLinkLocalUnicast", "ip_is_link_local_unicast", static ip => ip.IsLinkLocalUnicast),
            Test("isGlobalUnicast", "ip_is_global_unicast", static ip => ip.IsGlobalUnicast),
            new("string", Overload.Global("ip_to_string", Ip, CelType.String, static ip => CelValue.From(ip.As<CelAddress>().ToString()))),
        ],
    };

    public static readonly CelLibrary Prefixes = new()
    {
        Name = "kubernetes.net.cidr",
        Types = [Cidr],
        Functions =
        [
            new("cidr", Overload.Global("string_to_cidr", CelType.String, Cidr, ToPrefix)) { Cost = Costs.First, Estimate = Estimates.First },
            new("isCIDR", Overload.Global("is_cidr", CelType.String, CelType.Bool, static text => CelValue.From(CelPrefix.Parse(text.AsString(), out _) is not null))) { Cost = Costs.First, Estimate = Estimates.First },
            new(
                "containsIP",
                Overload.Method("cidr_contains_ip_string", Cidr, CelType.String, CelType.Bool, static (cidr, ip) => CelAddress.Parse(ip.AsString(), out _) is { } address ? CelValue.From(cidr.As<CelPrefix>().Contains(address)) : CelError.NoSuchOverload.AsValue(), cost: static (values, _) => Walk(values[0]) + Costs.Walk(values[1].Size)).With(static call => new CelEstimate(new CelRange(1, 4).Add(Estimates.Walk(call[1])))),
                Overload.Method("cidr_contains_ip_ip", Cidr, Ip, CelType.Bool, static (cidr, ip) => CelValue.From(cidr.As<CelPrefix>().Contains(ip.As<CelAddress>()))))
            {
                Cost = static (values, _) => Walk(values[0]),
                Estimate = static _ => new CelEstimate(new CelRange(1, 4)),
            },
            new(
                "containsCIDR",
                Overload.Method("cidr_contains_cidr_string", Cidr, CelType.String, CelType.Bool, static (cidr, other) => ToPrefix(other) is var prefix && prefix.IsError ? prefix : CelValue.From(cidr.As<CelPrefix>().Contains(prefix.As<CelPrefix>())), cost: static (values, _) => WalkBoth(values[0]) + Costs.Walk(values[1].Size)).With(static call => new CelEstimate(new CelRange(3, 7).Add(Estimates.Walk(call[1])))),
                Overload.Method("cidr_contains_cidr", Cidr, Cidr, CelType.Bool, static (cidr, other) => CelValue.From(cidr.As<CelPrefix>().Contains(other.As<CelPrefix>()))))
            {
                Cost = static (values, _) => WalkBoth(values[0]),
                Estimate = static _ => new CelEstimate(new CelRange(3, 7)),
            },
            new("ip", Overload.Method("cidr_ip", Cidr, Ip, static cidr => CelValue.From(cidr.As<CelPrefix>().Address), cost: Costs.One)),
            new("prefixLength", Overload.Method("cidr_prefix_length", Cidr, CelType.Int, static cidr => CelValue.From((long)cidr.As<CelPrefix>().Bits))),
            new("masked", Overload.Method("cidr_masked", Cidr, Cidr, static cidr => CelValue.From(cidr.As<CelPrefix>().Masked()))),
            new("string", Overload.Global("cidr_to_string", Cidr, CelType.String, static cidr => CelValue.From(cidr.As<CelPrefix>().ToString()))),
        ],
    };

    private static long Walk(CelValue cidr) => Costs.Walk(2 * cidr.Size);

    private static long WalkBoth(CelValue cidr) => Walk(cidr) + Costs.Walk(cidr.Size) + 1;

    private static CelFunction Test(string name, string id, Func<CelAddress, bool> holds) =>
        new(name, Overload.Method(id, Ip, CelType.Bool, ip => CelValue.From(holds(ip.As<CelAddress>()))));

    private static CelValue ToAddress(CelValue text) => CelAddress.Parse(text.AsString(), out string problem) is { } address ? CelValue.From(address) : CelValue.Error(problem);

    private static CelValue ToPrefix(CelValue text) => CelPrefix.Parse(text.AsString(), out string problem) is { } prefix ? CelValue.From(prefix) : CelValue.Error(problem);

    private static CelValue IsCanonical(CelValue text) =>
        CelAddress.Parse(text.AsString(), out string problem) is { } address ? CelValue.From(address.ToString() == text.AsString()) : CelValue.Error(problem);
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6509: rules of Falco about connections look at both address families.</summary>
internal sealed class FalcoAddressFamilyRule()
    : FalcoRule("RMP6509", "falco-address-family", DiagnosticSeverity.Info)
{
    public override string Summary => "A rule about connections looks at IPv4 and IPv6; with one of them, connections by the other are not seen.";

    public override string Allowed => "fd.type in (ipv4, ipv6), or fd.typechar in (4, 6)";

    public override string Fix => "ask for both families";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        bool hasFirst = false, hasSecond = false;
        foreach (FalcoTerm term in item.Terms)
        {
            if (term is { Field: "fd.type" or "fd.typechar", AsksForOneOf: true })
            {
                foreach (FalcoOperand value in term.Values)
                {
                    hasFirst |= value.Text is "ipv4" or "4";
                    hasSecond |= value.Text is "ipv6" or "6";
                }
            }
        }

        if (hasFirst && !hasSecond)
        {
            inspection.Broken(item.Object, item.PathOf("condition"), $"{item} does not see connections by IPv6", "ipv4");
        }
    }
}

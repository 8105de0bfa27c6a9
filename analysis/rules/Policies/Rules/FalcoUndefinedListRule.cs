using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6501: lists that conditions name are defined.</summary>
internal sealed class FalcoUndefinedListRule()
    : FalcoRule("RMP6501", "falco-undefined-list", DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "A list that a condition names is defined before; Falco takes another word for an address, and refuses the whole file.";

    public override string Allowed => "addresses, ports, and lists that are defined";

    public override string Fix => "define the list, with addresses in quotes";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        foreach (FalcoTerm term in item.Terms)
        {
            bool isPort = IsPort(term.Field);
            if (!isPort && !IsAddress(term.Field))
            {
                continue;
            }

            foreach (FalcoOperand value in term.Values)
            {
                if (!value.IsQuoted
                    && !(isPort ? IsNumber(value.Text) : IsAddressText(value.Text))
                    && !documents.HasList(value.Text)
                    && !StockFalco.IsNetworkList(value.Text))
                {
                    string shown = Show(item, value.Text);
                    string wanted = isPort ? "a port" : "an address";
                    inspection.Broken(
                        item.Object,
                        item.PathOf("condition"),
                        $"{item} compares {Show(item, term.Field)} with '{shown}', which is neither {wanted} nor a list that is defined here",
                        shown);
                }
            }
        }
    }

    private static bool IsAddress(string field) =>
        field is "fd.ip" or "fd.cip" or "fd.sip" or "fd.lip" or "fd.rip" or "fd.net" or "fd.cnet" or "fd.snet" or "fd.lnet" or "fd.rnet" or "fd.dip";

    private static bool IsPort(string field) => field is "fd.port" or "fd.cport" or "fd.sport" or "fd.lport" or "fd.rport" or "fd.dport";

    private static bool IsNumber(string text) => !text.AsSpan().ContainsAnyExceptInRange('0', '9');

    private static bool IsAddressText(string text)
    {
        int slash = text.IndexOf('/');
        return System.Net.IPAddress.TryParse(slash < 0 ? text : text.AsSpan(0, slash), out _);
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5310: services say which pods they lead to.</summary>
internal sealed class ServiceSelectorRule()
    : ObjectRule("RMP5310", "service-selector", RuleCategory.Identity, DiagnosticSeverity.Info, "", "Service")
{
    public override string Summary => "A Service has a selector, or somebody declares its endpoints: whoever may write endpoints decides where its requests go.";

    public override string Allowed => "a selector, or Endpoints or an EndpointSlice among the objects";

    public override string Fix => "set spec.selector to the labels of the pods";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (item is { Place: "", Name: "kubernetes" }
            || item.Spec["type"].Text == "ExternalName"
            || ServicePort.Selects(item)
            || inspection.Objects.Find("", "Endpoints", item.Place, item.Name) is not null
            || inspection.Shared(static shared => new ServicesWithSlices(shared.Objects)).Has(item))
        {
            return;
        }

        if (inspection.Objects.MayHoldMore("", "Endpoints", item.Place) || inspection.Objects.MayHoldMore("discovery.k8s.io", "EndpointSlice", item.Place))
        {
            inspection.UnknownNamespace(item, "spec.selector");
            return;
        }

        inspection.Broken(item, "spec.selector", $"Service '{item.Name}' has no selector, and nothing in these objects says where it leads");
    }
}

using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5309: the API server takes what services say about their ports.</summary>
internal sealed class ServiceValidRule()
    : ObjectRule("RMP5309", "service-valid", RuleCategory.Identity, DiagnosticSeverity.Error, "", "Service")
{
    public override string Summary => "Services have ports, with names where there are several: the API server rejects all else.";

    public override string Allowed => "ports with numbers, and with names where there is more than one";

    public override string Fix => "add the port's number or name";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field type = item.Spec["type"];
        if (!item.Spec["ports"].TryGetItems(out FieldItems ports) || type.IsUnknown || type.Text == "ExternalName")
        {
            return;
        }

        // A headless Service with a selector may have none.
        if (ports.Count == 0 && !item.Spec["clusterIP"].IsUnknown && item.Spec["clusterIP"].Text != "None")
        {
            inspection.Broken(item, "spec.ports", $"Service '{item.Name}' has no ports");
        }

        for (int i = 0; i < ports.Count; i++)
        {
            string? missing = ports[i]["port"].IsUnset ? "port" : ports.Count > 1 && ports[i]["name"].IsUnset ? "name" : null;
            if (missing is not null)
            {
                inspection.Broken(
                    item,
                    string.Create(CultureInfo.InvariantCulture, $"spec.ports[{i}].{missing}"),
                    missing == "port" ? $"a port of Service '{item.Name}' has no number" : $"one of the ports of Service '{item.Name}' has no name");
            }
        }
    }
}

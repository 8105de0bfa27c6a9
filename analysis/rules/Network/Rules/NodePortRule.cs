using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5301: services take no port of the nodes.</summary>
internal sealed class NodePortRule()
    : ObjectRule("RMP5301", "no-node-port", RuleCategory.Identity, DiagnosticSeverity.Warning, "", "Service")
{
    public override string Summary => "Services do not open a port on every node, which whoever reaches a node reaches too.";

    public override string Allowed => "type ClusterIP";

    public override string Fix => "use ClusterIP, and an Ingress or a Gateway for clients outside of the cluster";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:exposed-services", "kube-score:service-type"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field type = item.Spec["type"];
        if (!type.TryGetText(out string text))
        {
            inspection.Unknown(item, "spec.type");
        }
        else if (text == "NodePort")
        {
            inspection.Broken(item, "spec.type", $"Service '{item.Name}' opens a port on every node", type.Shown);
        }
    }
}

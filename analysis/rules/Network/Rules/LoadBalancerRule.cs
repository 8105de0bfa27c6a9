using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5302: services are not open to the world by accident.</summary>
internal sealed class LoadBalancerRule()
    : ObjectRule("RMP5302", "load-balancer-sources", RuleCategory.Identity, DiagnosticSeverity.Info, "", "Service")
{
    public override string Summary => "A load balancer says who may use it: without source ranges most clouds open it to the Internet.";

    public override string Allowed => "type ClusterIP, or loadBalancerSourceRanges";

    public override string Fix => "set loadBalancerSourceRanges, or use ClusterIP behind an Ingress or a Gateway";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:exposed-services"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        Field type = item.Spec["type"], ranges = item.Spec["loadBalancerSourceRanges"];
        if (type.Text != "LoadBalancer")
        {
            return;
        }

        if (!ranges.TryGetItems(out FieldItems items))
        {
            inspection.Unknown(item, "spec.loadBalancerSourceRanges");
        }
        else if (items.Count == 0)
        {
            inspection.Broken(item, "spec.loadBalancerSourceRanges", $"Service '{item.Name}' is a load balancer for everybody: it has no source ranges");
        }
    }
}

using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Network.Rules;

/// <summary>The rules about services, network policies and where objects belong.</summary>
internal static class NetworkRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new DefaultDenyRule(),
        new DefaultDenyAloneRule(),
        new WorkloadIsolationRule(),
        new DnsEgressRule(),
        new ApiServerEgressRule(),
        new OpenPolicyRule(),
        new OpenPortRule(),
        new ApiServerPodRule(),
        new IdlePolicyRule(),
        new PolicyTypesRule(),
        new IdlePolicyRulesRule(),
        new ServiceIngressRule(),
        new PolicySelectorRule(),
        new PolicyPortsRule(),
        new PolicyValidRule(),
        new DnsPeerRule(),
        new DnsProtocolsRule(),
        new DnsPodsRule(),
        new NodePortRule(),
        new LoadBalancerRule(),
        new ExternalAddressesRule(),
        new IdleServiceRule(),
        new TargetPortNameRule(),
        new TargetPortNumberRule(),
        new ServiceOfJobRule(),
        new IngressTlsRule(),
        new ServiceValidRule(),
        new ServiceSelectorRule(),
        new IngressBackendRule(),
        new PortValidRule(),
        new SharedNamespaceRule(),
        new RecommendedLabelsRule(),
    ];
}

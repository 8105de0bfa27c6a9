using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;

namespace Rampart.Components.Network;

/// <summary>Where the cluster's DNS answers: the pods to which a network policy must open the way.</summary>
/// <param name="Namespace">Namespace of the DNS pods.</param>
/// <param name="LabelKey">Label by which the DNS pods are known.</param>
/// <param name="LabelValue">Value of that label.</param>
/// <param name="Port">
/// Port that the DNS pods listen on, from 1 to 65535. Policies see the pod's port, not the service's: 5353 on OpenShift.
/// </param>
public sealed record ClusterDns(string Namespace, string LabelKey, string LabelValue, int Port)
{
    /// <summary>Label that the API server puts on every namespace: its name.</summary>
    public const string NamespaceNameLabel = "kubernetes.io/metadata.name";

    /// <summary>CoreDNS or kube-dns as kubeadm and the managed services install it: <c>k8s-app=kube-dns</c> in <c>kube-system</c>, port 53.</summary>
    public static ClusterDns KubeDns { get; } = new("kube-system", "k8s-app", "kube-dns", 53);

    /// <summary>OpenShift's DNS operator: <c>dns.operator.openshift.io/daemonset-dns=default</c> in <c>openshift-dns</c>, port 5353.</summary>
    public static ClusterDns OpenShift { get; } = new("openshift-dns", "dns.operator.openshift.io/daemonset-dns", "default", 5353);

    internal NetworkPolicyEgressRuleArgs Egress() => new()
    {
        To =
        {
            new NetworkPolicyPeerArgs
            {
                NamespaceSelector = new LabelSelectorArgs
                {
                    MatchLabels = new InputMap<string> { [NamespaceNameLabel] = Namespace },
                },
                PodSelector = new LabelSelectorArgs
                {
                    MatchLabels = new InputMap<string> { [LabelKey] = LabelValue },
                },
            },
        },
        Ports =
        {
            new NetworkPolicyPortArgs { Protocol = "UDP", Port = Port },
            new NetworkPolicyPortArgs { Protocol = "TCP", Port = Port },
        },
    };
}

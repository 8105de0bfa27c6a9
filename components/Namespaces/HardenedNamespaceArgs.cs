using Pulumi;
using Rampart.Components.Configuration;
using Rampart.Components.Network;

namespace Rampart.Components.Namespaces;

/// <summary>The inputs of a <see cref="HardenedNamespace"/>.</summary>
public sealed class HardenedNamespaceArgs : ResourceArgs
{
    [Input("labels")]
    private InputMap<string>? _labels;

    /// <summary><c>metadata.name</c> of the namespace, a DNS label of at most 63 characters. The default is the component's name.</summary>
    [Input("name")]
    [Setting<NamespaceNameForm>]
    public Input<string>? Name { get; set; }

    /// <summary>More labels of the namespace; they win over the ones that the component sets.</summary>
    public InputMap<string> Labels { get => _labels ??= []; set => _labels = value; }

    /// <summary>What pods must meet. The default enforces, audits and warns about <i>restricted</i>.</summary>
    [Input("podSecurity")]
    public PodSecurityArgs PodSecurity { get; set; } = new();

    /// <summary>
    /// What all pods may take together; <see langword="null"/> for no quota. The default is the hardening guide's quota.
    /// </summary>
    [Input("quota")]
    public NamespaceQuotaArgs? Quota { get; set; } = new();

    /// <summary>What one container gets and may take; <see langword="null"/> for no such bounds.</summary>
    [Input("containerLimits")]
    public ContainerLimitsArgs? ContainerLimits { get; set; } = new();

    /// <summary>
    /// Whether pods reach nobody, and nobody reaches them, until a policy allows it. The default is <see langword="true"/>.
    /// </summary>
    [Input("denyTraffic")]
    [Setting(Default = true)]
    public bool DenyTraffic { get; set; } = true;

    /// <summary>
    /// The cluster's DNS, which every pod of the namespace may ask; <see langword="null"/> for none. The default is
    /// <see cref="ClusterDns.KubeDns"/>.
    /// </summary>
    public ClusterDns? Dns { get; set; } = ClusterDns.KubeDns;

    internal InputMap<string>? LabelsOrNull => _labels;
}

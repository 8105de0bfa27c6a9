using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Rampart.Components.Enforcement;
using Rampart.Components.Identity;
using Rampart.Components.Workloads;

namespace Rampart.Components.Namespaces;

/// <summary>
/// A namespace that admits only pods of a Pod Security Standard, within a quota, and lets no traffic through that nobody
/// asked for.
/// </summary>
/// <remarks>
/// Children: the Namespace, named like the component, a ResourceQuota, a LimitRange, the NetworkPolicies
/// <c>default-deny</c> and <c>allow-dns</c>, and, with server-side apply, the provider's
/// default, the account <c>default</c>, which mounts no token any more.
/// </remarks>
public sealed class HardenedNamespace : ComponentResource
{
    /// <summary>Name of the policy that refuses what no other policy allows.</summary>
    public const string DenyPolicyName = "default-deny";

    /// <summary>Name of the policy that lets every pod ask the cluster's DNS.</summary>
    public const string DnsPolicyName = "allow-dns";

    // Part of every child's URN: changing it replaces live resources unless an alias is added.
    private const string TypeToken = "rampart:namespaces:HardenedNamespace";

    private const string QuotaSuffix = "-quota";
    private const string LimitsSuffix = "-limits";

    /// <summary>Defines the children.</summary>
    /// <param name="name">Name of the component, and the stem of its children's names.</param>
    /// <param name="args">What the namespace allows.</param>
    /// <param name="options">Options of the component; its children inherit provider and protection.</param>
    /// <exception cref="RunException">The stack's keys <c>rampart:…</c> are wrong; no child is defined.</exception>
    public HardenedNamespace(string name, HardenedNamespaceArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        _ = EnforcementSettings.Read();
        CustomResourceOptions child = new() { Parent = this };
        Namespace definition = new(name, new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs { Name = args.Name ?? name, Labels = Labels(args), Annotations = TakeBack() },
        }, child);
        Name = definition.Metadata.Apply(metadata => metadata.Name);

        if (args.Quota is { } quota)
        {
            _ = new ResourceQuota(name + QuotaSuffix, new ResourceQuotaArgs
            {
                Metadata = InNamespace(Derived(name, args, QuotaSuffix)),
                Spec = new ResourceQuotaSpecArgs { Hard = quota.HardOrDefault },
            }, child);
        }

        if (args.ContainerLimits is { } limits)
        {
            _ = new LimitRange(name + LimitsSuffix, new LimitRangeArgs
            {
                Metadata = InNamespace(Derived(name, args, LimitsSuffix)),
                Spec = new LimitRangeSpecArgs { Limits = limits.Item() },
            }, child);
        }

        if (args.DenyTraffic)
        {
            _ = new NetworkPolicy($"{name}-{DenyPolicyName}", new NetworkPolicyArgs
            {
                Metadata = InNamespace(DenyPolicyName),
                Spec = new NetworkPolicySpecArgs
                {
                    PodSelector = new LabelSelectorArgs(),
                    PolicyTypes = { "Ingress", "Egress" },
                },
            }, child);
        }

        if (args.Dns is { } dns)
        {
            _ = new NetworkPolicy($"{name}-{DnsPolicyName}", new NetworkPolicyArgs
            {
                Metadata = InNamespace(DnsPolicyName),
                Spec = new NetworkPolicySpecArgs
                {
                    PodSelector = new LabelSelectorArgs(),
                    PolicyTypes = "Egress",
                    Egress = dns.Egress(),
                },
            }, child);
        }

        if (ServerSideApply.IsOn())
        {
            _ = DefaultServiceAccount.Define($"{name}-{DefaultServiceAccount.AccountName}", Name, ManagedBy(), TakeBack(), child);
        }
        else
        {
            Log.Warn(
                $"{ServerSideApply.Off}: {ServerSideApply.Key} is off, and without it the provider refuses to patch the namespace's account 'default', "
                + "which is left alone: a pod that names no account gets its token; turn it on, or set automountServiceAccountToken: false there by hand",
                this);
        }

        RegisterOutputs();
    }

    /// <summary><c>metadata.name</c> of the namespace; known only together with it, so that what uses it comes later.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; }

    private static InputMap<string> Labels(HardenedNamespaceArgs args)
    {
        InputMap<string> labels = args.PodSecurity.Labels();
        labels.Add(WorkloadLabels.ManagedByKey, WorkloadLabels.ManagedBy);
        return args.LabelsOrNull is { } more ? InputMap<string>.Merge(labels, more) : labels;
    }

    private static Input<string> Derived(string name, HardenedNamespaceArgs args, string suffix)
        => args.Name is null ? name + suffix : args.Name.Apply(known => known + suffix);

    private ObjectMetaArgs InNamespace(Input<string> objectName) => new()
    {
        Name = objectName,
        Namespace = Name,
        Labels = ManagedBy(),
    };

    // Whoever weakens the namespace's labels or its account becomes their manager, and the next apply would end in a conflict.
    private static InputMap<string> TakeBack() => new() { ["pulumi.com/patchForce"] = "true" };

    private static InputMap<string> ManagedBy() => new() { [WorkloadLabels.ManagedByKey] = WorkloadLabels.ManagedBy };
}

using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Availability;
using Rampart.Components.Enforcement;
using Rampart.Components.Inputs;
using Rampart.Components.Network;
using Rampart.Components.Scheduling;
using Apps = Pulumi.Kubernetes.Apps.V1;

namespace Rampart.Components.Workloads;

/// <summary>
/// A Deployment whose pods meet the <i>restricted</i> Pod Security Standard, with an account of its own, a disruption
/// budget and a network policy.
/// </summary>
/// <remarks>
/// Children, all named after the component: ServiceAccount (unless <see cref="HardenedPodArgs.ServiceAccountName"/> is
/// given), Role and RoleBinding (where <see cref="HardenedPodArgs.ApiAccess"/> is given), Deployment, PodDisruptionBudget
/// and NetworkPolicy (unless they are set to <see langword="null"/>).
/// </remarks>
public sealed class HardenedDeployment : ComponentResource
{
    // Part of every child's URN: changing it replaces live resources unless an alias is added.
    private const string TypeToken = "rampart:workloads:HardenedDeployment";

    /// <summary>Defines the children.</summary>
    /// <param name="name">Name of the component, of its children, and of the first container.</param>
    /// <param name="args">What to run.</param>
    /// <param name="options">Options of the component; its children inherit provider and protection.</param>
    /// <exception cref="RunException">RMP2001, RMP2002, RMP2003: an image is not fixed; or another rule of severity error is broken (raised when the values become known).</exception>
    public HardenedDeployment(string name, HardenedDeploymentArgs args, ComponentResourceOptions? options = null)
        : base(TypeToken, name, options)
    {
        ArgumentNullException.ThrowIfNull(args);
        CustomResourceOptions child = new() { Parent = this };
        WorkloadObjects objects = new(name, args, args.SelectorLabels);
        ServiceAccountName = objects.DefineIdentity(child);

        ObjectMetaArgs metadata = objects.Metadata();
        Output<DeploymentSpecArgs> spec = WorkloadEnforcement.Require(
            this, args.RequirePinnedImages, "apps/v1", "Deployment", metadata, DefineSpec(name, args, objects, ServiceAccountName));
        // A spec that came with its own selector keeps it, and everything else must look for the same pods.
        Input<LabelSelectorArgs> pods = args.Spec is null ? objects.Selector() : spec.Apply(known => known.Selector);

        if (args.DisruptionBudget is { } budget)
        {
            _ = DisruptionBudget.Define(name, objects.MetadataBeside(DisruptionBudget.NameSuffix), pods, budget, child);
        }

        if (args.Network is { } network)
        {
            Input<LabelSelectorArgs> reached = args.Spec is null ? objects.Labels.InstanceSelector() : pods;
            objects.Prerequisites.Add(WorkloadNetworkPolicy.Define(name, objects.MetadataBeside(), reached, network, child));
        }

        Apps.Deployment deployment = new(
            name, new DeploymentArgs { Metadata = metadata, Spec = spec }, objects.AfterPrerequisites(this, options));
        Name = deployment.Metadata.Apply(metadata => metadata.Name);
        Namespace = args.Namespace;
        RegisterOutputs();
    }

    /// <summary><c>metadata.name</c> of the Deployment.</summary>
    [Output("name")]
    public Output<string> Name { get; private set; }

    /// <summary>Namespace of the Deployment.</summary>
    [Output("namespace")]
    public Output<string> Namespace { get; private set; }

    /// <summary>Account of the pods.</summary>
    [Output("serviceAccountName")]
    public Output<string> ServiceAccountName { get; private set; }

    private static Output<DeploymentSpecArgs> DefineSpec(
        string name, HardenedDeploymentArgs args, WorkloadObjects objects, Output<string> account)
    {
        return args.Spec is null
            ? Output.Create(Fill(new DeploymentSpecArgs()))
            : args.Spec.Apply(given => Fill(ShallowCopy.Of(given)));

        DeploymentSpecArgs Fill(DeploymentSpecArgs spec)
        {
            spec.Replicas ??= args.Replicas ?? HardenedDeploymentArgs.DefaultReplicas;
            spec.Selector ??= objects.Selector();
            spec.Strategy ??= new DeploymentStrategyArgs
            {
                Type = "RollingUpdate",
                RollingUpdate = new RollingUpdateDeploymentArgs
                {
                    MaxSurge = args.MaxSurge ?? HardenedDeploymentArgs.DefaultMaxSurge,
                    MaxUnavailable = args.MaxUnavailable ?? HardenedDeploymentArgs.DefaultMaxUnavailable,
                },
            };
            Input<LabelSelectorArgs> pods = spec.Selector;
            PodTemplate template = new(name, args, objects.Labels)
            {
                ServiceAccountName = account,
                Affinity = OwnAntiAffinity.Define(pods, args.NodeAffinity),
                TopologySpread = args.TopologySpreadConstraints is { } asked
                    ? TopologySpread.Complete(asked, pods)
                    : TopologySpread.Define(pods, args.WhenUnsatisfiable ?? HardenedDeploymentArgs.DefaultWhenUnsatisfiable),
            };
            spec.Template = template.Fill(spec.Template);
            return spec;
        }
    }
}

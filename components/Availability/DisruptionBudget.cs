using Pulumi;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Rampart.Components.Availability;

/// <summary>One PodDisruptionBudget for one workload's pods.</summary>
internal static class DisruptionBudget
{
    /// <summary>What a budget's name adds to the workload's.</summary>
    public const string NameSuffix = "-pdb";

    public static PodDisruptionBudget Define(
        string name, Input<ObjectMetaArgs> metadata, Input<LabelSelectorArgs> pods, DisruptionBudgetArgs budget, CustomResourceOptions options)
    {
        PodDisruptionBudgetSpecArgs spec = new()
        {
            MinAvailable = budget.MinAvailable,
            MaxUnavailable = budget.MaxUnavailable,
            Selector = pods,
            UnhealthyPodEvictionPolicy = budget.UnhealthyPodEvictionPolicy ?? DisruptionBudgetArgs.AlwaysAllow,
        };
        if (budget.MinAvailable is null)
        {
            spec.MaxUnavailable ??= DisruptionBudgetArgs.DefaultMaxUnavailable;
        }

        return new PodDisruptionBudget(name, new PodDisruptionBudgetArgs { Metadata = metadata, Spec = spec }, ReplacingOtherForm(budget, options));
    }

    // The provider previews the first change of an object as an apply beside what created it, so that a budget which changes its
    // form would have both fields and be refused. It is replaced instead; a new value of the same field is an update.
    private static CustomResourceOptions ReplacingOtherForm(DisruptionBudgetArgs budget, CustomResourceOptions options) =>
        CustomResourceOptions.Merge(options, new CustomResourceOptions
        {
            DeleteBeforeReplace = true,
            ReplaceOnChanges = { budget.MinAvailable is null ? "spec.minAvailable" : "spec.maxUnavailable" },
        });
}

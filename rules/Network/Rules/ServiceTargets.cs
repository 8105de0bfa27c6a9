using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>What a Service leads to.</summary>
/// <param name="Selected">The workloads that it certainly selects.</param>
/// <param name="MayBeMore">Whether it may select others, whose labels are not known.</param>
/// <param name="Policies">The policies of all namespaces.</param>
internal readonly record struct ServiceTargets(List<Workload> Selected, bool MayBeMore, NetworkPolicies Policies)
{
    /// <summary>Parts what is certain from what is not.</summary>
    public static ServiceTargets Of(List<PodChoice> choices, NetworkPolicies policies)
    {
        List<Workload> selected = [];
        foreach (PodChoice choice in choices)
        {
            if (choice.Match == Flag.True)
            {
                selected.Add(choice.Workload);
            }
        }

        return new ServiceTargets(selected, selected.Count < choices.Count, policies);
    }
}

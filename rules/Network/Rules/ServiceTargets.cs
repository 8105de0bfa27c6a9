using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>What a Service leads to.</summary>
/// <param name="Selected">The workloads that it certainly selects.</param>
/// <param name="MayBeMore">Whether it may select others, whose labels are not known.</param>
/// <param name="Policies">The policies of all namespaces.</param>
internal readonly record struct ServiceTargets(List<Workload> Selected, bool MayBeMore, NetworkPolicies Policies);

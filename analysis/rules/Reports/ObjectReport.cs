using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity.Evaluation;

namespace Rampart.Rules.Reports;

/// <summary>What rules say about one object.</summary>
/// <param name="Object">The object.</param>
/// <param name="PodSecurity">What the Pod Security Standard says; null for an object that holds no pods, of which it says nothing.</param>
/// <param name="Findings">What is broken or unknown, by number and path; waived findings too.</param>
public sealed record ObjectReport(KubernetesObject Object, PodSecurityResult? PodSecurity, IReadOnlyList<Finding> Findings);

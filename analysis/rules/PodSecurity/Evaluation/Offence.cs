namespace Rampart.Rules.PodSecurity.Evaluation;

/// <summary>A field for which a check forbids a pod.</summary>
/// <param name="Path">The path from the root of the object, e.g. <c>spec.template.spec.containers[0].securityContext.privileged</c>.</param>
/// <param name="Result">What the check says when all else in the pod is sound.</param>
internal readonly record struct Offence(string Path, CheckResult Result);

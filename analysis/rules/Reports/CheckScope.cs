using Rampart.Rules.Objects;

namespace Rampart.Rules.Reports;

/// <summary>Objects that are judged together, apart from others that repeat some of them.</summary>
/// <param name="Name">What they have in common as the user names it: a folder (<c>prod/</c>) or a file; empty for all objects.</param>
/// <param name="Objects">The objects in their order, with those that belong to several scopes.</param>
public sealed record CheckScope(string Name, IReadOnlyList<KubernetesObject> Objects);

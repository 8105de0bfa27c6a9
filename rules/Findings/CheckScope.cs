using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>Objects that are judged together, apart from others that repeat some of them.</summary>
/// <param name="Name">What they have in common as the user names it: a folder (<c>prod/</c>), the files of a folder without those below it (<c>deploy/*</c>), or a file; empty for all objects.</param>
/// <param name="Objects">The objects in their order.</param>
public sealed record CheckScope(string Name, IReadOnlyList<KubernetesObject> Objects);

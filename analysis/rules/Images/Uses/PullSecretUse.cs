using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Uses;

/// <summary>A pull secret that a pod or a service account names.</summary>
/// <param name="Object">The object.</param>
/// <param name="Path">The path of the name; that of the list when nothing is known of it.</param>
/// <param name="Name">The name.</param>
internal sealed record PullSecretUse(KubernetesObject Object, string Path, Field Name);

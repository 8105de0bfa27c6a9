namespace Pulumi.Generators.Model;

/// <summary>A Kubernetes type and the C# types that the SDK has for it.</summary>
/// <param name="Namespace">Group and version, e.g. <c>Core.V1</c>.</param>
/// <param name="Name">Its name, e.g. <c>Container</c>.</param>
/// <param name="Summary">What it is; lines separated by <c>\n</c>, empty when nobody says.</param>
/// <param name="Kind">What makes it a resource; null for a type that is only part of others.</param>
/// <param name="HasArgs">Whether there is a type for inputs: some kind takes it.</param>
/// <param name="HasOutput">Whether there is a type for outputs: some kind returns it.</param>
/// <param name="Members">Its members in ordinal order of their wire names.</param>
internal sealed record KubernetesType(
    string Namespace,
    string Name,
    string Summary,
    KubernetesKind? Kind,
    bool HasArgs,
    bool HasOutput,
    EquatableArray<KubernetesMember> Members)
{
    public string HintName => $"{Namespace}.{Name}.g.cs";
}

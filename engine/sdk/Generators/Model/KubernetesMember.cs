namespace Pulumi.Generators.Model;

/// <summary>A member of a Kubernetes type.</summary>
/// <param name="WireName">What the provider calls it, e.g. <c>containerPort</c>.</param>
/// <param name="Name">What C# calls it, e.g. <c>ContainerPortValue</c>.</param>
/// <param name="Shape">Its value.</param>
/// <param name="IsRequired">Whether inputs must have it.</param>
/// <param name="IsSecret">Whether an assigned value becomes secret.</param>
/// <param name="IsInput">Whether inputs can have it: a kind's <c>status</c> is only ever an output.</param>
/// <param name="Summary">What it means; lines separated by <c>\n</c>, empty when nobody says.</param>
internal sealed record KubernetesMember(
    string WireName,
    string Name,
    ValueShape Shape,
    bool IsRequired,
    bool IsSecret,
    bool IsInput,
    string Summary);

namespace Pulumi.Generators.Model;

/// <summary>Everything that is generated, and what is wrong with it.</summary>
internal sealed record KubernetesSurface(EquatableArray<KubernetesType> Types, EquatableArray<GeneratorProblem> Problems);

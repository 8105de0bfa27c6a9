namespace Pulumi.Generators.Facts;

/// <summary>
/// What the official SDK knows and KubernetesClient's metadata does not say. The lists are text files beside this one;
/// each begins with where its facts come from.
/// </summary>
/// <param name="RequiredMembers">Model type to the wire names of the members that an object must have.</param>
/// <param name="NotOffered">Model types, and members as <c>Type.wireName</c>, that the pinned provider does not know.</param>
/// <param name="AliasTypes">A kind as <c>apps/v1:Deployment</c> to the groups and versions that had it earlier.</param>
/// <param name="TypeGroups">A group's namespace to the model types that it owns though others use them too.</param>
/// <param name="SecretMembers">Model type to the wire names of the members that hold secrets.</param>
/// <param name="PatchKinds">Kinds, as in <paramref name="AliasTypes"/>, that have a patch resource too.</param>
internal sealed record KubernetesFacts(
    FactFile RequiredMembers,
    FactFile NotOffered,
    FactFile AliasTypes,
    FactFile TypeGroups,
    FactFile SecretMembers,
    FactFile PatchKinds)
{
    public static KubernetesFacts Load() => new(
        FactFile.Load("required-members.txt"),
        FactFile.Load("not-offered.txt"),
        FactFile.Load("alias-types.txt"),
        FactFile.Load("type-groups.txt"),
        FactFile.Load("secret-members.txt"),
        FactFile.Load("patch-kinds.txt"));
}

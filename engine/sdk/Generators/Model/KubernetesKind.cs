namespace Pulumi.Generators.Model;

/// <summary>What makes a type a resource of its own.</summary>
/// <param name="Name">The kind, e.g. <c>Deployment</c>.</param>
/// <param name="ApiVersion">The <c>apiVersion</c> of its objects, e.g. <c>apps/v1</c>, for the core group <c>v1</c>.</param>
/// <param name="TypeToken">Pulumi's type token, e.g. <c>kubernetes:core/v1:Service</c>.</param>
/// <param name="AliasTypes">Type tokens of the kind's earlier versions.</param>
/// <param name="SecretOutputs">Outputs that are secret whatever the provider says.</param>
internal sealed record KubernetesKind(
    string Name,
    string ApiVersion,
    string TypeToken,
    EquatableArray<string> AliasTypes,
    EquatableArray<string> SecretOutputs);

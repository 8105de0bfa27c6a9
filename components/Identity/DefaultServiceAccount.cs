using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Rampart.Components.Identity;

/// <summary>A namespace's account <c>default</c>, which Kubernetes makes itself, without a token for pods that name no account.</summary>
/// <remarks>
/// Kubernetes creates the account together with the namespace, and Pulumi's Kubernetes provider refuses to create an
/// object that exists already. Its patch resources own single fields of an object instead: one of these is registered
/// here, <c>ServiceAccountPatch</c>, by its type token. In a manifest it is an ordinary ServiceAccount, which
/// <c>kubectl apply</c> merges into the existing one. Removing the resource gives the field back.
/// </remarks>
internal sealed class DefaultServiceAccount : CustomResource
{
    public const string AccountName = "default";

    private const string TypeToken = "kubernetes:core/v1:ServiceAccountPatch";

    public DefaultServiceAccount(string name, Input<ObjectMetaArgs> metadata, CustomResourceOptions options)
        : base(TypeToken, name, new DefaultServiceAccountArgs { Metadata = metadata }, options)
    {
    }
}

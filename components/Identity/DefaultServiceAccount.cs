using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Rampart.Components.Identity;

/// <summary>A namespace's account <c>default</c>, which Kubernetes makes itself, without a token for pods that name no account.</summary>
/// <remarks>
/// Kubernetes creates the account together with the namespace, and Pulumi's Kubernetes provider refuses to create an
/// object that exists already. Its patch resources own single fields of an object instead, and removing the resource gives
/// the field back. In a manifest it is an ordinary ServiceAccount, which <c>kubectl apply</c> merges into the existing one.
/// </remarks>
internal static class DefaultServiceAccount
{
    public const string AccountName = "default";

    /// <summary>Defines the patch of a namespace's account.</summary>
    /// <param name="name">Logical name of the resource.</param>
    /// <param name="place">The namespace.</param>
    /// <param name="labels">Labels of the account.</param>
    /// <param name="annotations">Annotations of the account.</param>
    /// <param name="options">Options of the resource.</param>
    public static ServiceAccountPatch Define(
        string name, Input<string> place, InputMap<string> labels, InputMap<string> annotations, CustomResourceOptions options) =>
        new(name, new ServiceAccountPatchArgs
        {
            Metadata = new ObjectMetaPatchArgs { Name = AccountName, Namespace = place, Labels = labels, Annotations = annotations },
            AutomountServiceAccountToken = false,
        }, options);
}

using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Rampart.Components.Identity;

/// <summary>The inputs of a <see cref="DefaultServiceAccount"/>.</summary>
internal sealed class DefaultServiceAccountArgs : ResourceArgs
{
    [Input("apiVersion")]
    public Input<string> ApiVersion { get; } = "v1";

    [Input("automountServiceAccountToken")]
    public Input<bool> AutomountServiceAccountToken { get; } = false;

    [Input("kind")]
    public Input<string> Kind { get; } = "ServiceAccount";

    [Input("metadata", required: true)]
    public Input<ObjectMetaArgs> Metadata { get; set; } = null!;
}

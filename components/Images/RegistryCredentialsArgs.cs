using Pulumi;
using Rampart.Components.Configuration;
using Rampart.Components.Identity;

namespace Rampart.Components.Images;

/// <summary>How the cluster signs in to a private registry.</summary>
public sealed class RegistryCredentialsArgs : ResourceArgs
{
    [Input("password", required: true)]
    private Input<string>? _password;

    /// <summary>Host of the registry, with its port if it has one; <c>https://index.docker.io/v1/</c> for Docker Hub. Required.</summary>
    [Input("server", required: true)]
    [Setting(What = "the registry's host")]
    public Input<string> Server { get; set; } = null!;

    /// <summary>Name of the user. Required.</summary>
    [Input("username", required: true)]
    [Setting(What = "the user's name")]
    public Input<string> Username { get; set; } = null!;

    /// <summary>Password or token of the user, a secret. Required.</summary>
    [Setting(IsSecret = true)]
    public Input<string>? Password
    {
        get => _password;
        set => _password = SecretInput.Of(value);
    }

    /// <summary>Mail address of the user, for registries that still ask. The default is none.</summary>
    [Input("email")]
    public Input<string>? Email { get; set; }

    /// <summary>
    /// <c>metadata.name</c> of the secret, such as the hardening guide's <c>registry-credentials</c>. A secret with a name of
    /// its own is deleted before it is replaced, and pods that start in between cannot pull their image. The default is a name
    /// that changes with the content.
    /// </summary>
    [Input("secretName")]
    [Setting<ObjectNameForm>]
    public Input<string>? SecretName { get; set; }
}

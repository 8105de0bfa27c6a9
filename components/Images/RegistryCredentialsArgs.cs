using Pulumi;
using Rampart.Components.Identity;

namespace Rampart.Components.Images;

/// <summary>How the cluster signs in to a private registry.</summary>
public sealed class RegistryCredentialsArgs : ResourceArgs
{
    /// <summary>Default of <see cref="SecretName"/>: the hardening guide's name.</summary>
    public const string DefaultSecretName = "registry-credentials";

    [Input("password", required: true)]
    private Input<string>? _password;

    /// <summary>Host of the registry, with its port if it has one; <c>https://index.docker.io/v1/</c> for Docker Hub. Required.</summary>
    [Input("server", required: true)]
    public Input<string> Server { get; set; } = null!;

    /// <summary>Name of the user. Required.</summary>
    [Input("username", required: true)]
    public Input<string> Username { get; set; } = null!;

    /// <summary>Password or token of the user, a secret. Required.</summary>
    public Input<string>? Password
    {
        get => _password;
        set => _password = SecretInput.Of(value);
    }

    /// <summary>Mail address of the user, for registries that still ask. The default is none.</summary>
    [Input("email")]
    public Input<string>? Email { get; set; }

    /// <summary><c>metadata.name</c> of the secret. The default is <see cref="DefaultSecretName"/>.</summary>
    [Input("secretName")]
    public Input<string>? SecretName { get; set; }
}

using Pulumi;

namespace Rampart.Infra.Settings;

/// <summary>The setting <c>registry</c>: how the cluster signs in to a private registry.</summary>
/// <param name="Server">Host of the registry; <c>https://index.docker.io/v1/</c> for Docker Hub.</param>
/// <param name="Username">Name of the user.</param>
/// <param name="Password">Password of the user, a secret; never <see langword="null"/> in settings without a problem.</param>
/// <param name="Email">Mail address of the user; <see langword="null"/> for none.</param>
/// <param name="SecretName">Name of the pull secret; <see langword="null"/> for one that follows the content.</param>
public sealed record RegistrySettings(string Server, string Username, Output<string>? Password, string? Email, string? SecretName);

namespace Rampart.Rules.Objects;

/// <summary>The resources of a stack, which the objects that are checked belong to.</summary>
/// <param name="Resources">The resources; parents come before their children.</param>
public sealed record DeclaredStack(IReadOnlyList<DeclaredResource> Resources)
{
    /// <summary>No program declares the objects.</summary>
    public static readonly DeclaredStack None = new([]);

    /// <summary>Whether the default provider updates Secrets in place (<c>kubernetes:enableSecretMutable</c>). The default is that it does not.</summary>
    public bool HasMutableSecrets { get; init; }

    /// <summary>Whether the default provider updates ConfigMaps in place (<c>kubernetes:enableConfigMapMutable</c>). The default is that it does not.</summary>
    public bool HasMutableConfigMaps { get; init; }
}

namespace Pulumi;

/// <summary>What generated code knows of a resource class: it is the same for every instance.</summary>
/// <param name="type">The type token.</param>
/// <param name="version">The version of the package, without <c>v</c>.</param>
/// <param name="aliasTypes">Earlier type tokens.</param>
/// <param name="additionalSecretOutputs">Outputs that are secret beyond those that the provider marks.</param>
internal sealed class ResourceKind(string type, string version, string[] aliasTypes, string[] additionalSecretOutputs)
{
    public string Type { get; } = type;

    public string Version { get; } = version;

    public string[] AdditionalSecretOutputs { get; } = additionalSecretOutputs;

    public Rampart.Protocol.Monitor.ResourceAlias[] Aliases { get; } =
        Array.ConvertAll(aliasTypes, static alias => new Rampart.Protocol.Monitor.ResourceAlias(Type: alias));
}

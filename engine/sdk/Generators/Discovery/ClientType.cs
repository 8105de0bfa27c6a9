using System.Collections.Immutable;

namespace Pulumi.Generators.Discovery;

/// <summary>A type of KubernetesClient's models.</summary>
/// <param name="Name">Its name, e.g. <c>V1Container</c>.</param>
/// <param name="Entity">What it says about its kind; null for a type that is only part of others.</param>
/// <param name="Properties">Its properties that have a wire name.</param>
internal sealed record ClientType(string Name, ClientEntity? Entity, ImmutableArray<ClientProperty> Properties)
{
    public bool Has(string wireName) => Properties.Any(property => property.WireName == wireName);
}

/// <summary>The content of a <c>KubernetesEntityAttribute</c>.</summary>
/// <param name="Kind">E.g. <c>Deployment</c>.</param>
/// <param name="Group">E.g. <c>apps</c>; empty for the core group.</param>
/// <param name="Version">E.g. <c>v1</c>.</param>
internal sealed record ClientEntity(string Kind, string Group, string Version);

/// <summary>A property of a model.</summary>
/// <param name="Name">Its C# name.</param>
/// <param name="WireName">The name in its <c>JsonPropertyNameAttribute</c>.</param>
/// <param name="Type">Its type.</param>
internal sealed record ClientProperty(string Name, string WireName, ClientTypeReference Type);

/// <summary>A type as a signature names it.</summary>
/// <param name="Name">The name without namespace and without arity, e.g. <c>IList</c>; an array is its item's name and <c>[]</c>.</param>
/// <param name="Arguments">The type arguments.</param>
internal sealed record ClientTypeReference(string Name, ImmutableArray<ClientTypeReference> Arguments)
{
    /// <summary>The type without <c>Nullable</c> around it.</summary>
    public ClientTypeReference Underlying => Name == "Nullable" ? Arguments[0] : this;

    public override string ToString() => Arguments.IsEmpty ? Name : $"{Name}<{string.Join(", ", Arguments)}>";
}

using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Rampart.Tests.Shared.Mocks;

/// <summary>Stands in for the engine: remembers every registration, and answers as the Kubernetes provider does, with the inputs and an id.</summary>
internal sealed class RecordingMocks : IMocks
{
    private const string GeneratedSuffix = "-00000000";
    private const string SecretType = "kubernetes:core/v1:Secret";

    private static readonly string[] SecretMaps = ["data", "stringData"];

    private readonly Lock _lock = new();
    private readonly List<MockResourceArgs> _registrations = [];

    /// <summary>Everything that was registered, in ordinal order of type and name: siblings arrive in any order.</summary>
    public IReadOnlyList<MockResourceArgs> Registrations
    {
        get
        {
            lock (_lock)
            {
                return [.. _registrations.OrderBy(r => r.Type, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal)];
            }
        }
    }

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        ImmutableDictionary<string, object> metadata = args.Inputs.GetValueOrDefault("metadata") as ImmutableDictionary<string, object>
            ?? ImmutableDictionary<string, object>.Empty;
        if (!metadata.ContainsKey("name"))
        {
            metadata = metadata.SetItem("name", args.Name + GeneratedSuffix);
        }

        bool isKubernetes = args.Type?.StartsWith("kubernetes:", StringComparison.Ordinal) == true;
        if (isKubernetes)
        {
            args.Inputs = args.Inputs.SetItem("metadata", metadata);
        }

        lock (_lock)
        {
            _registrations.Add(args);
        }

        string id = metadata.TryGetValue("namespace", out object? place) ? $"{place}/{metadata["name"]}" : $"{metadata["name"]}";
        return Task.FromResult<(string?, object)>((id, isKubernetes ? WithSecrets(args.Type!, args.Inputs) : args.Inputs));
    }

    // The provider marks what a Secret holds, whatever it was made of.
    private static ImmutableDictionary<string, object> WithSecrets(string type, ImmutableDictionary<string, object> state)
    {
        foreach (string name in type == SecretType ? SecretMaps : [])
        {
            if (state.TryGetValue(name, out object? value))
            {
                state = state.SetItem(name, Output.CreateSecret(value));
            }
        }

        return state;
    }

    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Args);
}

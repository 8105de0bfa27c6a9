using System.Collections.Immutable;

namespace Pulumi.Generators.Discovery;

/// <summary>Which models hold which.</summary>
internal sealed class ModelGraph
{
    private readonly ImmutableDictionary<string, ClientType> _types;

    public ModelGraph(ImmutableArray<ClientType> types) =>
        _types = types.ToImmutableDictionary(type => type.Name, StringComparer.Ordinal);

    public ClientType? Find(string name) => _types.TryGetValue(name, out ClientType? type) ? type : null;

    /// <summary>The models among the types of a member: itself, its items, its values.</summary>
    public IEnumerable<ClientType> ModelsIn(ClientTypeReference type)
    {
        if (Find(type.Name) is { Properties.IsEmpty: false } model)
        {
            yield return model;
        }

        foreach (ClientType argument in type.Arguments.SelectMany(ModelsIn))
        {
            yield return argument;
        }
    }

    /// <summary>The models that some root holds at any depth; a root is among them only when something holds it.</summary>
    /// <param name="roots">Where to start.</param>
    /// <param name="follow">Whether a member of a model is followed.</param>
    public ImmutableHashSet<string> HeldBy(IEnumerable<ClientType> roots, Func<ClientType, ClientProperty, bool> follow)
    {
        HashSet<string> held = new(StringComparer.Ordinal);
        HashSet<string> visited = new(StringComparer.Ordinal);
        Queue<ClientType> pending = new(roots);
        while (pending.Count > 0)
        {
            ClientType type = pending.Dequeue();
            if (!visited.Add(type.Name))
            {
                continue;
            }

            foreach (ClientProperty property in type.Properties.Where(property => follow(type, property)))
            {
                foreach (ClientType model in ModelsIn(property.Type))
                {
                    held.Add(model.Name);
                    pending.Enqueue(model);
                }
            }
        }

        return held.ToImmutableHashSet(StringComparer.Ordinal);
    }
}

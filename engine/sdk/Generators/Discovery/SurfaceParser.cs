using System.Collections.Immutable;
using Pulumi.Generators.Facts;
using Pulumi.Generators.Model;

namespace Pulumi.Generators.Discovery;

/// <summary>Decides, from KubernetesClient's models and the facts, which types the SDK has and what they look like.</summary>
internal sealed class SurfaceParser
{
    private readonly ImmutableDictionary<string, string> _summaries;
    private readonly KubernetesFacts _facts;
    private readonly ModelGraph _graph;
    private readonly ImmutableArray<ClientType> _kinds;
    private readonly Placement _placement;
    private readonly List<GeneratorProblem> _problems = [];

    private SurfaceParser(ImmutableArray<ClientType> types, ImmutableDictionary<string, string> summaries, KubernetesFacts facts)
    {
        _summaries = summaries;
        _facts = facts;
        _graph = new ModelGraph(types);
        ImmutableArray<ClientType> stable = [.. types.Where(IsStableKind)];
        _kinds = [.. stable.Where(kind => !facts.NotOffered.Contains(kind.Name))];
        _placement = new Placement(stable, _graph, facts.TypeGroups);
    }

    public static KubernetesSurface Parse(
        ImmutableArray<ClientType> types,
        ImmutableDictionary<string, string> summaries,
        KubernetesFacts facts,
        CancellationToken token) =>
        new SurfaceParser(types, summaries, facts).Parse(token);

    // Lists of kinds and the messages of the API server itself (versions, groups, options) are entities, too.
    private static bool IsStableKind(ClientType type) =>
        type.Entity is { } entity
        && NameRules.IsStable(entity.Version)
        && ApiGroups.NamespaceOf(entity.Group) is not null
        && type.Has("metadata")
        && !type.Has("items");

    private KubernetesSurface Parse(CancellationToken token)
    {
        ImmutableHashSet<string> kinds = _kinds.Select(kind => kind.Name).ToImmutableHashSet(StringComparer.Ordinal);
        ImmutableHashSet<string> taken = _graph.HeldBy(_kinds, (type, property) => IsOffered(type, property) && IsInput(type, property));
        ImmutableHashSet<string> returned = _graph.HeldBy(_kinds, IsOffered);

        List<KubernetesType> types = [];
        foreach (string name in returned.Union(kinds).OrderBy(name => name, StringComparer.Ordinal))
        {
            token.ThrowIfCancellationRequested();
            ClientType model = _graph.Find(name)!;
            if (Reference(name) is null)
            {
                _problems.Add(new GeneratorProblem(GeneratorDiagnostics.PlaceUnknown.Id, name));
                continue;
            }

            bool isKind = kinds.Contains(name);
            types.Add(new KubernetesType(
                _placement.NamespaceOf(name)!,
                NameRules.SplitModelName(name)!.Value.Name,
                Summary(name),
                isKind ? ParseKind(model) : null,
                HasArgs: isKind || taken.Contains(name),
                HasOutput: returned.Contains(name),
                ParseMembers(model)));
        }

        types.AddRange(PatchTypes.Derive(types, _facts.PatchKinds).ToArray());
        CheckFacts();
        return new KubernetesSurface(
            new EquatableArray<KubernetesType>([.. types]),
            new EquatableArray<GeneratorProblem>([.. _problems]));
    }

    private KubernetesKind ParseKind(ClientType model)
    {
        ClientEntity entity = model.Entity!;
        return new KubernetesKind(
            entity.Kind,
            ApiGroups.ApiVersion(entity.Group, entity.Version),
            ApiGroups.TypeToken(GroupVersion(entity), entity.Kind),
            new EquatableArray<string>(
                [.. _facts.AliasTypes[GroupVersionKind(entity)].Select(older => ApiGroups.TypeToken(older, entity.Kind))]),
            new EquatableArray<string>(_facts.SecretMembers[model.Name]));
    }

    private EquatableArray<KubernetesMember> ParseMembers(ClientType model)
    {
        string typeName = NameRules.SplitModelName(model.Name)!.Value.Name;
        List<KubernetesMember> members = [];
        foreach (ClientProperty property in model.Properties.Where(property => IsOffered(model, property)))
        {
            if (ShapeRules.ShapeOf(model, property, Reference) is not { } shape)
            {
                _problems.Add(new GeneratorProblem(GeneratorDiagnostics.ShapeUnknown.Id, $"{model.Name}.{property.WireName}"));
                continue;
            }

            members.Add(new KubernetesMember(
                NameRules.WireName(property.WireName),
                NameRules.MemberName(property.WireName, typeName),
                shape,
                IsRequired: IsRequired(model, property),
                IsSecret: _facts.SecretMembers.Contains(model.Name, property.WireName),
                IsInput: IsInput(model, property),
                Summary($"{model.Name}.{property.Name}")));
        }

        return new EquatableArray<KubernetesMember>([.. members.OrderBy(member => member.WireName, StringComparer.Ordinal)]);
    }

    private string? Reference(string model) =>
        _graph.Find(model) is not null && _placement.NamespaceOf(model) is { } place
            ? $"{place}.{NameRules.SplitModelName(model)!.Value.Name}"
            : null;

    private string Summary(string name) => _summaries.TryGetValue(name, out string? summary) ? summary : "";

    private bool IsOffered(ClientType type, ClientProperty property) =>
        !_facts.NotOffered.Contains($"{type.Name}.{property.WireName}");

    // The cluster writes a kind's status; the official SDK takes none.
    private static bool IsInput(ClientType type, ClientProperty property) => type.Entity is null || property.WireName != "status";

    // A value that cannot be absent in C# cannot be absent on the wire; of the others the metadata says nothing.
    private bool IsRequired(ClientType type, ClientProperty property) =>
        property.Type.Name is "Boolean" or "DateTime" or "Double" or "Int32" or "Int64"
        || _facts.RequiredMembers.Contains(type.Name, property.WireName);

    private void CheckFacts()
    {
        CheckMembers(_facts.RequiredMembers);
        CheckMembers(_facts.SecretMembers);
        foreach (string name in _facts.NotOffered.Keys)
        {
            string[] parts = name.Split('.');
            Check(name, _graph.Find(parts[0]) is { } type && (parts.Length == 1 || type.Has(parts[1])));
        }

        foreach (string model in _facts.TypeGroups.Keys.SelectMany(group => _facts.TypeGroups[group]))
        {
            Check(model, _graph.Find(model) is not null);
        }

        ImmutableHashSet<string> kinds = _kinds
            .Select(kind => GroupVersionKind(kind.Entity!))
            .ToImmutableHashSet(StringComparer.Ordinal);
        foreach (string kind in _facts.AliasTypes.Keys.Concat(_facts.PatchKinds.Keys))
        {
            Check(kind, kinds.Contains(kind));
        }
    }

    private static string GroupVersion(ClientEntity entity) => ApiGroups.GroupVersion(entity.Group, entity.Version);

    private static string GroupVersionKind(ClientEntity entity) => $"{GroupVersion(entity)}:{entity.Kind}";

    private void CheckMembers(FactFile facts)
    {
        foreach (string type in facts.Keys)
        {
            foreach (string wireName in facts[type])
            {
                Check($"{type}.{wireName}", _graph.Find(type)?.Has(wireName) == true);
            }
        }
    }

    private void Check(string fact, bool holds)
    {
        if (!holds)
        {
            _problems.Add(new GeneratorProblem(GeneratorDiagnostics.FactWithoutMetadata.Id, fact));
        }
    }
}

using System.Collections.Frozen;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Images;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Waivers;

namespace Rampart.Rules.Options;

/// <summary>What a check goes by, apart from the objects.</summary>
public sealed record CheckOptions
{
    /// <summary>What holds where nobody says anything: level restricted in its latest version, no waivers.</summary>
    public static readonly CheckOptions Default = new();

    // Null while nobody says anything, which is the case that must start quickly.
    private readonly IReadOnlyDictionary<string, DiagnosticSeverity?>? _severities;

    /// <summary>The Pod Security Standard. The default is <c>restricted:latest</c>.</summary>
    public LevelVersion PodSecurity { get; init; } = new(PodSecurityLevel.Restricted, PolicyVersion.Latest);

    /// <summary>Severities that differ from the rule's own, by the rule's number; null switches a rule off.</summary>
    public IReadOnlyDictionary<string, DiagnosticSeverity?> Severities
    {
        get => _severities ?? FrozenDictionary<string, DiagnosticSeverity?>.Empty;
        init => _severities = value;
    }

    /// <summary>What is accepted for a time.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>The day on which waivers are looked at. The default is the first of all days, on which none has expired.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Where images may come from; empty, the default, for anywhere.</summary>
    public IReadOnlyList<ImagePrefix> AllowedRegistries { get; init; } = [];

    /// <summary>What is known of the cluster.</summary>
    public ClusterInventory Cluster { get; init; } = ClusterInventory.Unknown;

    /// <summary>
    /// Reads a text inside an object as YAML, e.g. Falco rules in a ConfigMap, and gives null for what is none; null, the
    /// default, when such texts are not to be looked into.
    /// </summary>
    public Func<string, PropertyValue>? ReadYaml { get; init; }
}

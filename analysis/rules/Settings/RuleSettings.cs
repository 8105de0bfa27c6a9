using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Images;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Waivers;

namespace Rampart.Rules.Settings;

/// <summary>What a stack or a <c>rampart.yaml</c> says about checks.</summary>
public sealed record RuleSettings
{
    /// <summary>What stands before the names of the settings in the configuration of a stack.</summary>
    public const string Namespace = "rampart:";

    /// <summary>The names of all settings, in ordinal order.</summary>
    public static readonly IReadOnlyList<string> Names = ["allowedRegistries", "cluster", "enforcement", "level", "severities", "version", "waivers"];

    /// <summary>Nothing is said.</summary>
    public static readonly RuleSettings None = new();

    /// <summary>The level of the Pod Security Standard; null when nothing is said.</summary>
    public PodSecurityLevel? Level { get; init; }

    /// <summary>The version of the Pod Security Standard; null when nothing is said.</summary>
    public PolicyVersion? Version { get; init; }

    /// <summary>Severities by the rule's number; null switches a rule off.</summary>
    public IReadOnlyDictionary<string, DiagnosticSeverity?> Severities { get; init; } = CheckOptions.Default.Severities;

    /// <summary>What is accepted for a time.</summary>
    public IReadOnlyList<Waiver> Waivers { get; init; } = [];

    /// <summary>Where images may come from; empty for anywhere.</summary>
    public IReadOnlyList<ImagePrefix> AllowedRegistries { get; init; } = [];

    /// <summary>What is known of the cluster.</summary>
    public ClusterInventory Cluster { get; init; } = ClusterInventory.Unknown;

    /// <summary>Reads YAML that is inside of a value; null, the default, leaves it unread.</summary>
    public Func<string, PropertyValue>? ReadYaml { get; init; }

    /// <summary>What components do under an engine about a workload that breaks a rule. The default is <see cref="EnforcementMode.Error"/>.</summary>
    public EnforcementMode Enforcement { get; init; } = EnforcementMode.Error;

    /// <summary>What a check goes by: these settings, and what the caller says instead.</summary>
    /// <param name="level">The level instead of that of the settings; null for theirs, or restricted.</param>
    /// <param name="version">The version instead of that of the settings; null for theirs, or latest.</param>
    /// <param name="today">The day on which waivers are looked at.</param>
    public CheckOptions ToOptions(PodSecurityLevel? level, PolicyVersion? version, DateOnly today)
    {
        LevelVersion given = CheckOptions.Default.PodSecurity;
        return new CheckOptions
        {
            PodSecurity = new LevelVersion(level ?? Level ?? given.Level, version ?? Version ?? given.Version),
            Severities = Severities,
            Waivers = Waivers,
            Today = today,
            AllowedRegistries = AllowedRegistries,
            Cluster = Cluster,
            ReadYaml = ReadYaml,
        };
    }
}

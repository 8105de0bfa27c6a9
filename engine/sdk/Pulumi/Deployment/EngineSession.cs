using Pulumi.Wire;
using Rampart.Protocol.Monitor;

namespace Pulumi;

/// <summary>Who a program talks to while it runs, and what it is told about its stack.</summary>
internal sealed class EngineSession
{
    private static readonly AsyncLocal<EngineSession?> Ambient = new();

    /// <summary>The session that <see cref="Deployment"/> takes instead of the environment's; set by whoever runs a program in process.</summary>
    public static EngineSession? Current
    {
        get => Ambient.Value;
        set => Ambient.Value = value;
    }

    public required IMonitor Monitor { get; init; }

    public required string Project { get; init; }

    public required string Stack { get; init; }

    public string Organization { get; init; } = "organization";

    public string RootDirectory { get; init; } = "";

    public bool IsDryRun { get; init; }

    /// <summary>Texts by full key, e.g. <c>spicedb:replicas</c>.</summary>
    public IReadOnlyDictionary<string, string> Config { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// Full keys of values with secrets that cannot be read here: as secrets they are unknown to the program; their text has a
    /// placeholder for what cannot be read.
    /// </summary>
    public IReadOnlySet<string> OpaqueKeys { get; init; } = new HashSet<string>();

    /// <summary>Full keys of secret values, which messages do not show.</summary>
    public IReadOnlySet<string> SecretKeys { get; init; } = new HashSet<string>();

    /// <summary>How values are written; set before the program starts.</summary>
    public EngineFeatures Features { get; set; } = EngineFeatures.InProcess;

    /// <summary>The engine when it is another process; null when <see cref="Monitor"/> is in this one.</summary>
    public RemoteEngine? Remote { get; init; }

    /// <summary>Told of each exception that ends the run, besides the message that is logged; null for nobody.</summary>
    public Action<Exception>? OnException { get; init; }

    /// <summary>Told of each resource when its registration is sent; null for nobody.</summary>
    public Action<Resource>? OnResource { get; init; }
}

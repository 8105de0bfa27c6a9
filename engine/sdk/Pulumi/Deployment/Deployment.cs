using Pulumi.Wire;
using Rampart.Protocol.Monitor;

namespace Pulumi;

/// <summary>A run of a program: <see cref="RunAsync(Action)"/> under an engine, <c>TestAsync</c> on mocks.</summary>
public sealed partial class Deployment
{
    private static readonly AsyncLocal<Deployment?> Ambient = new();

    private readonly EngineSession _session;
    private readonly TaskTracker _tasks = new();
    private readonly RegistrationQueue _registrations = new();
    private Stack? _stack;

    private Deployment(EngineSession session) => _session = session;

    /// <summary>The running deployment.</summary>
    /// <exception cref="InvalidOperationException">None is running.</exception>
    public static DeploymentInstance Instance => new(Require());

    /// <summary>The running deployment; null when none is.</summary>
    internal static Deployment? Current => Ambient.Value;

    internal bool IsDryRun => _session.IsDryRun;

    internal string ProjectName => _session.Project;

    internal string StackName => _session.Stack;

    internal string OrganizationName => _session.Organization;

    internal string RootDirectory => _session.RootDirectory;

    internal IMonitor Monitor => _session.Monitor;

    /// <summary>How values are written for the monitor.</summary>
    internal EngineFeatures Features => _session.Features;

    /// <summary>The root of the resources.</summary>
    /// <exception cref="InvalidOperationException">It has not been declared.</exception>
    internal Stack Stack
    {
        get => _stack ?? throw new InvalidOperationException("Trying to acquire Deployment.Stack before 'Run' was called.");
        set => _stack = value;
    }

    /// <summary>Asks that the Pulumi CLI that runs the program is of a version in a range; the run fails otherwise.</summary>
    /// <param name="pulumiVersionRange">The range, e.g. <c>&gt;=3.100.0</c>.</param>
    /// <exception cref="InvalidOperationException">No deployment is running.</exception>
    public static Task RequirePulumiVersionAsync(string pulumiVersionRange)
    {
        Deployment deployment = Require();
        Task task = deployment.Monitor.RequirePulumiVersionAsync(pulumiVersionRange).AsTask();
        deployment._tasks.Add(task);
        return task;
    }

    internal static Deployment Require() =>
        Current ?? throw new InvalidOperationException("Trying to acquire Deployment.Instance before 'Run' was called.");

    /// <summary>Makes the run wait for a task, when there is a run.</summary>
    internal static void Track(Task task) => Current?._tasks.Add(task);

    /// <summary>A configuration value: its text, or null when it is not set; and whether it holds a secret that cannot be read here.</summary>
    internal (string? Text, bool IsOpaque) GetConfig(string fullKey) =>
        (_session.Config.GetValueOrDefault(fullKey), _session.OpaqueKeys.Contains(fullKey));

    /// <summary>Whether a configuration value is secret.</summary>
    internal bool IsSecretConfig(string fullKey) => _session.SecretKeys.Contains(fullKey);
}

using System.CommandLine;
using Rampart.Cli.Checks;
using Rampart.Plan.CheckSettings;
using Rampart.Plan.Configuration;
using Rampart.Plan.Manifests;
using Rampart.Plan.Plans;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Settings;

namespace Rampart.Cli.Commands;

/// <summary>A stack that has been planned, and what a check of it goes by.</summary>
/// <param name="Planned">The stack.</param>
/// <param name="Options">What its configuration and the command line say.</param>
public sealed record StackCheck(PlannedStack Planned, CheckOptions Options)
{
    // What rules and reports allocate for an object of a hardened app, a sixth of which are workloads, and some more for findings.
    private const long AllocatedPerObject = 16 * 1024;

    /// <summary>Plans the stack that a command line names; null when something is wrong, which has been told on standard error.</summary>
    /// <param name="planner">Plans the stack.</param>
    /// <param name="parsed">The command line.</param>
    /// <param name="level">The level instead of that of the configuration.</param>
    /// <param name="version">The version instead of that of the configuration.</param>
    /// <param name="cancellationToken">Stops the program.</param>
    /// <param name="check">Finds more that is wrong with the configuration; null for nothing more.</param>
    public static async Task<StackCheck?> PlanAsync(
        StackPlanner planner,
        ParseResult parsed,
        PodSecurityLevel? level,
        PolicyVersion? version,
        CancellationToken cancellationToken,
        Func<StackConfiguration, IReadOnlyList<Diagnostic>>? check = null)
    {
        ArgumentNullException.ThrowIfNull(planner);
        CheckOptions options = CheckOptions.Default;
        PlannedStack? planned = await planner.PlanAsync(
            parsed,
            configuration =>
            {
                RuleSettingsResult settings = RuleSettingsFiles.ReadStack(configuration);
                List<Diagnostic> diagnostics = [.. settings.Diagnostics, .. check?.Invoke(configuration) ?? []];
                options = OptionsOf(settings.Settings, level, version, diagnostics);
                return diagnostics;
            },
            cancellationToken).ConfigureAwait(false);
        return planned is null ? null : new StackCheck(planned, options);
    }

    /// <summary>What a check goes by.</summary>
    /// <param name="settings">What a stack or a file says.</param>
    /// <param name="level">The level instead of theirs.</param>
    /// <param name="version">The version instead of theirs.</param>
    /// <param name="diagnostics">Gets what is wrong with the environment.</param>
    internal static CheckOptions OptionsOf(RuleSettings settings, PodSecurityLevel? level, PolicyVersion? version, List<Diagnostic> diagnostics)
    {
        if (!CheckDay.TryFind(Environment.GetEnvironmentVariable, TimeProvider.System, out DateOnly today, out Diagnostic? diagnostic))
        {
            diagnostics.Add(diagnostic);
        }

        return settings.ToOptions(level, version, today);
    }

    /// <summary>Makes the check.</summary>
    /// <param name="lowest">The lowest severity of findings that are shown.</param>
    /// <param name="failOn">The lowest severity that makes the check fail.</param>
    public CheckOutcome Check(DiagnosticSeverity lowest, DiagnosticSeverity? failOn)
    {
        Manifest[] manifests = ManifestOrder.Sort(Planned.Plan);
        CollectorRest.Begin(manifests.Length * AllocatedPerObject);
        KubernetesObject[] objects = new KubernetesObject[manifests.Length];
        for (int i = 0; i < objects.Length; i++)
        {
            objects[i] = new KubernetesObject(manifests[i].Body, new ObjectOrigin { Urn = manifests[i].Resource.Urn });
        }

        CheckOutcome outcome = CheckOutcome.Of(
            objects, Options, lowest, failOn, DeclaredPlan.Of(Planned.Plan, Planned.Configuration.Values), Planned.FindUnseen());
        string unseen = UnseenParts.Count(Planned.Plan);
        return outcome with
        {
            Report = unseen.Length == 0 ? outcome.Report : outcome.Report with { Checklist = Checklist.WithUnseen(outcome.Report.Checklist, unseen) },
            StackFile = Planned.StackFile,
            Sources = Planned.Configuration.Project is { } project ? SourceTree.Find(project.Folder) : SourceTree.Bare,
        };
    }
}

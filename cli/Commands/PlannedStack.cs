using Rampart.Plan.Configuration;

namespace Rampart.Cli.Commands;

/// <summary>A stack that has been planned.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Configuration">The configuration that it was planned with.</param>
public sealed record PlannedStack(Rampart.Plan.Plans.Plan Plan, StackConfiguration Configuration);

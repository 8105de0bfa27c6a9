using Rampart.Plan.Configuration;

namespace Rampart.Cli.Commands;

/// <summary>A stack that has been planned.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Configuration">The configuration that it was planned with.</param>
public sealed record PlannedStack(Rampart.Plan.Plans.Plan Plan, StackConfiguration Configuration)
{
    /// <summary>Whether what the plan cannot see is accepted.</summary>
    public bool AllowsUnknown { get; init; }

    /// <summary>The name of the stack's file.</summary>
    public string StackFile => Configuration.Stack?.FileName ?? "";
}

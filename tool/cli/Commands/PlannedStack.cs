using Rampart.Plan.Configuration;
using Rampart.Plan.Plans;
using Rampart.Rules.Diagnostics;

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

    /// <summary>A diagnostic for each part that the plan cannot see.</summary>
    public IReadOnlyList<Diagnostic> FindUnseen() => UnseenParts.Find(Plan, StackFile, "--allow-unknown", AllowsUnknown);
}

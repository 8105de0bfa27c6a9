using System.Collections.Immutable;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Plans;

/// <summary>
/// What a program would do: its resources in the order of their registrations, the stack's outputs and the messages of
/// the run. Immutable; everything that shows or judges a plan is a function of it.
/// </summary>
/// <param name="Project">The project.</param>
/// <param name="Stack">The stack.</param>
/// <param name="Resources">The resources; the stack is the first.</param>
/// <param name="Outputs">The stack's outputs; secrets and unknowns are marked.</param>
/// <param name="Messages">What the program logged, in order.</param>
public sealed record Plan(
    string Project,
    string Stack,
    ImmutableArray<PlanResource> Resources,
    PropertyObject Outputs,
    ImmutableArray<LogRequest> Messages);

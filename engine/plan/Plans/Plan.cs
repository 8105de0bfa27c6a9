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
    ImmutableArray<LogRequest> Messages)
{
    /// <summary>
    /// The functions and methods of providers that the program called, each once in ordinal order: their results are not known, since a
    /// plan starts no providers, nor is what the program would make of them.
    /// </summary>
    public ImmutableArray<string> Functions { get; init; } = [];

    /// <summary>
    /// The plan with every value marked as secret that holds a secret of the configuration, also where the program took it for an
    /// ordinary text or number; in names and messages, which are texts for people, <c>[secret]</c> stands in its place.
    /// </summary>
    /// <param name="secrets">The secrets of the configuration.</param>
    public Plan Hide(SecretTexts secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        return secrets.IsEmpty ? this : this with
        {
            Resources = [.. Resources.Select(resource => resource.Hide(secrets))],
            Outputs = secrets.Mark(Outputs),
            Messages = [.. Messages.Select(message => message with { Message = secrets.Mask(message.Message), Urn = secrets.Mask(message.Urn) })],
        };
    }
}

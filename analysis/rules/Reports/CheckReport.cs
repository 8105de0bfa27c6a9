using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Options;
using Rampart.Rules.Resources;

namespace Rampart.Rules.Reports;

/// <summary>What rules say about a set of objects.</summary>
/// <param name="Options">What the check went by.</param>
/// <param name="Objects">The objects in their order.</param>
/// <param name="Checklist">The guide's twelve points.</param>
/// <param name="Diagnostics">What is wrong with settings: waivers that have expired, and those that cover nothing.</param>
public sealed record CheckReport(
    CheckOptions Options,
    IReadOnlyList<ObjectReport> Objects,
    IReadOnlyList<ChecklistItem> Checklist,
    IReadOnlyList<Diagnostic> Diagnostics)
{
    private IReadOnlyList<ObjectReport>? _counted;
    private CheckSummary _summary;

    /// <summary>Whether what is declared can run; empty when nothing bounds it.</summary>
    public IReadOnlyList<FeasibilityVerdict> Feasibility => Verdicts.Value;

    /// <summary>The names of the scopes that were judged apart, since they repeat objects; none when all objects were judged together.</summary>
    public IReadOnlyList<string> Scopes { get; init; } = [];

    // Computed for those reports that tell it.
    internal Lazy<IReadOnlyList<FeasibilityVerdict>> Verdicts { get; init; } = new(() => []);

    /// <summary>All findings, in the order of the objects; unknown and waived ones too.</summary>
    public IEnumerable<Finding> Findings => Objects.SelectMany(report => report.Findings);

    /// <summary>The numbers.</summary>
    public CheckSummary Summary
    {
        get
        {
            // Several parts of a report ask. A copy with other objects counts again.
            if (!ReferenceEquals(_counted, Objects))
            {
                _summary = CheckSummary.Of(this);
                _counted = Objects;
            }

            return _summary;
        }
    }
}

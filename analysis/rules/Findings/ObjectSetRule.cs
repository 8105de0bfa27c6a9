using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Findings;

/// <summary>A rule about all objects that are checked together.</summary>
internal sealed class ObjectSetRule(string id, string name, RuleCategory category, DiagnosticSeverity severity)
    : Rule(id, name, category, severity)
{
    /// <summary>Looks at all objects.</summary>
    public required Action<Inspection> Check { get; init; }

    internal override void Run(Inspection inspection) => Check(inspection);
}

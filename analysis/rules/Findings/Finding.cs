using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;
using Rampart.Rules.Waivers;

namespace Rampart.Rules.Findings;

/// <summary>What a rule has against an object.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Severity">How much it matters here.</param>
/// <param name="Verdict">Whether the rule is broken, or cannot be judged.</param>
/// <param name="Object">The object.</param>
/// <param name="Path">The field, or where the field is missing; empty for the whole object.</param>
/// <param name="Message">What is wrong, lower case, without a full stop. Secrets are never shown.</param>
public sealed record Finding(
    Rule Rule, DiagnosticSeverity Severity, FindingVerdict Verdict, KubernetesObject Object, string Path, string Message)
{
    /// <summary>The value that is wrong; empty when a value is missing. Secrets are never shown.</summary>
    public string Found { get; init; } = "";

    /// <summary>What is allowed.</summary>
    public required string Allowed { get; init; }

    /// <summary>What to do.</summary>
    public required string Fix { get; init; }

    /// <summary>The waiver that covers it; null when none does.</summary>
    public Waiver? Waiver { get; init; }

    /// <summary>Whether the rule cannot be judged since the field at <see cref="Path"/> cannot be read, and not for what lies elsewhere.</summary>
    internal bool IsOfField { get; init; }

    /// <summary>The line in the object's file, from 1; 0 when there is none.</summary>
    public int Line => Object.Origin.FindLine(Path);
}

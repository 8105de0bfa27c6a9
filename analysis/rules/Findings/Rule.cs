using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>One thing that a hardened workload does or does not do.</summary>
public abstract class Rule
{
    private protected Rule(string id, string name, RuleCategory category, DiagnosticSeverity severity)
    {
        Id = id;
        Order = OrderOf(id);
        Name = name;
        Category = category;
        Severity = severity;
    }

    /// <summary>The number, <c>RMP</c> and four digits; never reused.</summary>
    public string Id { get; }

    /// <summary>The digits of <see cref="Id"/>, by which rules are in order.</summary>
    internal int Order { get; }

    /// <summary>The name: the upstream check id for the Pod Security Standards, words with hyphens for all others.</summary>
    public string Name { get; }

    /// <summary>What it is about.</summary>
    public RuleCategory Category { get; }

    /// <summary>How much it matters unless a stack or a <c>rampart.yaml</c> says otherwise.</summary>
    public DiagnosticSeverity Severity { get; }

    /// <summary>What holds where the rule is kept, in one sentence, and why.</summary>
    public required string Summary { get; init; }

    /// <summary>What is allowed, as a phrase: <c>a tag other than latest, or a digest</c>.</summary>
    public required string Allowed { get; init; }

    /// <summary>What to do, as a phrase that starts with a verb: <c>set resources.limits.memory</c>.</summary>
    public required string Fix { get; init; }

    /// <summary>A bad and a good example; null when there is none.</summary>
    public RuleExample? Example { get; init; }

    /// <summary>The section of the hardening guide that asks for it, e.g. <c>Image Security</c>; empty when the guide says nothing.</summary>
    public string Guide { get; init; } = "";

    /// <summary>The ids by which other tools know it, as <c>tool:id</c>, e.g. <c>kube-linter:latest-tag</c>, <c>checkov:CKV_K8S_14</c>.</summary>
    public IReadOnlyList<string> OtherIds { get; init; } = [];

    /// <summary>The point of the guide's checklist that it is part of; null when it is part of none.</summary>
    public ChecklistPoint? Point { get; init; }

    /// <summary>Whether the rule can tell nothing of an object without those around it, e.g. of a workload without its budget. The default is that it can.</summary>
    public bool NeedsOtherObjects { get; init; }

    /// <summary>
    /// What it looks at in one go. <see cref="RunOn(KubernetesObject, Inspection)"/> for each object that it <see cref="LooksAt"/>, or
    /// <see cref="RunOn(Workload, Inspection)"/> for each workload, is then the same as <see cref="Run"/>.
    /// </summary>
    internal virtual RuleReach Reach => RuleReach.Everything;

    /// <summary>Looks at all objects and reports what does not hold, and what cannot be told.</summary>
    internal abstract void Run(Inspection inspection);

    /// <summary>Whether objects of a kind are looked at; for rules that reach one object.</summary>
    internal virtual bool LooksAt(string group, string kind) => true;

    /// <summary>Looks at one object; for rules that reach one.</summary>
    internal virtual void RunOn(KubernetesObject item, Inspection inspection) => throw new NotSupportedException($"{this} does not look at one object");

    /// <summary>Looks at one workload; for rules that reach one.</summary>
    internal virtual void RunOn(Workload workload, Inspection inspection) => throw new NotSupportedException($"{this} does not look at one workload");

    private static int OrderOf(string id)
    {
        int number = 0;
        foreach (char digit in id)
        {
            number = char.IsAsciiDigit(digit) ? (number * 10) + (digit - '0') : number;
        }

        return number;
    }

    /// <summary>Number and name.</summary>
    public override string ToString() => $"{Id} {Name}";
}

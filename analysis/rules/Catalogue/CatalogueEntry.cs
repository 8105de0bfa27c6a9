using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Catalogue;

/// <summary>What the product can say under a number: by a rule, by another part of it, or not any more.</summary>
public sealed class CatalogueEntry
{
    private CatalogueEntry(string id, string name, string category, DiagnosticSeverity? severity, string summary, string fix) =>
        (Id, Name, Category, Severity, Summary, Fix) = (id, name, category, severity, summary, fix);

    /// <summary>The number, <c>RMP</c> and four digits; never reused.</summary>
    public string Id { get; }

    /// <summary>The name; empty for a number that is retired.</summary>
    public string Name { get; }

    /// <summary>What it is about: the title of a rule's category, or of the range of numbers.</summary>
    public string Category { get; }

    /// <summary>How much it matters unless somebody says otherwise; null for a number that is retired.</summary>
    public DiagnosticSeverity? Severity { get; }

    /// <summary>What holds where a rule is kept, or what is wrong, and why it matters.</summary>
    public string Summary { get; }

    /// <summary>What to do, as a phrase that starts with a verb; empty for a number that is retired.</summary>
    public string Fix { get; }

    /// <summary>The rule; null when it is not one.</summary>
    public Rule? Rule { get; private init; }

    /// <summary>What is allowed, as a phrase; empty when it is not a rule.</summary>
    public string Allowed => Rule?.Allowed ?? "";

    /// <summary>The section of the hardening guide that asks for it; empty when the guide says nothing.</summary>
    public string Guide => Rule?.Guide ?? "";

    /// <summary>The point of the guide's checklist that it is part of; null when it is part of none.</summary>
    public ChecklistPoint? Point => Rule?.Point;

    /// <summary>The ids by which other tools know it, as <c>tool:id</c>.</summary>
    public IReadOnlyList<string> OtherIds => Rule?.OtherIds ?? [];

    /// <summary>The points of the CIS Kubernetes Benchmark 1.8 that ask for it, e.g. <c>5.2.2</c>.</summary>
    public IReadOnlyList<string> Cis => Rule is null ? [] : RulePages.CisOf(Rule);

    /// <summary>The headings of the Kubernetes Hardening Guidance 1.2 of NSA and CISA under which it is asked for.</summary>
    public IReadOnlyList<string> Nsa => Rule is null ? [] : RulePages.NsaOf(Rule);

    /// <summary>The address of a page of Kubernetes, or of another project, to read more; empty when it is not a rule.</summary>
    public string Page => Rule is null ? "" : RulePages.PageOf(Rule);

    /// <summary>A fragment of YAML that the rule reports; empty when there is no example.</summary>
    public string Bad => Example?.Bad ?? "";

    /// <summary>The same as the rule wants it; empty when there is no example.</summary>
    public string Good => Example?.Good ?? "";

    /// <summary>What can stop working once it is fixed; empty when nothing is known to.</summary>
    public string Breaks => Example?.Breaks ?? "";

    private RuleExample? Example => Rule?.Example;

    internal static CatalogueEntry Of(Rule rule) => new(rule.Id, rule.Name, rule.Category.Title(), rule.Severity, rule.Summary, rule.Fix) { Rule = rule };

    internal static CatalogueEntry Of(DiagnosticDescription description) =>
        new(description.Id, description.Name, DiagnosticRange.Of(description.Id)?.Title ?? "", description.Severity, description.Summary, description.Fix);

    internal static CatalogueEntry Of(RetiredDiagnostic retired) =>
        new(retired.Id, "", DiagnosticRange.Of(retired.Id)?.Title ?? "", severity: null, "The number is retired. " + retired.Reason, "");

    /// <summary>Number and name.</summary>
    public override string ToString() => Name.Length == 0 ? $"{Id} (retired)" : $"{Id} {Name}";
}

using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Reports;

namespace Rampart.Rules.Tests.Catalogue;

/// <summary>What a rule says about some objects.</summary>
/// <param name="rule">The rule's number.</param>
/// <param name="name">What the case is about; each once per rule.</param>
/// <param name="objects">The objects.</param>
/// <param name="expected">
/// The rule's findings in their order, as <c>path: message</c>; one that is unknown starts with <c>? </c>. None for a case that passes.
/// </param>
internal sealed class RuleCase(string rule, string name, PropertyObject[] objects, params string[] expected)
{
    public string Rule { get; } = rule;

    public string Name { get; } = name;

    public IReadOnlyList<string> Expected { get; } = expected;

    /// <summary>What the check goes by.</summary>
    public CheckOptions Options { get; init; } = CheckOptions.Default;

    /// <summary>Where the objects come from.</summary>
    public ObjectOrigin Origin { get; init; } = ObjectOrigin.None;

    /// <summary>The resources that declare objects instead of those given; null when no program does.</summary>
    public DeclaredStack? Stack { get; init; }

    /// <summary>What the rule really says.</summary>
    public string[] Run()
    {
        ObjectSet set = Stack is null
            ? new([.. objects.Select(item => new KubernetesObject(item, Origin))])
            : new([.. Stack.Resources.Where(resource => resource.Kind.Length > 0).Select(Declare)], Stack);
        Inspection inspection = new(set, Options);
        Assert.True(RuleCatalogue.TryFind(Rule, out Rule? found), $"there is no rule {Rule}");
        inspection.Run(found);
        List<Finding> findings = [.. inspection.Findings];
        findings.Sort(FindingOrder.Compare);
        return [.. findings.Select(Describe)];
    }

    private static KubernetesObject Declare(DeclaredResource resource) => new(resource.Inputs, new ObjectOrigin { Urn = resource.Urn });

    private static string Describe(Finding finding) =>
        finding.Verdict == FindingVerdict.Unknown ? $"? {finding.Message}" : $"{finding.Path}: {finding.Message}";
}

using System.Globalization;
using Rampart.Plan.Configuration;
using Rampart.Plan.Manifests;
using Rampart.Plan.Plans;
using Rampart.Protocol.Monitor;
using Rampart.Rules.Checklists;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.PodSecurity.Evaluation;
using Rampart.Rules.Reports;

namespace Rampart.Testing;

/// <summary>What a program declares: its Kubernetes objects, and what the rules say of them.</summary>
public sealed class TestPlan
{
    // In the order of `check`, which is the order of findings.
    private readonly PlannedManifest[] _checked;
    private readonly DeclaredStack _declared;
    private readonly CheckOptions _options;
    private readonly IReadOnlyList<Diagnostic> _unseen;
    private readonly string _unseenParts;

    internal TestPlan(Plan.Plans.Plan plan, StackConfiguration configuration, CheckOptions options, bool allowUnknown)
    {
        _checked = [.. ManifestOrder.Sort(plan).Select(static manifest => new PlannedManifest(manifest))];
        _declared = DeclaredPlan.Of(plan, configuration.Values);
        _options = options;
        _unseen = UnseenParts.Find(plan, configuration.Stack?.FileName ?? GivenValues.Source, nameof(PlanSettings.AllowUnknown), allowUnknown);
        _unseenParts = UnseenParts.Count(plan);
        Manifests =
        [
            .. _checked
                .OrderBy(static item => item.Type, StringComparer.Ordinal)
                .ThenBy(static item => item.LogicalName, StringComparer.Ordinal)
                .ThenBy(static item => item.Urn, StringComparer.Ordinal),
        ];
        Resources =
        [
            .. plan.Resources
                .Where(static resource => resource.Type != ResourceUrn.StackType)
                .Select(static resource => $"{resource.Type} {resource.Name}")
                .Order(StringComparer.Ordinal),
        ];
    }

    /// <summary>The Kubernetes objects, in ordinal order of the type tokens and logical names of their resources.</summary>
    public IReadOnlyList<PlannedManifest> Manifests { get; }

    /// <summary>All resources, components too, as <c>type name</c> in ordinal order.</summary>
    public IReadOnlyList<string> Resources { get; }

    /// <summary>The only object of a kind with a name.</summary>
    /// <param name="kind">The kind, e.g. <c>Deployment</c>.</param>
    /// <param name="name">The object's name; null, the default, when there is only one of the kind.</param>
    /// <exception cref="PlanAssertionException">There is none, or more than one; the message lists what there is.</exception>
    public PlannedManifest Manifest(string kind, string? name = null)
    {
        PlannedManifest[] found = [.. Manifests.Where(item => item.Kind == kind && (name is null || item.Name == name))];
        return found.Length == 1
            ? found[0]
            : throw new PlanAssertionException(
                string.Create(CultureInfo.InvariantCulture, $"{found.Length} objects are {kind} {name ?? "(any name)"}; the plan has\n")
                + string.Join('\n', Manifests.Select(item => $"  {item}")));
    }

    /// <summary>Checks all objects by all rules. The diagnostics of the report also name what the plan cannot see.</summary>
    /// <param name="options">What the check goes by; the default is what the configuration says in <c>rampart:…</c>, else level restricted without waivers.</param>
    public CheckReport Check(CheckOptions? options = null)
    {
        CheckReport report = ObjectChecker.Check(new ObjectSet([.. _checked.Select(static item => item.Object)], _declared), options ?? _options);
        List<Diagnostic> diagnostics = [.. report.Diagnostics, .. _unseen];
        DiagnosticOrder.Sort(diagnostics);
        return report with { Diagnostics = diagnostics, Checklist = _unseenParts.Length == 0 ? report.Checklist : Checklist.WithUnseen(report.Checklist, _unseenParts) };
    }

    /// <summary>Fails unless every pod is allowed by the Pod Security Standard <i>restricted</i>.</summary>
    /// <param name="version">The version, <c>v1.35</c> or <c>latest</c>, the default.</param>
    /// <exception cref="PlanAssertionException">A pod is not; or the plan holds no pods, of which nothing could be said.</exception>
    public void ShouldBeRestricted(string version = "latest") => ShouldBe(PodSecurityLevel.Restricted, version);

    /// <summary>Fails unless every pod is allowed by the Pod Security Standard <i>baseline</i>.</summary>
    /// <param name="version">The version, <c>v1.35</c> or <c>latest</c>, the default.</param>
    /// <exception cref="PlanAssertionException">A pod is not; or the plan holds no pods, of which nothing could be said.</exception>
    public void ShouldBeBaseline(string version = "latest") => ShouldBe(PodSecurityLevel.Baseline, version);

    /// <summary>Fails when a rule is broken and no waiver covers it.</summary>
    /// <param name="severity">The least severity that counts; the default is warning.</param>
    /// <param name="options">What the check goes by; the default is that of <see cref="Check"/>.</param>
    /// <exception cref="PlanAssertionException">The message lists every finding with what to do.</exception>
    public void ShouldHaveNoFindings(DiagnosticSeverity severity = DiagnosticSeverity.Warning, CheckOptions? options = null)
    {
        CheckReport report = Check(options);
        string[] broken =
        [
            .. report.Findings
                .Where(finding => finding.Verdict == FindingVerdict.Broken && finding.Waiver is null && finding.Severity >= severity)
                .Select(finding => $"{finding.Object}: {finding.Rule}: {finding.Path}: {finding.Message}; {finding.Fix}"),
            .. report.Diagnostics.Where(diagnostic => diagnostic.Severity >= severity).Select(diagnostic => diagnostic.ToString()),
        ];
        if (broken.Length > 0)
        {
            throw new PlanAssertionException(string.Join('\n', broken));
        }
    }

    private void ShouldBe(PodSecurityLevel level, string version)
    {
        if (!PolicyVersion.TryParse(version, out PolicyVersion parsed))
        {
            throw new ArgumentException($"'{version}' is no policy version; it {PolicyVersion.Expected}", nameof(version));
        }

        LevelVersion policy = new(level, parsed);
        List<string> problems = [.. _unseen.Where(static part => part.Severity == DiagnosticSeverity.Error).Select(static part => part.ToString())];
        int pods = 0;
        foreach (PlannedManifest item in Manifests)
        {
            if (PodSecurityEvaluator.Evaluate(policy, item.Body) is not { } result)
            {
                continue;
            }

            pods++;
            if (result.Verdict == PodSecurityVerdict.Forbidden)
            {
                problems.Add($"{item} {result.DenyMessage(policy)}");
            }
            else if (result.Verdict == PodSecurityVerdict.Unknown)
            {
                problems.Add($"{item} cannot be judged: {string.Join(", ", result.Findings.SelectMany(finding => finding.Result.UnknownFields))}");
            }
        }

        if (pods == 0)
        {
            problems.Add("the plan holds no pods");
        }

        if (problems.Count > 0)
        {
            throw new PlanAssertionException(string.Join('\n', problems));
        }
    }
}

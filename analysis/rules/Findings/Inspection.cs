using System.Runtime.CompilerServices;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;
using Rampart.Rules.Objects.Values;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity.Evaluation;

namespace Rampart.Rules.Findings;

/// <summary>What a rule sees while it looks, and where it reports to. One at a time uses it; others may share its facts.</summary>
/// <param name="facts">The objects, and what is known of them.</param>
internal sealed class Inspection(SharedFacts facts)
{
    private const int LongestPooled = 256;

    // Many objects have findings at the same paths, and some for the same words; one object has not, and may be looked at by itself
    // as often as there are components.
    private readonly TextPool? _paths = facts.Objects.Objects.Count > 1 ? new TextPool(LongestPooled) : null;
    private readonly TextPool? _messages = facts.Objects.Objects.Count > 1 ? new TextPool(LongestPooled) : null;
    private List<Finding> _findings = [];
    private EnabledRule? _current;
    private (Workload? Of, PodSecurityResult? Result) _podSecurity;

    /// <summary>Begins with nothing known.</summary>
    public Inspection(ObjectSet objects, CheckOptions options)
        : this(new SharedFacts(objects, options))
    {
    }

    /// <summary>What several rules need to know.</summary>
    public SharedFacts Facts => facts;

    public ObjectSet Objects => facts.Objects;

    public CheckOptions Options => facts.Options;

    /// <summary>What has been reported, in its order.</summary>
    public List<Finding> Findings => _findings;

    /// <summary>Looks for values of wrong types, and remembers right ones.</summary>
    public WrongTypeFinder WrongTypes => field ??= new WrongTypeFinder();

    /// <summary>Where values that the API server rejects are collected.</summary>
    public RejectedValueReport RejectedValues { get; } = new();

    /// <summary>Where the texts of a finding are put together.</summary>
    public FindingTextBuffer Texts { get; } = new();

    /// <summary>Lets a rule look at everything, unless it is off.</summary>
    public void Run(Rule rule)
    {
        if (Options.SeverityOf(rule) is { } severity)
        {
            Run(new EnabledRule(rule, severity));
        }
    }

    /// <summary>Lets a rule look at everything.</summary>
    public void Run(EnabledRule rule)
    {
        _current = rule;
        rule.Rule.Run(this);
    }

    /// <summary>Lets a rule look at an object.</summary>
    public void Run(EnabledRule rule, KubernetesObject item)
    {
        _current = rule;
        rule.Rule.RunOn(item, this);
    }

    /// <summary>Lets a rule look at a workload.</summary>
    public void Run(EnabledRule rule, Workload workload)
    {
        _current = rule;
        rule.Rule.RunOn(workload, this);
    }

    /// <summary>Gives away what has been reported, and begins anew.</summary>
    public List<Finding> TakeFindings()
    {
        List<Finding> taken = _findings;

        // The next part will have about as many.
        _findings = new List<Finding>(taken.Count + (taken.Count / 4));
        return taken;
    }

    /// <summary>What the Pod Security Standard says about a workload.</summary>
    public PodSecurityResult PodSecurity(Workload workload)
    {
        // One rule after the other asks about the same.
        if (!ReferenceEquals(_podSecurity.Of, workload))
        {
            _podSecurity = (workload, PodSecurityEvaluator.Evaluate(Options.PodSecurity, workload.Pod));
        }

        return _podSecurity.Result!;
    }

    /// <summary>Reports that the rule is broken.</summary>
    /// <param name="item">The object.</param>
    /// <param name="path">The field, or where the field is missing, e.g. <c>spec.template.spec.containers[0].image</c>.</param>
    /// <param name="message">What is wrong, lower case, without a full stop: <c>container 'spicedb' has no memory limit</c>.</param>
    /// <param name="found">The value that is wrong; empty when a value is missing. Never a secret.</param>
    /// <param name="allowed">What is allowed here; null for what the rule says in general.</param>
    /// <param name="fix">What to do here; null for what the rule says in general.</param>
    public void Broken(
        KubernetesObject item,
        [InterpolatedStringHandlerArgument("")] FindingText path,
        [InterpolatedStringHandlerArgument("")] FindingText message,
        string found = "",
        string? allowed = null,
        string? fix = null)
    {
        Report(item, path.ToString(_paths, message), message.ToString(_messages), found, allowed, fix);
        Texts.Clear();
    }

    /// <summary>Reports that a field violates the rule.</summary>
    /// <inheritdoc cref="FieldAt.Report"/>
    public void Broken(KubernetesObject item, scoped in FieldAt at, FindingText message, string found, string? allowed, string? fix)
    {
        string text = message.ToString(_messages);
        Report(item, PathOf(in at), text, found, allowed, fix);
    }

    /// <summary>The path of a field; forgets what texts have been begun.</summary>
    public string PathOf(scoped in FieldAt at)
    {
        Texts.Clear();
        at.AppendPathTo(Texts);
        ReadOnlySpan<char> path = Texts.Slice(0, Texts.Length);
        string text = _paths is null ? path.ToString() : _paths.Get(path);
        Texts.Clear();
        return text;
    }

    /// <summary>A workload's pod specification.</summary>
    public FieldAt At(Workload workload) => new(this, workload.Object, workload.SpecPath, workload.PodSpec);

    /// <summary>The metadata of a workload's pods.</summary>
    public FieldAt AtMetadata(Workload workload) => new(this, workload.Object, workload.MetadataPath, workload.PodMetadata);

    /// <summary>A container.</summary>
    public FieldAt At(Container container) => new(this, container.Workload.Object, container.Path, container.Body);

    /// <summary>An object.</summary>
    public FieldAt At(KubernetesObject item) => new(this, item, "", new Field(PropertyValue.From(item.Body)));

    /// <summary>A field of an object whose path a fact has found, e.g. <c>spec.limits[0]</c>.</summary>
    public FieldAt At(KubernetesObject item, string path) => new(this, item, path, new Field(FieldPath.Find(item.Body, path)));

    private void Report(KubernetesObject item, string path, string message, string found, string? allowed, string? fix) =>
        _findings.Add(new Finding(_current!.Rule, _current.Severity, FindingVerdict.Broken, item, path, message)
        {
            Found = found,
            Allowed = allowed ?? _current!.Rule.Allowed,
            Fix = fix ?? _current!.Rule.Fix,
        });

    /// <summary>Reports that the rule cannot be judged, since it depends on which objects are in a namespace, and that is not known of all.</summary>
    /// <param name="item">The object.</param>
    /// <param name="path">The field.</param>
    public void UnknownNamespace(KubernetesObject item, [InterpolatedStringHandlerArgument("")] FindingText path) =>
        Unknown(item, path, "depends on objects whose namespace is not known yet");

    /// <summary>Reports that the rule cannot be judged, since a value is not known yet or of a wrong type.</summary>
    /// <param name="item">The object.</param>
    /// <param name="path">The field.</param>
    /// <param name="problem">Why, after the field's name; null for what its value shows.</param>
    public void Unknown(KubernetesObject item, [InterpolatedStringHandlerArgument("")] FindingText path, string? problem = null)
    {
        string field = path.ToString(_paths);
        string message = $"{field} {problem ?? UnknownFieldFinder.Describe(FieldPath.Find(item.Body, field))}";
        _findings.Add(new Finding(_current!.Rule, _current.Severity, FindingVerdict.Unknown, item, field, message)
        {
            Allowed = _current!.Rule.Allowed,
            Fix = _current!.Rule.Fix,
            IsOfField = problem is null,
        });
        Texts.Clear();
    }
}

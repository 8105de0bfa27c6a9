using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Catalogue;

/// <summary>What a rule sees while it looks, and where it reports to.</summary>
internal sealed class Inspection
{
    private const int PathPoolSize = 1024;

    private readonly Dictionary<Workload, PodSecurityResult> _podSecurity = [];
    private readonly Dictionary<Type, object> _shared = [];
    private readonly List<Finding> _findings = [];

    // Many objects have findings at the same paths.
    private readonly string?[] _paths = new string?[PathPoolSize];
    private Rule? _rule;
    private DiagnosticSeverity _severity;

    public Inspection(ObjectSet objects, CheckOptions options)
    {
        Objects = objects;
        Options = options;
    }

    public ObjectSet Objects { get; }

    public CheckOptions Options { get; }

    public List<Finding> Findings => _findings;

    /// <summary>Lets a rule look, unless it is off.</summary>
    public void Run(Rule rule)
    {
        if (Enter(rule))
        {
            rule.Check(this);
        }
    }

    /// <summary>
    /// Lets rules look, unless they are off. Those that look at one workload at a time do so together, workload by workload,
    /// since a processor comes to many workloads more slowly than to many rules.
    /// </summary>
    public void Run(IReadOnlyList<Rule> rules)
    {
        List<Rule> perWorkload = [];
        foreach (Rule rule in rules)
        {
            if (rule.IsPerWorkload)
            {
                perWorkload.Add(rule);
            }
            else
            {
                Run(rule);
            }
        }

        perWorkload.RemoveAll(rule => Options.SeverityOf(rule) is null);
        foreach (Workload workload in Objects.Workloads)
        {
            foreach (Rule rule in perWorkload)
            {
                Enter(rule);
                rule.CheckWorkload(workload, this);
            }
        }
    }

    private bool Enter(Rule rule)
    {
        if (Options.SeverityOf(rule) is not { } severity)
        {
            return false;
        }

        _rule = rule;
        _severity = severity;
        return true;
    }

    /// <summary>What the Pod Security Standard says about a workload.</summary>
    public PodSecurityResult PodSecurity(Workload workload)
    {
        if (!_podSecurity.TryGetValue(workload, out PodSecurityResult? result))
        {
            _podSecurity.Add(workload, result = PodSecurityEvaluator.Evaluate(Options.PodSecurity, workload.Pod));
        }

        return result;
    }

    /// <summary>What several rules need to know of the same objects; found out when the first one asks.</summary>
    /// <typeparam name="T">The kind of knowledge; there is one of each.</typeparam>
    /// <param name="find">Finds it out.</param>
    public T Shared<T>(Func<Inspection, T> find)
        where T : class
    {
        if (_shared.TryGetValue(typeof(T), out object? known))
        {
            return (T)known;
        }

        T found = find(this);
        _shared.Add(typeof(T), found);
        return found;
    }

    /// <summary>Reports that the rule is broken.</summary>
    /// <param name="item">The object.</param>
    /// <param name="path">The field, or where the field is missing, e.g. <c>spec.template.spec.containers[0].image</c>.</param>
    /// <param name="message">What is wrong, lower case, without a full stop: <c>container 'spicedb' has no memory limit</c>.</param>
    /// <param name="found">The value that is wrong; empty when a value is missing. Never a secret.</param>
    /// <param name="allowed">What is allowed here; null for what the rule says in general.</param>
    /// <param name="fix">What to do here; null for what the rule says in general.</param>
    public void Broken(KubernetesObject item, string path, string message, string found = "", string? allowed = null, string? fix = null) =>
        _findings.Add(new Finding(_rule!, _severity, FindingVerdict.Broken, item, PoolPath(path), message)
        {
            Found = found,
            Allowed = allowed ?? _rule!.Allowed,
            Fix = fix ?? _rule!.Fix,
        });

    /// <summary>Reports that the rule cannot be judged, since a value is not known yet or of a wrong type.</summary>
    /// <param name="item">The object.</param>
    /// <param name="path">The field.</param>
    /// <param name="problem">Why, after the field's name; null for what its value shows.</param>
    public void Unknown(KubernetesObject item, string path, string? problem = null) =>
        _findings.Add(new Finding(_rule!, _severity, FindingVerdict.Unknown, item, path, $"{path} {problem ?? UnknownFieldFinder.Describe(FieldPath.Find(item.Body, path))}")
        {
            Allowed = _rule!.Allowed,
            Fix = _rule!.Fix,
            IsOfField = problem is null,
        });

    // A path that hashes to the place of another takes it: the pool never grows.
    private string PoolPath(string path)
    {
        ref string? known = ref _paths[(uint)path.GetHashCode(StringComparison.Ordinal) % PathPoolSize];
        return known == path ? known : known = path;
    }
}

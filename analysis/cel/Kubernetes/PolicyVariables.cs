using Rampart.Cel.Checking;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Kubernetes;

/// <summary>A variable of a policy.</summary>
/// <param name="Name">The name.</param>
/// <param name="Expression">The expression.</param>
public sealed record PolicyVariable(string Name, string Expression);

/// <summary>The variables of a policy: each sees those before it, and is computed when it is first read.</summary>
public sealed class PolicyVariables
{
    private const string TypeName = "kubernetes.variables";

    private readonly Dictionary<string, CelCompilation> _compilations = new(StringComparer.Ordinal);

    /// <summary>Compiles the variables.</summary>
    /// <param name="environment">What the first of them can name.</param>
    /// <param name="variables">The variables, in their order.</param>
    public PolicyVariables(CelEnvironment environment, IReadOnlyList<PolicyVariable> variables)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(variables);
        Dictionary<string, CelType> types = new(StringComparer.Ordinal);
        Environment = With(environment, types);
        foreach (PolicyVariable variable in variables)
        {
            CelCompilation compilation = CelProgram.Compile(Environment, variable.Expression);
            _compilations[variable.Name] = compilation;
            types[variable.Name] = Keep(compilation.Program?.Type ?? CelType.Dyn);
            Environment = With(environment, types);
        }
    }

    /// <summary>What expressions behind the variables can name.</summary>
    public CelEnvironment Environment { get; }

    /// <summary>What compiling a variable gave.</summary>
    public CelCompilation this[string name] => _compilations[name];

    /// <summary>Adds the variable <c>variables</c>, whose values are shared by all evaluations with these bindings.</summary>
    public void Bind(CelBindings bindings)
    {
        ArgumentNullException.ThrowIfNull(bindings);
        bindings.Set("variables", CelValue.From(new CelLazyObject([.. _compilations.Keys], name => Compute(name, bindings))));
    }

    private (CelValue Value, long Cost) Compute(string name, CelBindings bindings)
    {
        CelCompilation compilation = _compilations[name];
        if (compilation.Program is not { } program)
        {
            return (CelValue.Error($"composited variable \"{name}\" fails to compile: {compilation.Message}"), 0);
        }

        CelResult result = program.Evaluate(bindings);
        return (result.Error is { } error ? CelValue.Error($"composited variable \"{name}\" fails to evaluate: {error}") : result.Value, result.Cost);
    }

    private static CelEnvironment With(CelEnvironment environment, Dictionary<string, CelType> types)
    {
        Dictionary<string, CelType> known = new(types, StringComparer.Ordinal);
        return environment
            .WithObjectType(new CelObjectType(TypeName, (_, field) => known.GetValueOrDefault(field)))
            .WithVariable("variables", CelType.Object(TypeName));
    }

    // The types that survive: scalars, lists and maps. Anything else is any value.
    private static CelType Keep(CelType type) => type.Kind switch
    {
        CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.String or CelKind.Bytes or CelKind.Timestamp or CelKind.Duration or CelKind.List or CelKind.Map => type,
        _ => CelType.Dyn,
    };
}

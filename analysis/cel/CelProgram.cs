using Rampart.Cel.Checking;
using Rampart.Cel.Estimation;
using Rampart.Cel.Evaluation;
using Rampart.Cel.Functions;
using Rampart.Cel.Patterns;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel;

/// <summary>A compiled expression. Immutable; it may be evaluated on several threads at once.</summary>
public sealed class CelProgram
{
    /// <summary>What one expression may cost in the API server.</summary>
    public const long DefaultCostLimit = 1_000_000;

    private readonly CelPlan _plan;
    private readonly CelDeclarations _declarations;
    private readonly CelExpression _expression;

    private CelProgram(string text, CelType type, CelPlan plan, CelDeclarations declarations, CelExpression expression)
    {
        Text = text;
        Type = type;
        _plan = plan;
        _declarations = declarations;
        _expression = expression;
    }

    /// <summary>The expression.</summary>
    public string Text { get; }

    /// <summary>The type of the result.</summary>
    public CelType Type { get; }

    /// <summary>Compiles an expression.</summary>
    /// <param name="environment">What it can name.</param>
    /// <param name="expression">The expression.</param>
    /// <param name="returns">The types that it may have, exactly; none for any.</param>
    public static CelCompilation Compile(CelEnvironment environment, string expression, params IReadOnlyList<CelType> returns)
    {
        ArgumentNullException.ThrowIfNull(environment);
        ArgumentNullException.ThrowIfNull(expression);
        ArgumentNullException.ThrowIfNull(returns);
        CelSource source = new(expression);
        CelDeclarations declarations = environment.Declarations;
        CelExpression? parsed = CelParser.Parse(source, declarations.FindMacro);
        if (parsed is null)
        {
            return Failed(source);
        }

        CelType type = CelChecker.Check(declarations, source, parsed);
        if (!source.HasIssues && environment.IsStrict)
        {
            LiteralValidator.Validate(declarations, source, parsed);
        }

        if (source.HasIssues)
        {
            return Failed(source);
        }

        if (returns.Count > 0 && !returns.Contains(type))
        {
            return new CelCompilation($"must evaluate to {(returns.Count == 1 ? returns[0].ToString() : $"one of [{string.Join(' ', returns)}]")} but got {type}", []);
        }

        return Plan(declarations, expression, type, parsed);
    }

    /// <summary>Compiles an expression without looking at its types.</summary>
    internal static CelCompilation CompileUnchecked(CelEnvironment environment, string expression)
    {
        CelSource source = new(expression);
        return CelParser.Parse(source, environment.Declarations.FindMacro) is { } parsed
            ? Plan(environment.Declarations, expression, CelType.Dyn, parsed)
            : Failed(source);
    }

    /// <summary>The least and the most that an evaluation may cost, without bounds for the sizes of what it is given.</summary>
    public CelRange EstimateCost() => CelEstimator.Estimate(_declarations, _expression);

    /// <summary>Evaluates the expression.</summary>
    /// <param name="bindings">The values of the variables.</param>
    /// <param name="costLimit">What it may cost; beyond that the result is an error.</param>
    public CelResult Evaluate(CelBindings bindings, long costLimit = DefaultCostLimit)
    {
        ArgumentNullException.ThrowIfNull(bindings);
        CelValue[] slots = new CelValue[_plan.Slots];
        IReadOnlyList<string> variables = _plan.Variables;
        for (int i = 0; i < variables.Count; i++)
        {
            if (variables[i] is { } name)
            {
                slots[i] = bindings.Get(name);
            }
        }

        CelFrame frame = new(slots, costLimit);
        int outer = CelWork.Begin();
        try
        {
            CelValue value = _plan.Root.Evaluate(frame);
            return new CelResult(value, frame.Cost + LazyCost(bindings));
        }
        catch (CelCancelledException limit)
        {
            return new CelResult(CelValue.Error(limit.Message), frame.Cost + LazyCost(bindings));
        }
        finally
        {
            CelWork.Resume(outer);
        }
    }

    private long LazyCost(CelBindings bindings)
    {
        long cost = 0;
        foreach (string? name in _plan.Variables)
        {
            if (name is not null && bindings.Get(name).Is(out CelLazyObject? lazy))
            {
                cost += lazy.TakeCost();
            }
        }

        return cost;
    }

    private static CelCompilation Failed(CelSource source)
    {
        IReadOnlyList<CelIssue> issues = source.Issues;
        return new CelCompilation("compilation failed: " + CelSource.Format(source.Text, issues), issues);
    }

    private static CelCompilation Plan(CelDeclarations declarations, string expression, CelType type, CelExpression parsed)
    {
        int outer = CelWork.Begin();
        try
        {
            return new CelCompilation(new CelProgram(expression, type, CelPlanner.Plan(declarations, parsed, CelRegex.Check), declarations, parsed));
        }
        catch (Exception problem) when (problem is PlanException or CelCancelledException)
        {
            return new CelCompilation("program instantiation failed: " + problem.Message, []);
        }
        finally
        {
            CelWork.Resume(outer);
        }
    }
}

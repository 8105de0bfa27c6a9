using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Evaluation;

/// <summary>No program can be made of an expression, though its types are right.</summary>
internal sealed class PlanException(string message) : Exception(message);

/// <summary>What an expression becomes.</summary>
/// <param name="Root">The steps.</param>
/// <param name="Variables">The variables that are read, by slot.</param>
/// <param name="Slots">How many slots there are.</param>
internal sealed record CelPlan(CelStep Root, IReadOnlyList<string> Variables, int Slots);

/// <summary>An expression to the steps that evaluate it.</summary>
internal sealed class CelPlanner
{
    private readonly CelDeclarations _declarations;
    private readonly Func<string, string?> _checkPattern;
    private readonly Dictionary<string, int> _globals = new(StringComparer.Ordinal);
    private readonly List<(string Name, int Slot, FoldStep? Fold)> _locals = [];
    private int _slots;

    private CelPlanner(CelDeclarations declarations, Func<string, string?> checkPattern)
    {
        _declarations = declarations;
        _checkPattern = checkPattern;
    }

    /// <summary>Plans an expression.</summary>
    /// <param name="declarations">What it can name.</param>
    /// <param name="expression">The expression, checked.</param>
    /// <param name="checkPattern">What is wrong with a regular expression, if anything.</param>
    /// <exception cref="PlanException">A constant part fails.</exception>
    public static CelPlan Plan(CelDeclarations declarations, CelExpression expression, Func<string, string?> checkPattern)
    {
        CelPlanner planner = new(declarations, checkPattern);
        CelStep root = planner.Plan(expression);
        string[] variables = new string[planner._slots];
        foreach ((string name, int slot) in planner._globals)
        {
            variables[slot] = name;
        }

        return new CelPlan(root, variables, planner._slots);
    }

    private CelStep Plan(CelExpression expression) => expression switch
    {
        LiteralExpression literal => new ConstantStep(literal.Value),
        IdentifierExpression name => PlanName(name.Name),
        SelectExpression select => PlanSelect(select),
        CallExpression call => PlanCall(call),
        ListExpression list => PlanList(list),
        MapExpression map => PlanMap(map),
        StructExpression created => PlanStruct(created),
        _ => PlanFold((FoldExpression)expression),
    };

    private CelStep PlanName(string name)
    {
        if (!name.StartsWith('.'))
        {
            for (int i = _locals.Count - 1; i >= 0; i--)
            {
                if (_locals[i].Name == name)
                {
                    return _locals[i].Fold is { } fold ? new AccumulatorPathStep(_locals[i].Slot, fold) : new VariablePathStep(_locals[i].Slot);
                }
            }
        }

        name = name.TrimStart('.');
        if (!_declarations.Variables.ContainsKey(name) && _declarations.TypeNames.TryGetValue(name, out CelType? type))
        {
            return new ConstantStep(CelValue.From(type));
        }

        if (!_globals.TryGetValue(name, out int slot))
        {
            _globals[name] = slot = _slots++;
        }

        return new VariablePathStep(slot);
    }

    private CelStep PlanSelect(SelectExpression select)
    {
        if ((select.QualifiedName ?? FindUnchecked(select)) is { } qualified)
        {
            return PlanName(qualified.StartsWith('.') ? qualified : "." + qualified);
        }

        PathStep path = PlanPath(select.Operand);
        if (select.IsTest)
        {
            path.Add(new TestQualifier(select.Field));
            return new TestStep(path);
        }

        path.Add(new FieldQualifier(select.Field));
        return path;
    }

    // Without types, a chain of names is a variable or a type if there is one of that name.
    private string? FindUnchecked(SelectExpression select)
    {
        if (select.Type is not null || select.IsTest || ChainOf(select) is not { } name || _locals.Exists(local => local.Name == name.Split('.')[0]))
        {
            return null;
        }

        return _declarations.Variables.ContainsKey(name.TrimStart('.')) || _declarations.TypeNames.ContainsKey(name.TrimStart('.')) ? name : null;
    }

    private static string? ChainOf(CelExpression expression) => expression switch
    {
        IdentifierExpression name => name.Name,
        SelectExpression { IsTest: false } select => ChainOf(select.Operand) is { } before ? before + "." + select.Field : null,
        _ => null,
    };

    private PathStep PlanPath(CelExpression operand) => Plan(operand) is var step && step is PathStep path ? path : new ValuePathStep(step);

    private CelStep PlanCall(CallExpression call)
    {
        switch (call.Function)
        {
            case CelOperators.And:
                return new AndStep(Plan(call.Arguments[0]), Plan(call.Arguments[1]));
            case CelOperators.Or:
                return new OrStep(Plan(call.Arguments[0]), Plan(call.Arguments[1]));
            case CelOperators.Conditional:
                return new ConditionalPathStep(Plan(call.Arguments[0]), PlanPath(call.Arguments[1]), PlanPath(call.Arguments[2]));
            case CelOperators.Equal or CelOperators.NotEqual:
                bool isNegated = call.Function == CelOperators.NotEqual;
                return new EqualStep(Plan(call.Arguments[0]), Plan(call.Arguments[1]), isNegated, _declarations.FindFunction(call.Function)?.Cost);
            case CelOperators.Index or CelOperators.OptionalIndex or CelOperators.OptionalSelect:
                return PlanIndex(call);
            default:
                return PlanFunction(call);
        }
    }

    private PathStep PlanIndex(CallExpression call)
    {
        bool isOptional = call.Function != CelOperators.Index;
        PathStep path = PlanPath(call.Arguments[0]);
        CelStep index = Plan(call.Arguments[1]);
        path.Add(index.Constant switch
        {
            { Kind: CelKind.String } key => new FieldQualifier(key.AsString()) { IsOptional = isOptional },
            { } key => new ConstantQualifier(key) { IsOptional = isOptional },
            null => new ComputedQualifier(index) { IsOptional = isOptional },
        });
        return path;
    }

    private CelStep PlanFunction(CallExpression call)
    {
        CelExpression? target = call.Target;
        string name = call.Function;
        if (target is not null && call.Type is null && ChainOf(target) is { } prefix && _declarations.FindFunction(prefix + "." + name) is not null)
        {
            (target, name) = (null, prefix + "." + name);
        }

        CelStep[] arguments = [.. (target is null ? call.Arguments : [target, .. call.Arguments]).Select(Plan)];
        if (_declarations.FindFunction(name) is not { } function)
        {
            return new FailingStep(CelValue.Error($"no such overload: {name}"));
        }

        if (arguments.Length == 2 && function.Name is "or" or "orValue" && call.Overloads is [] or ["optional_or_optional"] or ["optional_orValue_value"])
        {
            return new OptionalOrStep(arguments[0], arguments[1], function.Name == "orValue");
        }

        CelOverload? resolved = call.Overloads.Count == 1 ? function.Overloads.FirstOrDefault(overload => overload.Id == call.Overloads[0])
            : function.Overloads.Length == 1 ? function.Overloads[0]
            : null;
        if (resolved?.Id == "in_list" && arguments[1].Constant is { } constants && constants.Is(out CelList? list) && IsPrimitive(list))
        {
            return list.Count == 0 ? new ConstantStep(CelValue.False) : new InConstantStep(arguments[0], list);
        }

        Call planned = new(function, resolved);
        if (function.FoldsConstants && arguments is [{ Constant: { } argument }])
        {
            CelValue folded = planned.Apply(argument);
            return folded.IsError ? throw new PlanException(folded.As<CelError>().Message) : new ConstantStep(folded);
        }

        if (function.PatternArgument >= 0 && arguments.Length > function.PatternArgument && arguments[function.PatternArgument].Constant is { Kind: CelKind.String } pattern)
        {
            // Such calls stop at the first failed argument.
            return _checkPattern(pattern.AsString()) is { } problem ? throw new PlanException(problem) : new VariadicCallStep(planned, arguments);
        }

        return arguments switch
        {
            [var argument1] when !planned.IsDispatched => new UnaryCallStep(planned, argument1),
            [var left, var right] when !planned.IsDispatched => new BinaryCallStep(planned, left, right),
            _ => new VariadicCallStep(planned, arguments),
        };
    }

    private static bool IsPrimitive(CelList list)
    {
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i].Kind is not (CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double or CelKind.String))
            {
                return false;
            }
        }

        return true;
    }

    private CelStep PlanList(ListExpression list)
    {
        CelStep[] items = [.. list.Items.Select(Plan)];
        ListStep step = new(items, list.Optionals);
        return Fold(step, items);
    }

    private CelStep PlanMap(MapExpression map)
    {
        CelStep[] keys = new CelStep[map.Entries.Length], values = new CelStep[keys.Length];
        for (int i = 0; i < keys.Length; i++)
        {
            keys[i] = Plan(map.Entries[i].Key);
            values[i] = Plan(map.Entries[i].Value);
        }

        return Fold(new MapStep(keys, values, [.. map.Entries.Select(static entry => entry.IsOptional)], _declarations.MayRepeatKeys), [.. keys, .. values]);
    }

    private static CelStep Fold(CelStep step, CelStep[] parts)
    {
        if (!Array.TrueForAll(parts, static part => part.Constant is not null))
        {
            return step;
        }

        CelValue value = step.Evaluate(new CelFrame([], long.MaxValue));
        return value.IsError ? new FailingStep(value) : new ConstantStep(value);
    }

    private ObjectStep PlanStruct(StructExpression created)
    {
        CelObjectType type = _declarations.FindObjectType(created.TypeName)!;
        return new ObjectStep(
            type,
            created.TypeName,
            [.. created.Fields.Select(static field => field.Name)],
            [.. created.Fields.Select(field => Plan(field.Value))],
            [.. created.Fields.Select(static field => field.IsOptional)]);
    }

    private FoldStep PlanFold(FoldExpression expression)
    {
        CelStep range = Plan(expression.Range), start = Plan(expression.Start);
        FoldStep fold = new()
        {
            Range = range,
            Start = start,
            Accumulator = _slots++,
            Variable = _slots++,
            Variable2 = expression.Variable2 is null ? -1 : _slots++,
        };
        int scope = _locals.Count;
        _locals.Add((expression.Accumulator, fold.Accumulator, fold));
        int block = _locals.Count;
        _locals.Add((expression.Variable, fold.Variable, null));
        if (expression.Variable2 is not null)
        {
            _locals.Add((expression.Variable2, fold.Variable2, null));
        }

        fold.Condition = Plan(expression.Condition);
        fold.Step = Plan(expression.Step);
        _locals.RemoveRange(block, _locals.Count - block);
        fold.Result = Plan(expression.Result);
        _locals.RemoveRange(scope, _locals.Count - scope);
        return fold;
    }
}

namespace Rampart.Cel.Syntax;

/// <summary>A call that the parser replaces.</summary>
/// <param name="Name">The name.</param>
/// <param name="Arguments">How many arguments it takes, without the receiver.</param>
/// <param name="HasReceiver">Whether it is called as a method.</param>
/// <param name="Since">The minor version of Kubernetes that has it first; 0 if all have it.</param>
/// <param name="Expand">What it is replaced by.</param>
internal sealed record CelMacro(string Name, int Arguments, bool HasReceiver, int Since, Func<MacroCall, CelExpression> Expand);

/// <summary>A macro does not take these arguments.</summary>
internal sealed class MacroException(int position, string message) : Exception(message)
{
    public int Position => position;
}

/// <summary>The call of a macro, and what expansions are made of; all of it stands where the call stands.</summary>
/// <param name="position">Where the call stands.</param>
/// <param name="target">The receiver.</param>
/// <param name="arguments">The arguments.</param>
internal sealed class MacroCall(int position, CelExpression? target, CelExpression[] arguments)
{
    public CelExpression Target => target!;

    public CelExpression this[int index] => arguments[index];

    public int Count => arguments.Length;

    public IdentifierExpression Accumulator => Name(CelOperators.Accumulator);

    public LiteralExpression Literal(Values.CelValue value) => new(position, value);

    public IdentifierExpression Name(string name) => new(position, name);

    public CallExpression Call(string function, params CelExpression[] parts) => new(position, function, null, parts);

    public CallExpression Method(string function, CelExpression receiver, params CelExpression[] parts) => new(position, function, receiver, parts);

    public ListExpression List(params CelExpression[] items) => new(position, items, new bool[items.Length]);

    public MapExpression Map() => new(position, []);

    public SelectExpression Test(SelectExpression select) => new(position, select.Operand, select.Field, true);

    public FoldExpression Fold(string variable, string? variable2, CelExpression start, CelExpression condition, CelExpression step, CelExpression result) =>
        Fold(Target, variable, variable2, CelOperators.Accumulator, start, condition, step, result);

    public FoldExpression Fold(CelExpression range, string variable, string? variable2, string accumulator, CelExpression start, CelExpression condition, CelExpression step, CelExpression result) =>
        new(position)
        {
            Range = range,
            Variable = variable,
            Variable2 = variable2,
            Accumulator = accumulator,
            Start = start,
            Condition = condition,
            Step = step,
            Result = result,
        };

    /// <summary>The variable that an argument names.</summary>
    /// <exception cref="MacroException">The argument is something else, or the name is taken.</exception>
    public string Variable(int index, string problem)
    {
        if (arguments[index] is not IdentifierExpression { Name: var name })
        {
            throw new MacroException(arguments[index].Position, problem);
        }

        return name is "__result__" or CelOperators.Accumulator
            ? throw new MacroException(arguments[index].Position, "iteration variable overwrites accumulator variable")
            : name;
    }
}

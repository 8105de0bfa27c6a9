using Rampart.Cel.Syntax;

namespace Rampart.Cel.Checking;

/// <summary>Writes into an expression what the parameters of its types stand for in the end.</summary>
internal static class TypeSetter
{
    public static void Resolve(CelExpression? expression, TypeBindings bindings)
    {
        if (expression?.Type is not { } type)
        {
            return;
        }

        expression.Type = bindings.Substitute(type, true);
        foreach (CelExpression part in Parts(expression))
        {
            Resolve(part, bindings);
        }
    }

    /// <summary>The direct parts of an expression, in the order of their evaluation.</summary>
    public static IEnumerable<CelExpression> Parts(CelExpression expression) => expression switch
    {
        SelectExpression select => [select.Operand],
        CallExpression { Target: { } target } call => [target, .. call.Arguments],
        CallExpression call => call.Arguments,
        ListExpression list => list.Items,
        MapExpression map => map.Entries.SelectMany(static entry => new[] { entry.Key, entry.Value }),
        StructExpression created => created.Fields.Select(static field => field.Value),
        FoldExpression fold => [fold.Range, fold.Start, fold.Condition, fold.Step, fold.Result],
        _ => [],
    };
}

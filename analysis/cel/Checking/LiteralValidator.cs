using Rampart.Cel.Functions;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;

namespace Rampart.Cel.Checking;

/// <summary>What Kubernetes refuses although its types are right: mixed literals, and constants that no function can use.</summary>
internal sealed class LiteralValidator
{
    private readonly CelDeclarations _declarations;
    private readonly CelSource _source;

    private LiteralValidator(CelDeclarations declarations, CelSource source)
    {
        _declarations = declarations;
        _source = source;
    }

    /// <summary>Validates an expression that has been checked; what is wrong goes to its source.</summary>
    public static void Validate(CelDeclarations declarations, CelSource source, CelExpression expression) =>
        new LiteralValidator(declarations, source).Visit(expression, false);

    private void Visit(CelExpression expression, bool mayMix)
    {
        switch (expression)
        {
            case CallExpression call:
                CelFunction? function = _declarations.FindFunction(call.Function);
                if (function?.Validate?.Invoke(call) is { } problem)
                {
                    _source.Report(problem.Position, problem.Message);
                }

                mayMix |= call.Function == "format";
                break;
            case ListExpression list when !mayMix:
                ValidateList(list);
                break;
            case MapExpression map when !mayMix:
                ValidateMap(map);
                break;
        }

        foreach (CelExpression part in TypeSetter.Parts(expression))
        {
            Visit(part, mayMix);
        }
    }

    private void ValidateList(ListExpression list)
    {
        CelType? first = null;
        for (int i = 0; i < list.Items.Length; i++)
        {
            CelType type = Unwrap(list.Items[i].Type!, list.Optionals[i]);
            first ??= type;
            if (!AreAlike(first, type))
            {
                Mismatch(list.Items[i], first, type);
                return;
            }
        }
    }

    private void ValidateMap(MapExpression map)
    {
        CelType? keys = null, values = null;
        foreach (MapEntry entry in map.Entries)
        {
            CelType key = entry.Key.Type!, value = Unwrap(entry.Value.Type!, entry.IsOptional);
            keys ??= key;
            values ??= value;
            if (!AreAlike(keys, key))
            {
                Mismatch(entry.Key, keys, key);
            }

            if (!AreAlike(values, value))
            {
                Mismatch(entry.Value, values, value);
            }
        }
    }

    private static CelType Unwrap(CelType type, bool isOptional) => isOptional && type.IsOptional ? type.Parameters[0] : type;

    private static bool AreAlike(CelType left, CelType right) =>
        left.Kind == right.Kind && left.Name == right.Name && left.Parameters.Count == right.Parameters.Count && left.Parameters.Zip(right.Parameters).All(static pair => AreAlike(pair.First, pair.Second));

    private void Mismatch(CelExpression expression, CelType expected, CelType actual) =>
        _source.Report(expression.Position, $"expected type '{expected.Describe()}' but found '{actual.Describe()}'");
}

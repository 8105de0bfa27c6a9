using Rampart.Cel.Functions;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;

namespace Rampart.Cel.Checking;

/// <summary>Finds the types of an expression, the variables that it names and the overloads that it calls.</summary>
internal sealed class CelChecker
{
    // Macros may repeat their receiver, so that a short text can stand for a large expression.
    private const int StepLimit = 100_000;

    private readonly CelDeclarations _declarations;
    private readonly CelSource _source;
    private readonly TypeBindings _bindings = new();
    private readonly List<(string Name, CelType Type)> _locals = [];
    private int _steps;

    private CelChecker(CelDeclarations declarations, CelSource source)
    {
        _declarations = declarations;
        _source = source;
    }

    /// <summary>Checks an expression; what is wrong goes to its source.</summary>
    public static CelType Check(CelDeclarations declarations, CelSource source, CelExpression expression)
    {
        CelChecker checker = new(declarations, source);
        checker.Check(expression);
        if (checker._steps > StepLimit)
        {
            source.Report(-1, $"expression size exceeds limit once its macros are expanded: limit {StepLimit}");
            return CelType.Error;
        }

        TypeSetter.Resolve(expression, checker._bindings);
        return expression.Type!;
    }

    private CelType Check(CelExpression expression)
    {
        if (++_steps > StepLimit)
        {
            return expression.Type = CelType.Error;
        }

        CelType type = expression switch
        {
            LiteralExpression literal => literal.Value.Type,
            IdentifierExpression name => CheckName(name),
            SelectExpression select => CheckSelect(select),
            CallExpression { Function: CelOperators.OptionalSelect } call => CheckOptionalSelect(call),
            CallExpression call => CheckCall(call),
            ListExpression list => CheckList(list),
            MapExpression map => CheckMap(map),
            StructExpression created => CheckStruct(created),
            FoldExpression fold => CheckFold(fold),
            _ => CelType.Error,
        };
        expression.Type = type;
        return type;
    }

    private CelType? FindName(string name)
    {
        bool isGlobal = name.StartsWith('.');
        name = name.TrimStart('.');
        if (!isGlobal)
        {
            for (int i = _locals.Count - 1; i >= 0; i--)
            {
                if (_locals[i].Name == name)
                {
                    return _locals[i].Type;
                }
            }
        }

        return _declarations.Variables.TryGetValue(name, out CelType? variable) ? variable
            : _declarations.TypeNames.TryGetValue(name, out CelType? type) ? CelType.TypeOf(type)
            : null;
    }

    private CelType CheckName(IdentifierExpression name) => FindName(name.Name) ?? Undeclared(name.Position, name.Name);

    private CelType Undeclared(int position, string name)
    {
        _source.Report(position, $"undeclared reference to '{name}' (in container '')");
        return CelType.Error;
    }

    private CelType CheckSelect(SelectExpression select)
    {
        if (!select.IsTest && QualifiedName(select) is { } name && !IsLocal(name) && FindName(name) is { } named)
        {
            select.QualifiedName = name;
            return named;
        }

        CelType type = CheckField(select.Position, select.Operand, select.Field, false);
        return select.IsTest ? CelType.Bool : type;
    }

    private bool IsLocal(string qualified)
    {
        string first = qualified.Split('.')[0];
        return _locals.Exists(local => local.Name == first);
    }

    private static string? QualifiedName(CelExpression? expression) => expression switch
    {
        IdentifierExpression name => name.Name,
        SelectExpression { IsTest: false } select => QualifiedName(select.Operand) is { } before ? before + "." + select.Field : null,
        _ => null,
    };

    private CelType CheckField(int position, CelExpression operand, string field, bool isOptional)
    {
        CelType type = _bindings.Substitute(Check(operand), false);
        isOptional |= type.IsOptional;
        CelType target = type.IsOptional ? type.Parameters[0] : type;
        CelType result = CelType.Error;
        switch (target.Kind)
        {
            case CelKind.Map:
                result = target.Parameters[1];
                break;
            case CelKind.Object:
                result = FieldType(position, target.Name, field) ?? CelType.Error;
                break;
            case CelKind.Parameter:
                _bindings.TryAssign(CelType.Dyn, target);
                result = CelType.Dyn;
                break;
            default:
                if (!target.IsDynOrError)
                {
                    _source.Report(position, $"type '{Show(target)}' does not support field selection");
                }

                result = CelType.Dyn;
                break;
        }

        return _bindings.Substitute(isOptional ? CelType.Optional(result) : result, false);
    }

    private CelType? FieldType(int position, string typeName, string field)
    {
        if (_declarations.FindObjectType(typeName) is not { } type)
        {
            _source.Report(position, $"unexpected failed resolution of '{typeName}'");
            return null;
        }

        if (type.Fields(typeName, field) is { } found)
        {
            return found;
        }

        _source.Report(position, $"undefined field '{field}'");
        return null;
    }

    private CelType CheckOptionalSelect(CallExpression call)
    {
        CelExpression field = call.Arguments[1];
        field.Type = CelType.String;
        call.Overloads = ["select_optional_field"];
        return CheckField(call.Position, call.Arguments[0], ((LiteralExpression)field).Value.AsString(), true);
    }

    private CelType CheckCall(CallExpression call)
    {
        foreach (CelExpression argument in call.Arguments)
        {
            Check(argument);
        }

        if (call.Target is { } target)
        {
            if (QualifiedName(target) is { } prefix && _declarations.FindFunction(prefix + "." + call.Function) is { } qualified)
            {
                call.Function = qualified.Name;
                call.Target = null;
                return CheckOverloads(call, qualified);
            }

            Check(target);
        }

        return _declarations.FindFunction(call.Function) is { } function ? CheckOverloads(call, function) : Undeclared(call.Position, call.Function);
    }

    private CelType CheckOverloads(CallExpression call, CelFunction function)
    {
        List<CelType> types = [];
        if (call.Target is { } target)
        {
            types.Add(target.Type!);
        }

        types.AddRange(call.Arguments.Select(static argument => argument.Type!));
        if (function.Name is CelOperators.And or CelOperators.Or)
        {
            return CheckLogic(call);
        }

        List<string> found = [];
        CelType? result = null;
        foreach (CelOverload overload in function.Overloads)
        {
            if (overload.IsMethod != call.Target is not null)
            {
                continue;
            }

            (CelType[] arguments, CelType returned) = _bindings.Instantiate(overload.Arguments, overload.Result);
            if (!_bindings.TryAssign(types, arguments))
            {
                continue;
            }

            found.Add(overload.Id);
            CelType type = _bindings.Substitute(returned, false);
            result = result is null || (result.Kind != CelKind.Dyn && type.Equals(result)) ? type : CelType.Dyn;
        }

        if (result is null)
        {
            string[] shown = [.. types.Select(Show)];
            string signature = call.Target is null ? $"({string.Join(", ", shown)})" : $"{shown[0]}.({string.Join(", ", shown.Skip(1))})";
            _source.Report(call.Position, $"found no matching overload for '{function.Name}' applied to '{signature}'");
            return CelType.Error;
        }

        call.Overloads = found;
        return result;
    }

    private CelType CheckLogic(CallExpression call)
    {
        CelType result = CelType.Bool;
        foreach (CelExpression argument in call.Arguments)
        {
            if (!_bindings.TryAssign(argument.Type!, CelType.Bool))
            {
                _source.Report(argument.Position, $"expected type 'bool' but found '{Show(argument.Type!)}'");
                result = CelType.Error;
            }
        }

        return result;
    }

    private CelType CheckList(ListExpression list)
    {
        CelType? items = null;
        for (int i = 0; i < list.Items.Length; i++)
        {
            items = Join(items, CheckItem(list.Items[i], list.Optionals[i]));
        }

        return CelType.List(items ?? _bindings.NewParameter());
    }

    private CelType CheckItem(CelExpression item, bool isOptional)
    {
        CelType type = Check(item);
        if (!isOptional)
        {
            return type;
        }

        CelType known = _bindings.Substitute(type, false);
        if (known.IsOptional)
        {
            return known.Parameters[0];
        }

        if (known.Kind != CelKind.Dyn)
        {
            _source.Report(item.Position, $"expected type '{Show(CelType.Optional(known))}' but found '{Show(known)}'");
        }

        return known;
    }

    private CelType CheckMap(MapExpression map)
    {
        CelType? keys = null, values = null;
        foreach (MapEntry entry in map.Entries)
        {
            keys = Join(keys, Check(entry.Key));
            values = Join(values, CheckItem(entry.Value, entry.IsOptional));
        }

        return CelType.Map(keys ?? _bindings.NewParameter(), values ?? _bindings.NewParameter());
    }

    private CelType Join(CelType? before, CelType type) =>
        before is null ? type : _bindings.TryAssign(before, type) ? TypeBindings.MostGeneral(before, type) : CelType.Dyn;

    private string Show(CelType type) => _bindings.Substitute(type, true).Describe();

    private CelType CheckStruct(StructExpression created)
    {
        string typeName = created.TypeName.TrimStart('.');
        if (_declarations.FindObjectType(typeName) is not { Create: not null } type)
        {
            foreach (StructField field in created.Fields)
            {
                Check(field.Value);
            }

            if (_declarations.TypeNames.ContainsKey(typeName))
            {
                _source.Report(created.Position, $"'{typeName}' is not a message type");
                return CelType.Error;
            }

            return FindName(typeName) is { } variable ? NotAType(created, variable) : Undeclared(created.Position, typeName);
        }

        created.TypeName = typeName;
        foreach (StructField field in created.Fields)
        {
            CelType value = CheckItem(field.Value, field.IsOptional);
            CelType? declared = type.Fields(typeName, field.Name);
            if (declared is null)
            {
                _source.Report(field.Position, $"undefined field '{field.Name}'");
            }
            else if (declared.Kind == CelKind.Error || !_bindings.TryAssign(declared, value))
            {
                _source.Report(field.Position, $"expected type of field '{field.Name}' is '{Show(declared)}' but provided type is '{Show(value)}'");
            }
        }

        return type.LiteralType ?? CelType.Object(typeName);
    }

    private CelType NotAType(StructExpression created, CelType variable)
    {
        _source.Report(created.Position, $"'{variable.Name}' is not a type");
        return CelType.Error;
    }

    private CelType CheckFold(FoldExpression fold)
    {
        Check(fold.Range);
        CelType accumulator = Check(fold.Start);
        CelType range = _bindings.Substitute(fold.Range.Type!, false);
        int scope = _locals.Count;
        _locals.Add((fold.Accumulator, accumulator));
        int block = _locals.Count;
        (CelType first, CelType second) = range.Kind switch
        {
            CelKind.List => fold.Variable2 is null ? (range.Parameters[0], CelType.Dyn) : (CelType.Int, range.Parameters[0]),
            CelKind.Map => (range.Parameters[0], range.Parameters[1]),
            CelKind.Dyn or CelKind.Error or CelKind.Parameter => (CelType.Dyn, CelType.Dyn),
            _ => NoRange(fold, range),
        };
        if (range.Kind == CelKind.Parameter)
        {
            _bindings.TryAssign(CelType.Dyn, range);
        }

        _locals.Add((fold.Variable, first));
        if (fold.Variable2 is not null)
        {
            _locals.Add((fold.Variable2, second));
        }

        Check(fold.Condition);
        Assert(fold.Condition, CelType.Bool);
        Check(fold.Step);
        Assert(fold.Step, accumulator);
        _locals.RemoveRange(block, _locals.Count - block);
        CelType result = Check(fold.Result);
        _locals.RemoveRange(scope, _locals.Count - scope);
        return _bindings.Substitute(result, false);
    }

    private (CelType First, CelType Second) NoRange(FoldExpression fold, CelType range)
    {
        _source.Report(fold.Range.Position, $"expression of type '{Show(range)}' cannot be range of a comprehension (must be list, map, or dynamic)");
        return (CelType.Error, CelType.Error);
    }

    private void Assert(CelExpression expression, CelType wanted)
    {
        if (!_bindings.TryAssign(wanted, expression.Type!))
        {
            _source.Report(expression.Position, $"expected type '{Show(wanted)}' but found '{Show(expression.Type!)}'");
        }
    }
}

using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Syntax;
using Rampart.Cel.Types;

namespace Rampart.Cel.Estimation;

/// <summary>The least and the most that an expression may cost, whatever it is given.</summary>
internal sealed class CelEstimator
{
    private static readonly CelRange One = CelRange.Exactly(1);

    private readonly CelDeclarations _declarations;
    private readonly Dictionary<CelExpression, CelRange> _sizes = new(ReferenceEqualityComparer.Instance);
    private readonly Dictionary<CelExpression, EntrySizes> _entries = new(ReferenceEqualityComparer.Instance);
    private readonly List<Local> _locals = [];

    private CelEstimator(CelDeclarations declarations) => _declarations = declarations;

    public static CelRange Estimate(CelDeclarations declarations, CelExpression expression) => new CelEstimator(declarations).Cost(expression);

    private CelRange Cost(CelExpression expression) => expression switch
    {
        LiteralExpression => default,
        IdentifierExpression => One,
        SelectExpression { QualifiedName: not null } => One,
        SelectExpression select => CostOf(select),
        CallExpression call => CostOf(call),
        ListExpression list => CostOf(list),
        MapExpression map => CostOf(map),
        StructExpression created => created.Fields.Aggregate(CelRange.Exactly(40), (sum, field) => sum.Add(Cost(field.Value))),
        _ => CostOf((FoldExpression)expression),
    };

    private CelRange CostOf(SelectExpression select)
    {
        CelRange operand = Cost(select.Operand);
        return !select.IsTest && select.Operand.Type!.Kind is CelKind.Map or CelKind.Object ? operand.Add(One) : operand;
    }

    private CelRange CostOf(ListExpression list)
    {
        CelRange sum = CelRange.Exactly(10), items = new(list.Items.Length == 0 ? 0 : ulong.MaxValue, 0);
        foreach (CelExpression item in list.Items)
        {
            sum = sum.Add(Cost(item));
            items = items.Union(SizeOrUnknown(item));
        }

        _entries[list] = new EntrySizes(true, One, items);
        return sum;
    }

    private CelRange CostOf(MapExpression map)
    {
        ulong least = map.Entries.Length == 0 ? 0 : ulong.MaxValue;
        CelRange sum = CelRange.Exactly(30), keys = new(least, 0), values = new(least, 0);
        foreach (MapEntry entry in map.Entries)
        {
            sum = sum.Add(Cost(entry.Key)).Add(Cost(entry.Value));
            keys = keys.Union(SizeOrUnknown(entry.Key));
            values = values.Union(SizeOrUnknown(entry.Value));
        }

        _entries[map] = new EntrySizes(false, keys, values);
        return sum;
    }

    private CelRange CostOf(FoldExpression fold)
    {
        CelRange sum = Cost(fold.Range).Add(Cost(fold.Start));
        int scope = _locals.Count;
        _locals.Add(new Local(fold.Accumulator, SizeOf(fold.Start), EntriesOf(fold.Start)));
        bool isBinding = fold is { Range: ListExpression { Items.Length: 0 }, Condition: LiteralExpression { Value.IsFalse: true } };
        if (isBinding)
        {
            sum = sum.Add(Cost(fold.Result));
            Copy(fold, fold.Result);
            _locals.RemoveRange(scope, _locals.Count - scope);
            return sum;
        }

        int block = _locals.Count;
        EntrySizes? entries = EntriesOf(fold.Range);
        bool isList = entries?.IsList ?? fold.Range.Type!.Kind == CelKind.List;
        _locals.Add(new Local(fold.Variable, fold.Variable2 is null && isList ? entries?.Values : entries?.Keys, null));
        if (fold.Variable2 is not null)
        {
            _locals.Add(new Local(fold.Variable2, entries?.Values, null));
        }

        CelRange each = Cost(fold.Condition).Add(Cost(fold.Step));
        _locals.RemoveRange(block, _locals.Count - block);
        sum = sum.Add(Cost(fold.Result));
        _locals.RemoveRange(scope, _locals.Count - scope);
        CelRange count = SizeOrUnknown(fold.Range);
        if (fold.Start is LiteralExpression)
        {
            Set(fold, SizeOf(fold.Start));
        }
        else if (fold.Start is ListExpression or MapExpression)
        {
            Set(fold, count);
            if (EntriesOf(fold.Step) is { } inner)
            {
                _entries[fold] = inner;
            }
        }

        return sum.Add(count.Multiply(each));
    }

    private CelRange CostOf(CallExpression call)
    {
        if (call.Function == "dyn")
        {
            CelRange inner = Cost(call.Arguments[0]).Add(One);
            Copy(call, call.Arguments[0]);
            return inner;
        }

        CelRange[] costs = [.. call.Arguments.Select(Cost)];
        if (call.Function is CelOperators.And or CelOperators.Or)
        {
            Set(call, One);
            return new CelRange(costs[0].Min, costs[0].Add(costs[1]).Max);
        }

        if (call.Function == CelOperators.Conditional)
        {
            CelExpression yes = call.Arguments[1], no = call.Arguments[2];
            if (EntriesOf(yes) is { } first && EntriesOf(no) is { } second)
            {
                _entries[call] = first.Union(second);
            }

            Set(call, SizeOrUnknown(yes).Union(SizeOrUnknown(no)));
            return costs[0].Add(costs[1].Union(costs[2]));
        }

        CelRange sum = costs.Aggregate(call.Target is null ? default : Cost(call.Target), static (total, cost) => total.Add(cost));
        return sum.Add(CostOfFunction(call));
    }

    private CelRange CostOfFunction(CallExpression call)
    {
        CelFunction? function = _declarations.FindFunction(call.Function);
        CelExpression[] arguments = call.Target is { } target ? [target, .. call.Arguments] : call.Arguments;
        CelCallSizes sizes = new([.. arguments.Select(SizeOrUnknown)], arguments);
        CelRange cost = new(ulong.MaxValue, 0);
        CelRange? size = null;
        foreach (CelOverload overload in function?.Overloads.Where(overload => call.Overloads.Contains(overload.Id)) ?? [])
        {
            CelEstimate estimate = overload.Id == "equals" && IsFixed(sizes) is { } isFixed ? isFixed
                : (overload.Estimate ?? function!.Estimate)?.Invoke(sizes) ?? new CelEstimate(One);
            cost = cost.Union(estimate.Cost);
            size = estimate.Size is { } found ? size?.Union(found) ?? found : size;
            switch (overload.Id)
            {
                case "index_list" or "index_map":
                    size = EntriesOf(arguments[0])?.Values;
                    break;
                case "add_string" or "add_bytes" or "add_list" when EntriesOf(arguments[0]) is { } left && EntriesOf(arguments[1]) is { } right:
                    _entries[call] = left.Union(right);
                    break;
            }

            size ??= SizeOf(call);
        }

        if (cost.Min > cost.Max)
        {
            return One;
        }

        Set(call, size);
        return cost;
    }

    // Values of some libraries compare at a fixed cost.
    private static CelEstimate? IsFixed(CelCallSizes call)
    {
        CelType type = call.TypeOf(0);
        if (type.Kind != CelKind.Object || !type.Equals(call.TypeOf(1)))
        {
            return null;
        }

        return type.Name switch
        {
            "net.IP" or "net.CIDR" or "kubernetes.Quantity" or "kubernetes.Semver" => new CelEstimate(One),
            "kubernetes.NamedFormat" => new CelEstimate(new CelRange(1, 64).Multiply(0.1)),
            "kubernetes.URL" => new CelEstimate(new CelRange(1, call[1].Max == ulong.MaxValue ? 1 : call[1].Max).Multiply(0.1)),
            _ => type.Name.StartsWith("kubernetes.authorization.", StringComparison.Ordinal) ? new CelEstimate(One) : null,
        };
    }

    private CelRange SizeOrUnknown(CelExpression expression) => SizeOf(expression) ?? CelRange.Unknown;

    private CelRange? SizeOf(CelExpression expression)
    {
        if (_sizes.TryGetValue(expression, out CelRange known))
        {
            return known;
        }

        switch (expression)
        {
            case LiteralExpression literal:
                return CelRange.Exactly((ulong)literal.Value.Size);
            case ListExpression list:
                return CelRange.Exactly((ulong)list.Items.Length);
            case MapExpression map:
                return CelRange.Exactly((ulong)map.Entries.Length);
        }

        CelType type = expression.Type!;
        while (type.IsOptional)
        {
            type = type.Parameters[0];
        }

        if (type.Kind is CelKind.Bool or CelKind.Double or CelKind.Duration or CelKind.Int or CelKind.Timestamp or CelKind.Uint && !type.IsNullable)
        {
            return One;
        }

        return expression is IdentifierExpression name ? _locals.FindLast(local => local.Name == name.Name)?.Size : null;
    }

    private void Set(CelExpression expression, CelRange? size)
    {
        if (size is { } known)
        {
            _sizes[expression] = known;
        }
    }

    private void Copy(CelExpression to, CelExpression from)
    {
        Set(to, SizeOf(from));
        if (EntriesOf(from) is { } entries)
        {
            _entries[to] = entries;
        }
    }

    private EntrySizes? EntriesOf(CelExpression expression) =>
        _entries.TryGetValue(expression, out EntrySizes? known) ? known
        : expression is IdentifierExpression name ? _locals.FindLast(local => local.Name == name.Name)?.Entries
        : null;

    /// <summary>How large the keys and values of a list or a map may be.</summary>
    private sealed record EntrySizes(bool IsList, CelRange Keys, CelRange Values)
    {
        public EntrySizes Union(EntrySizes other) => new(IsList, Keys.Union(other.Keys), Values.Union(other.Values));
    }

    private sealed record Local(string Name, CelRange? Size, EntrySizes? Entries);
}

using Rampart.Cel.Types;

namespace Rampart.Cel.Checking;

/// <summary>What the parameters of types stand for so far, and whether one type can be used for another.</summary>
internal sealed class TypeBindings
{
    private readonly Dictionary<string, CelType> _bound = new(StringComparer.Ordinal);
    private readonly List<(string Name, CelType? Before)> _undo = [];
    private int _next;

    /// <summary>A parameter that nothing else uses.</summary>
    public CelType NewParameter() => CelType.Parameter("_var" + _next++.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>Whether one type can be used for another; what has to be bound for that stays bound.</summary>
    public bool TryAssign(CelType left, CelType right) => Try(() => IsAssignable(left, right));

    /// <summary>Whether all types of one list can be used for those of another.</summary>
    public bool TryAssign(IReadOnlyList<CelType> left, IReadOnlyList<CelType> right) => Try(() => AreAssignable(left, right));

    /// <summary>The type with what its parameters stand for; those that stand for nothing are any value, if wanted.</summary>
    public CelType Substitute(CelType type, bool dynIfFree)
    {
        if (!type.HasParameters)
        {
            return type;
        }

        if (type.Kind == CelKind.Parameter)
        {
            return _bound.TryGetValue(type.Name, out CelType? bound) ? Substitute(bound, dynIfFree) : dynIfFree ? CelType.Dyn : type;
        }

        return type.With([.. type.Parameters.Select(parameter => Substitute(parameter, dynIfFree))]);
    }

    /// <summary>Copies of an overload's types with parameters of their own.</summary>
    public (CelType[] Arguments, CelType Result) Instantiate(IReadOnlyList<CelType> arguments, CelType result)
    {
        Dictionary<string, CelType> fresh = new(StringComparer.Ordinal);
        return ([.. arguments.Select(Rename)], Rename(result));

        CelType Rename(CelType type)
        {
            if (!type.HasParameters)
            {
                return type;
            }

            if (type.Kind != CelKind.Parameter)
            {
                return type.With([.. type.Parameters.Select(Rename)]);
            }

            if (!fresh.TryGetValue(type.Name, out CelType? parameter))
            {
                fresh[type.Name] = parameter = NewParameter();
            }

            return parameter;
        }
    }

    /// <summary>The more general of two types that go together.</summary>
    public static CelType MostGeneral(CelType left, CelType right) =>
        IsLessSpecific(left, right) || (right.Kind == CelKind.Null && left.Kind != CelKind.Null) ? left : right;

    private bool Try(Func<bool> attempt)
    {
        _undo.Clear();
        if (attempt())
        {
            return true;
        }

        for (int i = _undo.Count - 1; i >= 0; i--)
        {
            (string name, CelType? before) = _undo[i];
            if (before is null)
            {
                _bound.Remove(name);
            }
            else
            {
                _bound[name] = before;
            }
        }

        return false;
    }

    private void Bind(string name, CelType type)
    {
        _undo.Add((name, _bound.GetValueOrDefault(name)));
        _bound[name] = type;
    }

    private static bool IsLessSpecific(CelType left, CelType right)
    {
        if (left.Kind is CelKind.Dyn or CelKind.Parameter)
        {
            return true;
        }

        if (right.Kind is CelKind.Dyn or CelKind.Parameter || left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind switch
        {
            CelKind.List or CelKind.Map or CelKind.Optional => left.Parameters.Zip(right.Parameters).All(static pair => IsLessSpecific(pair.First, pair.Second)),
            CelKind.Type => true,
            _ => left.Equals(right),
        };
    }

    private bool IsAssignable(CelType left, CelType right)
    {
        if (right.Kind == CelKind.Parameter)
        {
            (bool isValid, bool isBound) = IsSubstitution(left, right);
            if (isValid)
            {
                return true;
            }

            if (isBound)
            {
                return false;
            }
        }

        if (left.Kind == CelKind.Parameter)
        {
            return IsSubstitution(right, left).IsValid;
        }

        if (left.IsDynOrError || right.IsDynOrError)
        {
            return true;
        }

        if (left.Kind == CelKind.Null)
        {
            return TakesNull(right);
        }

        if (right.Kind == CelKind.Null)
        {
            return TakesNull(left);
        }

        if (left.Kind != right.Kind)
        {
            return false;
        }

        return left.Kind == CelKind.Type || (left.Name == right.Name && AreAssignable(left.Parameters, right.Parameters));
    }

    private static bool TakesNull(CelType type) =>
        type.IsNullable || type.Kind is CelKind.Null or CelKind.Object or CelKind.Optional or CelKind.Duration or CelKind.Timestamp;

    private bool AreAssignable(IReadOnlyList<CelType> left, IReadOnlyList<CelType> right)
    {
        if (left.Count != right.Count)
        {
            return false;
        }

        for (int i = 0; i < left.Count; i++)
        {
            if (!IsAssignable(left[i], right[i]))
            {
                return false;
            }
        }

        return true;
    }

    private (bool IsValid, bool IsBound) IsSubstitution(CelType type, CelType parameter)
    {
        if (type.Equals(parameter))
        {
            return (true, true);
        }

        if (_bound.TryGetValue(parameter.Name, out CelType? bound))
        {
            if (type.Equals(bound))
            {
                return (true, true);
            }

            if (!IsAssignable(type, bound))
            {
                return (false, true);
            }

            CelType general = MostGeneral(type, bound);
            if (!Occurs(parameter, general))
            {
                Bind(parameter.Name, general);
            }

            return (true, true);
        }

        if (Occurs(parameter, type))
        {
            return (false, false);
        }

        Bind(parameter.Name, type);
        return (true, false);
    }

    private bool Occurs(CelType parameter, CelType within)
    {
        if (parameter.Equals(within))
        {
            return true;
        }

        if (within.Kind == CelKind.Parameter)
        {
            return _bound.TryGetValue(within.Name, out CelType? bound) && Occurs(parameter, bound);
        }

        return within.HasParameters && within.Parameters.Any(inner => Occurs(parameter, inner));
    }
}

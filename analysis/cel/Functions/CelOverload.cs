using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Functions;

/// <summary>What a call costs.</summary>
/// <param name="arguments">The arguments, the receiver first.</param>
/// <param name="result">The result.</param>
public delegate long CelCost(ReadOnlySpan<CelValue> arguments, CelValue result);

/// <summary>One form of a function: the types that it takes and gives, and what it does.</summary>
public sealed class CelOverload
{
    /// <summary>The name that is unique among all overloads, e.g. <c>string_to_quantity</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Whether it is called as a method of its first argument.</summary>
    public bool IsMethod { get; init; }

    /// <summary>The types of the arguments, the receiver first.</summary>
    public required IReadOnlyList<CelType> Arguments { get; init; }

    /// <summary>The type of the result.</summary>
    public required CelType Result { get; init; }

    /// <summary>The minor version of Kubernetes 1 that has it first; 0 if all have it.</summary>
    public int Since { get; init; }

    /// <summary>What a call costs where the checker resolved this overload; null if that is the function's matter.</summary>
    public CelCost? Cost { get; init; }

    /// <summary>What a call may cost; null if that is the function's matter.</summary>
    internal Func<CelCallSizes, CelEstimate>? Estimate { get; init; }

    /// <summary>What it does with one argument.</summary>
    public Func<CelValue, CelValue>? Unary { get; init; }

    /// <summary>What it does with two arguments.</summary>
    public Func<CelValue, CelValue, CelValue>? Binary { get; init; }

    /// <summary>What it does with any number of arguments.</summary>
    public Func<CelValue[], CelValue>? Variadic { get; init; }

    /// <summary>A copy with an estimate.</summary>
    internal CelOverload With(Func<CelCallSizes, CelEstimate> estimate) => new()
    {
        Id = Id,
        IsMethod = IsMethod,
        Arguments = Arguments,
        Result = Result,
        Since = Since,
        Cost = Cost,
        Estimate = estimate,
        Unary = Unary,
        Binary = Binary,
        Variadic = Variadic,
    };

    /// <summary>A copy that another form of call reaches.</summary>
    internal CelOverload As(string id, bool isMethod) => new()
    {
        Id = id,
        IsMethod = isMethod,
        Arguments = Arguments,
        Result = Result,
        Since = Since,
        Cost = Cost,
        Estimate = Estimate,
        Unary = Unary,
        Binary = Binary,
        Variadic = Variadic,
    };

    /// <summary>Whether values have the types of the arguments, as far as a look at their first items tells.</summary>
    internal bool Takes(CelValue value) => Arguments.Count == 1 && Fits(Arguments[0], value);

    internal bool Takes(CelValue left, CelValue right) => Arguments.Count == 2 && Fits(Arguments[0], left) && Fits(Arguments[1], right);

    internal bool Takes(CelValue[] values)
    {
        if (Arguments.Count != values.Length)
        {
            return false;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (!Fits(Arguments[i], values[i]))
            {
                return false;
            }
        }

        return true;
    }

    internal static bool Fits(CelType type, CelValue value)
    {
        CelKind kind = value.Kind;
        switch (type.Kind)
        {
            case CelKind.Dyn or CelKind.Parameter:
                return true;
            case CelKind.Object:
                return kind == CelKind.Object && value.Type.Name == type.Name;
            case CelKind.List when kind == CelKind.List:
                CelList list = value.As<CelList>();
                return list.Count == 0 || type.Parameters[0].Kind is CelKind.Dyn or CelKind.Parameter || FitsOrUnknown(type.Parameters[0], list[0]);
            case CelKind.Map when kind == CelKind.Map:
                CelMap map = value.As<CelMap>();
                return map.Count == 0 || (FitsOrUnknown(type.Parameters[0], map.KeyAt(0)) && FitsOrUnknown(type.Parameters[1], map.ValueAt(0)));
            default:
                return kind == type.Kind || (type.IsNullable && kind == CelKind.Null);
        }
    }

    private static bool FitsOrUnknown(CelType type, CelValue value) => value.IsErrorOrUnknown || Fits(type, value);
}

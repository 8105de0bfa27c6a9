using Rampart.Cel.Functions;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Evaluation;

/// <summary>A function as a program calls it: the overload that the checker found, or all of them.</summary>
internal sealed class Call(CelFunction function, CelOverload? resolved)
{
    public bool IsNonStrict => function.IsNonStrict;

    /// <summary>Whether several overloads remained: then evaluation stops at the first failed argument.</summary>
    public bool IsDispatched => resolved is null && function.Overloads.Length > 1 && function.Mismatch != CelMismatch.Operator;

    private readonly CelCost? _cost = resolved?.Cost ?? function.Cost;
    private readonly int _fewestArguments = function.Overloads.Min(static overload => overload.Arguments.Count);

    private long CostOf(ReadOnlySpan<CelValue> arguments, CelValue result) => _cost is { } cost && arguments.Length >= _fewestArguments ? cost(arguments, result) : 1;

    /// <summary>The error or unknown among arguments, errors first; unknown values are merged.</summary>
    public static CelValue? Failed(CelValue left, CelValue right)
    {
        if (left.IsError)
        {
            return left;
        }

        if (right.IsError)
        {
            return right;
        }

        if (left.Is(out CelUnknown? first))
        {
            return right.Is(out CelUnknown? second) ? CelUnknown.Merge(first, second).AsValue() : left;
        }

        return right.IsUnknown ? right : null;
    }

    public CelValue Invoke(CelFrame frame, CelValue argument)
    {
        CelValue result = !function.IsNonStrict && argument.IsErrorOrUnknown ? argument : Apply(argument);
        frame.Charge(CostOf([argument], result));
        return result;
    }

    public CelValue Invoke(CelFrame frame, CelValue left, CelValue right)
    {
        CelValue result = Failed(left, right) ?? Apply(left, right);
        frame.Charge(CostOf([left, right], result));
        return result;
    }

    public CelValue Invoke(CelFrame frame, CelValue[] arguments)
    {
        CelUnknown? unknown = null;
        foreach (CelValue argument in arguments)
        {
            if (argument.Is(out CelUnknown? waits))
            {
                unknown = CelUnknown.Merge(unknown, waits);
            }
        }

        CelValue result = unknown?.AsValue() ?? Apply(arguments);
        frame.Charge(CostOf(arguments, result));
        return result;
    }

    public CelValue Apply(CelValue argument)
    {
        if (resolved is not null)
        {
            return resolved.Takes(argument) ? resolved.Unary!(argument) : Mismatch([argument]);
        }

        foreach (CelOverload overload in function.Overloads)
        {
            if (overload.Unary is { } unary && overload.Takes(argument))
            {
                return unary(argument);
            }
        }

        return Mismatch([argument]);
    }

    private CelValue Apply(CelValue left, CelValue right)
    {
        if (resolved is not null && (resolved.Takes(left, right) || function.Mismatch != CelMismatch.Operator))
        {
            return resolved.Takes(left, right) ? resolved.Binary!(left, right) : Mismatch([left, right]);
        }

        foreach (CelOverload overload in function.Overloads)
        {
            if (overload.Binary is { } binary && overload.Takes(left, right))
            {
                return binary(left, right);
            }
        }

        return Mismatch([left, right]);
    }

    private CelValue Apply(CelValue[] arguments)
    {
        foreach (CelOverload overload in function.Overloads)
        {
            if (overload.Takes(arguments) && (resolved is null || ReferenceEquals(resolved, overload)))
            {
                return overload switch
                {
                    { Variadic: { } variadic } => variadic(arguments),
                    { Binary: { } binary } => binary(arguments[0], arguments[1]),
                    _ => overload.Unary!(arguments[0]),
                };
            }
        }

        return Mismatch(arguments);
    }

    private CelValue Mismatch(CelValue[] arguments)
    {
        if (function.Mismatch == CelMismatch.Short)
        {
            return CelError.NoSuchOverload.AsValue();
        }

        if (function.Mismatch == CelMismatch.Signature)
        {
            return CelValue.Error($"no such overload: {function.Name}({string.Join(", ", arguments.Select(static argument => argument.Type.Name))})");
        }

        // The operand knows the operator, but not with this partner.
        return function.Overloads.Any(overload => overload.Arguments.Count == arguments.Length && overload.Arguments[0].Kind != CelKind.Parameter && CelOverload.Fits(overload.Arguments[0], arguments[0]))
            && arguments.Length > 1
            ? CelError.NoSuchOverload.AsValue()
            : CelValue.Error($"no such overload: {function.Name}");
    }
}

internal sealed class UnaryCallStep(Call call, CelStep argument) : CelStep
{
    public override CelValue Evaluate(CelFrame frame) => call.Invoke(frame, argument.Evaluate(frame));
}

internal sealed class BinaryCallStep(Call call, CelStep left, CelStep right) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue first = left.Evaluate(frame);
        return call.Invoke(frame, first, right.Evaluate(frame));
    }
}

internal sealed class VariadicCallStep(Call call, CelStep[] arguments) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue[] values = new CelValue[arguments.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = arguments[i].Evaluate(frame);
            if (values[i].IsError)
            {
                if (i == values.Length - 1)
                {
                    frame.Charge(1);
                }

                return values[i];
            }
        }

        return call.Invoke(frame, values);
    }
}

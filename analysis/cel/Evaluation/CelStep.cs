using Rampart.Cel.Functions;
using Rampart.Cel.Values;

namespace Rampart.Cel.Evaluation;

/// <summary>A part of a program. Evaluating gives a value, an error or an unknown, and charges what the API server charges.</summary>
internal abstract class CelStep
{
    public abstract CelValue Evaluate(CelFrame frame);

    /// <summary>The value, if it is known when the program is made.</summary>
    public virtual CelValue? Constant => null;
}

internal sealed class ConstantStep(CelValue value) : CelStep
{
    public override CelValue? Constant => value;

    public override CelValue Evaluate(CelFrame frame) => value;
}

/// <summary>A failure that is certain when the program is made and happens when it runs.</summary>
internal sealed class FailingStep(CelValue error) : CelStep
{
    public override CelValue Evaluate(CelFrame frame) => error;
}

internal sealed class AndStep(CelStep left, CelStep right) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue first = left.Evaluate(frame);
        if (first.IsFalse)
        {
            return first;
        }

        CelValue second = right.Evaluate(frame);
        if (second.IsFalse)
        {
            return second;
        }

        return first.IsTrue && second.IsTrue ? CelValue.True : Logic.Unsettled(first, second);
    }
}

internal sealed class OrStep(CelStep left, CelStep right) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue first = left.Evaluate(frame);
        if (first.IsTrue)
        {
            return first;
        }

        CelValue second = right.Evaluate(frame);
        if (second.IsTrue)
        {
            return second;
        }

        return first.IsFalse && second.IsFalse ? CelValue.False : Logic.Unsettled(first, second);
    }
}

internal static class Logic
{
    /// <summary>What two operands give that settle nothing: unknown before error, the first error before the second.</summary>
    public static CelValue Unsettled(CelValue left, CelValue right)
    {
        if (left.Is(out CelUnknown? first))
        {
            return right.Is(out CelUnknown? second) ? CelUnknown.Merge(first, second).AsValue() : left;
        }

        if (right.IsUnknown)
        {
            return right;
        }

        CelValue failed = left.Kind == Types.CelKind.Bool ? right : left;
        return failed.IsError ? failed : CelError.NoSuchOverload.AsValue();
    }
}

internal sealed class EqualStep(CelStep left, CelStep right, bool isNegated, CelCost? fixedCost) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue first = left.Evaluate(frame), second = right.Evaluate(frame);
        bool isFixed = fixedCost is not null && first.Is(out CelObject? known) && known.ComparesAtFixedCost && !isNegated;
        frame.Charge(isFixed ? 1 : Costs.Walk(Math.Min(first.Size, second.Size)));
        if (Call.Failed(first, second) is { } failed)
        {
            return failed;
        }

        CelValue equal = CelEquality.Equal(first, second);
        return !isNegated || equal.IsErrorOrUnknown ? equal : CelValue.From(!equal.IsTrue);
    }
}

/// <summary>Membership in a list that is known when the program is made: nothing but the item costs anything.</summary>
internal sealed class InConstantStep(CelStep item, CelList list) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue wanted = item.Evaluate(frame);
        if (wanted.IsErrorOrUnknown)
        {
            return wanted;
        }

        for (int i = 0; i < list.Count; i++)
        {
            if (CelEquality.AreEqual(wanted, list[i]))
            {
                return CelValue.True;
            }
        }

        return CelValue.False;
    }
}

/// <summary><c>or</c> and <c>orValue</c>: the second operand is evaluated only if it is needed.</summary>
internal sealed class OptionalOrStep(CelStep left, CelStep right, bool givesValue) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue first = left.Evaluate(frame);
        if (first.IsErrorOrUnknown)
        {
            return first;
        }

        if (!first.Is(out CelOptional? optional))
        {
            return CelError.NoSuchOverload.AsValue();
        }

        return !optional.HasValue ? right.Evaluate(frame) : givesValue ? optional.Value : first;
    }
}

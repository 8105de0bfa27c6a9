using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Evaluation;

/// <summary>A fold over the items of a list or the keys of a map.</summary>
internal sealed class FoldStep : CelStep
{
    /// <summary>Stands in the accumulator until it is first read.</summary>
    public static readonly CelNode NotStarted = new CelError("the fold has not begun");

    public required CelStep Range { get; init; }

    public required CelStep Start { get; init; }

    public required int Accumulator { get; init; }

    public required int Variable { get; init; }

    /// <summary>The slot of the second variable; below zero if there is none.</summary>
    public required int Variable2 { get; init; }

    public CelStep Condition { get; set; } = null!;

    public CelStep Step { get; set; } = null!;

    public CelStep Result { get; set; } = null!;

    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue range = Range.Evaluate(frame);
        if (range.IsErrorOrUnknown)
        {
            return range;
        }

        // The same fold may be running further out, in an item of its own range.
        CelValue[] slots = frame.Slots;
        CelValue outer = slots[Accumulator];
        slots[Accumulator] = CelValue.From(NotStarted);
        CelValue? failed = range.Is(out CelList? list) ? Run(frame, list) : range.Is(out CelMap? map) ? Run(frame, map) : NoRange(range);
        CelValue result = failed ?? Result.Evaluate(frame);
        slots[Accumulator] = outer;
        return result;
    }

    // cel-go names its own types here.
    private CelValue? NoRange(CelValue range)
    {
        string name = range.Kind switch
        {
            CelKind.Optional => "*types.Optional",
            CelKind.Type => "*types.Type",
            CelKind.Object => range.Type.Name,
            CelKind kind => $"types.{kind}",
        };
        return CelValue.Error(Variable2 >= 0 ? $"unsupported comprehension range type: {name}" : $"got '{name}', expected iterable type");
    }

    private CelValue? Run(CelFrame frame, CelList list)
    {
        CelValue[] slots = frame.Slots;
        for (int i = 0; i < list.Count; i++)
        {
            if (Variable2 >= 0)
            {
                slots[Variable] = CelValue.From((long)i);
                slots[Variable2] = list[i];
            }
            else
            {
                slots[Variable] = list[i];
            }

            if (!Next(frame))
            {
                break;
            }
        }

        return null;
    }

    private CelValue? Run(CelFrame frame, CelMap map)
    {
        CelValue[] slots = frame.Slots;
        for (int i = 0; i < map.Count; i++)
        {
            slots[Variable] = map.KeyAt(i);
            if (Variable2 >= 0)
            {
                slots[Variable2] = map.ValueAt(i);
            }

            if (!Next(frame))
            {
                break;
            }
        }

        return null;
    }

    private bool Next(CelFrame frame)
    {
        CelValue goesOn = Condition.Evaluate(frame);
        if (goesOn.IsFalse)
        {
            return false;
        }

        CelValue next = Step.Evaluate(frame);
        frame.Slots[Accumulator] = next;
        return true;
    }
}

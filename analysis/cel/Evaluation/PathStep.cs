using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Evaluation;

/// <summary>A variable or another value, and the fields, keys and indices that lead on from it.</summary>
internal abstract class PathStep : CelStep
{
    /// <summary>The value, without the unit that the path as a whole costs.</summary>
    public abstract CelValue Resolve(CelFrame frame);

    /// <summary>Leads on.</summary>
    public abstract void Add(Qualifier qualifier);

    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue value = Resolve(frame);
        frame.Charge(1);
        return value;
    }

    protected static CelValue Follow(CelFrame frame, CelValue value, List<Qualifier> qualifiers)
    {
        if (qualifiers.Count == 0 || value.IsErrorOrUnknown)
        {
            return value;
        }

        bool isOptional = false;
        if (value.Is(out CelOptional? optional))
        {
            if (!optional.HasValue)
            {
                return value;
            }

            (value, isOptional) = (optional.Value, true);
        }

        foreach (Qualifier qualifier in qualifiers)
        {
            isOptional |= qualifier.IsOptional;
            CelValue? next = qualifier.Follow(frame, value, isOptional);
            if (next is null)
            {
                return CelValue.None;
            }

            value = next.Value;
            if (value.IsErrorOrUnknown)
            {
                return value;
            }
        }

        return isOptional ? CelValue.Optional(value) : value;
    }
}

/// <summary>A path from a variable.</summary>
internal class VariablePathStep(int slot) : PathStep
{
    private readonly List<Qualifier> _qualifiers = [];

    public override void Add(Qualifier qualifier) => _qualifiers.Add(qualifier);

    public override CelValue Resolve(CelFrame frame) => Follow(frame, Start(frame), _qualifiers);

    protected virtual CelValue Start(CelFrame frame) => frame.Slots[slot];
}

/// <summary>A path from the accumulator of a fold, whose first value is computed when it is first read.</summary>
internal sealed class AccumulatorPathStep(int slot, FoldStep fold) : VariablePathStep(slot)
{
    private readonly int _slot = slot;

    protected override CelValue Start(CelFrame frame)
    {
        ref CelValue value = ref frame.Slots[_slot];
        if (ReferenceEquals(value.Node, FoldStep.NotStarted))
        {
            CelValue start = fold.Start.Evaluate(frame);
            frame.Slots[_slot] = start;
        }

        return frame.Slots[_slot];
    }
}

/// <summary>A path from what something else gives.</summary>
internal sealed class ValuePathStep(CelStep start) : PathStep
{
    private readonly List<Qualifier> _qualifiers = [];

    public override void Add(Qualifier qualifier) => _qualifiers.Add(qualifier);

    public override CelValue Resolve(CelFrame frame) => Follow(frame, start.Evaluate(frame), _qualifiers);
}

/// <summary>A path from either of two paths. Choosing costs nothing, and neither does the path as a whole.</summary>
internal sealed class ConditionalPathStep(CelStep condition, PathStep yes, PathStep no) : PathStep
{
    public override void Add(Qualifier qualifier)
    {
        yes.Add(qualifier);
        no.Add(qualifier);
    }

    public override CelValue Resolve(CelFrame frame)
    {
        CelValue chosen = condition.Evaluate(frame);
        return chosen.IsTrue ? yes.Resolve(frame)
            : chosen.IsFalse ? no.Resolve(frame)
            : chosen.IsErrorOrUnknown ? chosen
            : CelError.NoSuchOverload.AsValue();
    }

    public override CelValue Evaluate(CelFrame frame) => Resolve(frame);
}

/// <summary>Whether the last field of a path is there; the path as a whole costs nothing.</summary>
internal sealed class TestStep(PathStep path) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue value = path.Resolve(frame);
        return value.Is(out CelOptional? optional) ? CelValue.From(optional.HasValue) : value;
    }
}

/// <summary>One step of a path.</summary>
internal abstract class Qualifier
{
    public bool IsOptional { get; init; }

    /// <summary>The value that the step leads to; null if there is none and that is no error.</summary>
    public abstract CelValue? Follow(CelFrame frame, CelValue value, bool isOptional);

    /// <summary>The value under a key or index; null if there is none.</summary>
    protected static CelValue? Find(CelValue value, CelValue key)
    {
        if (value.Is(out CelMap? map))
        {
            return map.TryGet(key, out CelValue found) ? found : null;
        }

        if (value.Is(out CelList? list))
        {
            if (CelNumber.IndexOrNull(key) is not { } index)
            {
                return CelValue.Error(CelNumber.IsNumber(key.Kind) ? $"unsupported index value {key.Show()} in list" : $"unsupported index type '{key.Type.Name}' in list");
            }

            return index >= 0 && index < list.Count ? list[(int)index] : null;
        }

        return value.IsErrorOrUnknown ? value : null;
    }

    protected static CelValue Missing(CelValue value, CelValue key) => value.Kind == CelKind.List ? CelError.NoSuchIndex(key) : CelError.NoSuchKey(key);
}

internal sealed class FieldQualifier(string name) : Qualifier
{
    private readonly CelValue _key = CelValue.From(name);

    public override CelValue? Follow(CelFrame frame, CelValue value, bool isOptional)
    {
        if (value.Is(out CelMap? map) && map.TryGet(name, out CelValue found))
        {
            frame.Charge(1);
            return found;
        }

        CelValue? other = map is null ? Find(value, _key) : null;
        if (other is null && isOptional)
        {
            return null;
        }

        frame.Charge(1);
        return other ?? Missing(value, _key);
    }
}

internal sealed class ConstantQualifier(CelValue key) : Qualifier
{
    public override CelValue? Follow(CelFrame frame, CelValue value, bool isOptional)
    {
        CelValue? found = Find(value, key);
        if (found is null && isOptional)
        {
            return null;
        }

        frame.Charge(1);
        return found ?? Missing(value, key);
    }
}

internal sealed class ComputedQualifier(CelStep key) : Qualifier
{
    public override CelValue? Follow(CelFrame frame, CelValue value, bool isOptional)
    {
        CelValue wanted = key is PathStep path ? path.Resolve(frame) : key.Evaluate(frame);
        if (wanted.IsErrorOrUnknown)
        {
            frame.Charge(1);
            return wanted;
        }

        CelValue? found = Find(value, wanted);
        if (found is null && isOptional)
        {
            return null;
        }

        frame.Charge(1);
        return found ?? Missing(value, wanted);
    }
}

internal sealed class TestQualifier(string name) : Qualifier
{
    private readonly CelValue _key = CelValue.From(name);

    public override CelValue? Follow(CelFrame frame, CelValue value, bool isOptional)
    {
        CelValue? found = Find(value, _key);
        if (isOptional)
        {
            frame.Charge(found is null ? 0 : 1);
            return found is null ? null : found.Value.IsErrorOrUnknown ? found : CelValue.True;
        }

        frame.Charge(1);
        return found is { IsErrorOrUnknown: true } ? found : CelValue.From(found is not null);
    }
}

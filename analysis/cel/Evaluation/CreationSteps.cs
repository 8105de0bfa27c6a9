using Rampart.Cel.Checking;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Evaluation;

internal static class CreationCosts
{
    public const int List = 10, Map = 30, Object = 40;

    /// <summary>The value of an optional item; null if there is none.</summary>
    public static CelValue? Unwrap(CelValue value, string what)
    {
        if (!value.Is(out CelOptional? optional))
        {
            return CelValue.Error($"cannot initialize optional {what} from non-optional value {value.Show()}");
        }

        return optional.HasValue ? optional.Value : null;
    }
}

internal sealed class ListStep(CelStep[] items, bool[] optionals) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        CelValue[] values = new CelValue[items.Length];
        int count = 0;
        for (int i = 0; i < items.Length; i++)
        {
            CelValue value = items[i].Evaluate(frame);
            if (value.IsError)
            {
                frame.Charge(CreationCosts.List);
                return value;
            }

            if (optionals[i] && !value.IsUnknown)
            {
                CelValue? inner = CreationCosts.Unwrap(value, "list element");
                if (inner is null)
                {
                    continue;
                }

                value = inner.Value;
                if (value.IsError)
                {
                    frame.Charge(CreationCosts.List);
                    return value;
                }
            }
            else if (optionals[i])
            {
                frame.Charge(CreationCosts.List);
                return value;
            }

            values[count++] = value;
        }

        frame.Charge(CreationCosts.List);
        return CelValue.From(new CelArray(values, count));
    }
}

/// <param name="keys">The keys.</param>
/// <param name="values">The values.</param>
/// <param name="optionals">Which values are optional.</param>
/// <param name="mayRepeat">Whether the last of several entries with one key counts, as in Kubernetes; otherwise they are an error.</param>
internal sealed class MapStep(CelStep[] keys, CelStep[] values, bool[] optionals, bool mayRepeat) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        List<KeyValuePair<CelValue, CelValue>> entries = new(keys.Length);
        CelValue? failed = null;
        for (int i = 0; i < keys.Length && failed is null; i++)
        {
            failed = Add(frame, i, entries);
        }

        frame.Charge(CreationCosts.Map);
        return failed ?? CelValue.From(CelTable.Of(entries));
    }

    private CelValue? Add(CelFrame frame, int index, List<KeyValuePair<CelValue, CelValue>> entries)
    {
        CelValue key = keys[index].Evaluate(frame);
        if (key.IsErrorOrUnknown)
        {
            return key;
        }

        CelValue value = values[index].Evaluate(frame);
        if (value.IsError || (value.IsUnknown && optionals[index]))
        {
            return value;
        }

        if (optionals[index])
        {
            CelValue? inner = CreationCosts.Unwrap(value, $"entry '{key.Show()}'");
            if (inner is null && mayRepeat)
            {
                entries.RemoveAll(entry => CelKey.Compare(entry.Key, key) == 0);
            }

            if (inner is null or { IsError: true })
            {
                return inner;
            }

            value = inner.Value;
        }

        if (key.Kind is not (CelKind.Null or CelKind.String or CelKind.Bool or CelKind.Int or CelKind.Uint or CelKind.Double))
        {
            return CelValue.Error($"unsupported key type: {key.Type.Name}");
        }

        int known = entries.FindIndex(entry => CelKey.Compare(entry.Key, key) == 0);
        if (known >= 0 && !mayRepeat)
        {
            return CelValue.Error($"Failed with repeated key: {key.Show()}");
        }

        if (known >= 0)
        {
            entries.RemoveAt(known);
        }

        entries.Add(new(key, value));
        return null;
    }
}

internal sealed class ObjectStep(CelObjectType type, string typeName, string[] fields, CelStep[] values, bool[] optionals) : CelStep
{
    public override CelValue Evaluate(CelFrame frame)
    {
        List<KeyValuePair<string, CelValue>> created = new(fields.Length);
        for (int i = 0; i < fields.Length; i++)
        {
            CelValue value = values[i].Evaluate(frame);
            if (!value.IsErrorOrUnknown && optionals[i])
            {
                CelValue? inner = CreationCosts.Unwrap(value, $"entry '{fields[i]}'");
                if (inner is null)
                {
                    continue;
                }

                value = inner.Value;
            }

            if (value.IsErrorOrUnknown)
            {
                frame.Charge(CreationCosts.Object);
                return value;
            }

            created.Add(new(fields[i], value));
        }

        frame.Charge(CreationCosts.Object);
        return type.Create!(typeName, created);
    }
}

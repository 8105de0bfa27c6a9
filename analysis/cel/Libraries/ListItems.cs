using System.Diagnostics.CodeAnalysis;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries;

/// <summary>The items of a list that a function needs to know all of.</summary>
internal static class ListItems
{
    /// <summary>All items; false with the first error, or with what the unknown ones wait for.</summary>
    public static bool TryGet(CelValue list, [NotNullWhen(true)] out CelValue[]? items, out CelValue failed)
    {
        CelList source = list.As<CelList>();
        CelWork.Spend(source.Count);
        CelValue[] values = new CelValue[source.Count];
        CelUnknown? unknown = null;
        failed = default;
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = source[i];
            if (values[i].Is(out CelUnknown? waits))
            {
                unknown = CelUnknown.Merge(unknown, waits);
            }
            else if (values[i].IsError && !failed.IsError)
            {
                failed = values[i];
            }
        }

        if (failed.IsError || unknown is null)
        {
            items = failed.IsError ? null : values;
            return items is not null;
        }

        failed = unknown.AsValue();
        items = null;
        return false;
    }

    /// <summary>The types whose values have an order.</summary>
    public static readonly CelType[] Ordered =
        [CelType.Int, CelType.Uint, CelType.Double, CelType.Bool, CelType.Duration, CelType.Timestamp, CelType.String, CelType.Bytes];
}

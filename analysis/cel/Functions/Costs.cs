using Rampart.Cel.Values;

namespace Rampart.Cel.Functions;

/// <summary>The formulas that the API server charges by.</summary>
internal static class Costs
{
    private const double Traversal = 0.1, Pattern = 0.25;

    /// <summary>One unit.</summary>
    public static readonly CelCost One = static (_, _) => 1;

    /// <summary>A walk over the first argument.</summary>
    public static readonly CelCost First = static (arguments, _) => Walk(arguments[0].Size);

    /// <summary>A walk over the second argument.</summary>
    public static readonly CelCost Second = static (arguments, _) => Walk(arguments[1].Size);

    /// <summary>A walk over the first argument, and as much again for the result.</summary>
    public static readonly CelCost FirstTwice = static (arguments, _) => Ceiling(arguments[0].Size * 2 * Traversal);

    /// <summary>A walk over the result, there and back.</summary>
    public static readonly CelCost ResultTwice = static (_, result) => Ceiling(result.Size * 2 * Traversal);

    /// <summary>A walk over the smaller of both arguments.</summary>
    public static readonly CelCost Smaller = static (arguments, _) => Walk(Math.Min(arguments[0].Size, arguments[1].Size));

    /// <summary>A walk over both arguments.</summary>
    public static readonly CelCost Both = static (arguments, _) => Walk(arguments[0].Size + arguments[1].Size);

    /// <summary>A walk over the first argument for each step over the second.</summary>
    public static readonly CelCost Product = static (arguments, _) => Walk(arguments[0].Size) * Walk(arguments[1].Size);

    /// <summary>A regular expression over a text.</summary>
    public static readonly CelCost Match = static (arguments, _) => MatchOf(arguments[0].Size, arguments[1].Size);

    /// <summary>One unit for each item, however deep; texts by their bytes.</summary>
    public static readonly CelCost Items = static (arguments, _) => Deep(arguments[0]);

    /// <summary>A tenth of a size, rounded up.</summary>
    public static long Walk(long size) => Ceiling(size * Traversal);

    /// <summary>A regular expression of some length over a text of some length.</summary>
    public static long MatchOf(long text, long pattern) => Ceiling((1.0 + text) * Traversal) * Ceiling(pattern * Pattern);

    public static long Ceiling(double cost) => (long)Math.Ceiling(cost);

    private static long Deep(CelValue value)
    {
        CelWork.Spend(1);
        if (value.Kind == Types.CelKind.String)
        {
            return (long)(System.Text.Encoding.UTF8.GetByteCount(value.AsString()) * Traversal);
        }

        if (value.Kind == Types.CelKind.Bytes)
        {
            return (long)(value.AsBytes().Length * Traversal);
        }

        long cost = 0;
        if (value.Is(out CelList? list))
        {
            for (int i = 0; i < list.Count && cost < int.MaxValue; i++)
            {
                cost += Deep(list[i]);
            }

            return cost;
        }

        if (value.Is(out CelMap? map))
        {
            for (int i = 0; i < map.Count && cost < int.MaxValue; i++)
            {
                cost += Deep(map.KeyAt(i)) + Deep(map.ValueAt(i));
            }

            return cost;
        }

        return 1;
    }
}

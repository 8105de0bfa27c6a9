namespace Rampart.Cel.Functions;

/// <summary>The least and the most of a size or a cost; what would overflow stays at the largest number.</summary>
/// <param name="Min">The least.</param>
/// <param name="Max">The most; <see cref="ulong.MaxValue"/> if there is no bound.</param>
public readonly record struct CelRange(ulong Min, ulong Max)
{
    /// <summary>Anything.</summary>
    public static readonly CelRange Unknown = new(0, ulong.MaxValue);

    /// <summary>A number that is certain.</summary>
    public static CelRange Exactly(ulong number) => new(number, number);

    /// <summary>The sum.</summary>
    public CelRange Add(CelRange other) => new(Add(Min, other.Min), Add(Max, other.Max));

    /// <summary>The product.</summary>
    public CelRange Multiply(CelRange other) => new(Multiply(Min, other.Min), Multiply(Max, other.Max));

    /// <summary>The product with a factor, rounded up.</summary>
    public CelRange Multiply(double factor) => new(Multiply(Min, factor), Multiply(Max, factor));

    /// <summary>Either of both.</summary>
    public CelRange Union(CelRange other) => new(Math.Min(Min, other.Min), Math.Max(Max, other.Max));

    private static ulong Add(ulong left, ulong right) => left > ulong.MaxValue - right ? ulong.MaxValue : left + right;

    private static ulong Multiply(ulong left, ulong right) => right != 0 && left > ulong.MaxValue / right ? ulong.MaxValue : left * right;

    private static ulong Multiply(ulong number, double factor)
    {
        double product = Math.Ceiling(number * factor);
        return product >= 18446744073709551616.0 ? ulong.MaxValue : (ulong)product;
    }
}

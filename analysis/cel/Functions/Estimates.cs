using Rampart.Cel.Types;

namespace Rampart.Cel.Functions;

/// <summary>The formulas by which the API server estimates a call, beside those in <see cref="Costs"/>.</summary>
internal static class Estimates
{
    private const double Traversal = 0.1, Pattern = 0.25;

    private static readonly CelRange One = CelRange.Exactly(1);

    /// <summary>A walk over the first argument.</summary>
    public static CelEstimate First(CelCallSizes call) => new(Walk(call[0]));

    /// <summary>A walk over the first argument, whose size the result has.</summary>
    public static CelEstimate FirstOfSameSize(CelCallSizes call) => new(Walk(call[0]), call[0]);

    /// <summary>A walk over the first argument, there and back.</summary>
    public static CelEstimate FirstTwice(CelCallSizes call) => new(call[0].Multiply(2 * Traversal));

    /// <summary>A walk over the second argument.</summary>
    public static CelEstimate Second(CelCallSizes call) => new(Walk(call[1]));

    /// <summary>A walk over the first argument for each step over the second.</summary>
    public static CelEstimate Product(CelCallSizes call) => new(Walk(call[0]).Multiply(Walk(call[1])));

    /// <summary>A walk over the smaller of both arguments.</summary>
    public static CelEstimate Smaller(CelCallSizes call)
    {
        ulong most = Math.Min(call[0].Max, call[1].Max);
        return new CelEstimate(new CelRange(most > 0 ? 1UL : 0, most).Multiply(Traversal));
    }

    /// <summary>A walk over both arguments, which make the result.</summary>
    public static CelEstimate Both(CelCallSizes call)
    {
        CelRange size = call[0].Add(call[1]);
        return new CelEstimate(Walk(size), size);
    }

    /// <summary>A regular expression over a text.</summary>
    public static CelEstimate Match(CelCallSizes call) => new(Walk(call[0].Add(One)).Multiply(call[1].Multiply(Pattern)));

    /// <summary>A regular expression over a text, of which parts are the result.</summary>
    public static CelEstimate Find(CelCallSizes call) => Match(call) with { Size = new CelRange(0, call[0].Max) };

    /// <summary>One unit for each item, and a walk over it if it is a text.</summary>
    public static CelEstimate Items(CelCallSizes call)
    {
        CelType type = call.TypeOf(0);
        if (type.Parameters.Count == 0)
        {
            return new CelEstimate(Walk(call[0]));
        }

        bool isText = type.Parameters[0].Kind is CelKind.String or CelKind.Bytes;
        return new CelEstimate(call[0].Multiply(isText ? One.Add(Walk(CelRange.Unknown)) : One));
    }

    /// <summary>What takes the API server the same whatever it is given.</summary>
    public static Func<CelCallSizes, CelEstimate> Always(ulong cost) => _ => new CelEstimate(CelRange.Exactly(cost));

    /// <summary>A new list.</summary>
    public static CelEstimate List(CelRange size, double factor, bool hasSize = true) => new(size.Multiply(factor).Add(CelRange.Exactly(11)), hasSize ? size : null);

    public static CelRange Walk(CelRange size) => size.Multiply(Traversal);
}

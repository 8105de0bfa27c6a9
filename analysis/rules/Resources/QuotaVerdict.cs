using System.Globalization;

namespace Rampart.Rules.Resources;

/// <summary>Whether one resource of a quota is enough.</summary>
/// <param name="Resource">The name in the quota's <c>hard</c>, e.g. <c>limits.cpu</c>.</param>
/// <param name="Hard">What the quota allows.</param>
/// <param name="Needed">What is needed at most at a time; null when the resource is not of pods and no count of it is given.</param>
public sealed record QuotaVerdict(string Resource, Quantity Hard, Quantity? Needed)
{
    /// <summary>Whether the quota is enough; true when nothing is known to need the resource.</summary>
    public bool Fits => Needed is not { } needed || needed <= Hard;

    /// <summary>What is left of the quota; negative when it is short, all of it when nothing is known to need the resource.</summary>
    public Quantity Left => Hard - (Needed ?? Quantity.Zero);

    /// <summary>What is left in per cent of the quota, rounded down; 0 when it is short.</summary>
    public int PercentLeft => Left.Sign <= 0 ? 0 : Left.PercentOf(Hard);

    /// <summary>The verdict as a line: <c>fits, 18% left</c> or <c>does not fit: short by 500m of limits.cpu</c>.</summary>
    public override string ToString() =>
        Needed is null ? "not counted"
        : Fits ? string.Create(CultureInfo.InvariantCulture, $"fits, {PercentLeft}% left")
        : $"does not fit: short by {-Left} of {Resource}";
}

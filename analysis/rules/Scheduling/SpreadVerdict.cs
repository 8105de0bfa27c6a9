using System.Globalization;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling;

/// <summary>Whether the pods of one object can be placed as their topology spread constraints demand.</summary>
/// <param name="Object">The object.</param>
/// <param name="Pods">The pods at the largest scale.</param>
/// <param name="Surge">The pods that a rollout has to add before it may delete one, and that count together with the others.</param>
/// <param name="Nodes">The nodes that are known.</param>
/// <param name="Zones">The zones of these nodes; 0 for a cluster without zones.</param>
/// <param name="Placeable">The pods that can be placed, at most as many as are requested.</param>
public sealed record SpreadVerdict(KubernetesObject Object, int Pods, int Surge, int Nodes, int Zones, int Placeable)
{
    /// <summary>Whether all pods can be placed, during a rollout too.</summary>
    public bool Fits => Placeable >= Pods + Surge;

    /// <summary>The verdict as a line: <c>4 pods (1 of them during a rollout) on 5 nodes in 3 zones: fits</c>.</summary>
    public override string ToString()
    {
        string rollout = Surge == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" ({Surge} of them during a rollout)");
        string zones = Zones == 0 ? " without zones" : $" in {Number(Zones, "zone")}";
        string verdict = Fits ? "fits" : Placeable == 0 ? "does not fit, none can be placed" : string.Create(CultureInfo.InvariantCulture, $"does not fit, only {Placeable} can be placed");
        return $"{Number(Pods + Surge, "pod")}{rollout} on {Number(Nodes, "node")}{zones}: {verdict}";
    }

    private static string Number(int count, string noun) => string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}

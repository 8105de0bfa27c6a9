using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects.Rules;

/// <summary>RMP1205: every object is declared once.</summary>
internal sealed class ObjectOnceRule : Rule
{
    public static readonly ObjectOnceRule Instance = new();

    private ObjectOnceRule()
        : base("RMP1205", "object-once", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
    {
    }

    public override string Summary =>
        "Every object is declared once: of two with the same group, kind, namespace and name one overwrites the other, or cannot be created.";

    public override string Allowed => "one object of a kind and name in a namespace";

    public override string Fix => "remove one of the two, or give it another name or namespace";

    public override bool NeedsOtherObjects => true;

    internal override void Check(Inspection inspection)
    {
        foreach ((KubernetesObject again, KubernetesObject first) in RepeatedObjects.Find(inspection.Objects.All))
        {
            inspection.Broken(again, "metadata.name", $"{again} is declared at {PlaceOf(first.Origin, "another place")} and again {PlaceOf(again.Origin, "here", "at ")}; other rules see it only once");
        }
    }

    private static string PlaceOf(ObjectOrigin origin, string otherwise, string before = "") =>
        origin.Urn.Length > 0 ? before + origin.Urn
        : origin.File.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{before}{(origin.File == "-" ? "standard input" : origin.File)}:{origin.Line}")
        : otherwise;
}

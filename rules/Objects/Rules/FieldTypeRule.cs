using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects.Rules;

/// <summary>RMP1203: every value has the type of its field.</summary>
internal sealed class FieldTypeRule : AnyObjectRule
{
    public static readonly FieldTypeRule Instance = new();

    private FieldTypeRule()
        : base("RMP1203", "field-type", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
    {
    }

    public override string Summary =>
        "Every value that is known has the type of its field: the API server rejects all else, and rules cannot tell what was meant.";

    public override string Allowed => "the type that Kubernetes' API gives the field";

    public override string Fix => "write a value of the field's type; kubectl explain tells it";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (inspection.WrongTypes.Find(item) is not { } found)
        {
            return;
        }

        foreach (WrongType wrong in found)
        {
            if (!wrong.IsUnknownField)
            {
                inspection.Broken(item, wrong.Path, MessageOf(wrong), wrong.Found, wrong.Allowed, wrong.Fix);
            }
        }
    }

    /// <summary>What is wrong, with the field's own name: the path tells the rest.</summary>
    public static string MessageOf(WrongType wrong)
    {
        int start = 0;
        bool isInBrackets = false;
        for (int i = 0; i < wrong.Path.Length; i++)
        {
            isInBrackets = wrong.Path[i] == '[' || (isInBrackets && wrong.Path[i] != ']');
            start = wrong.Path[i] == '.' && !isInBrackets ? i + 1 : start;
        }

        return $"{wrong.Path[start..]} {wrong.Problem}";
    }
}

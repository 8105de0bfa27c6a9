using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects.Rules;

/// <summary>RMP1204: an object has fields of its kind only.</summary>
internal sealed class UnknownFieldRule() : AnyObjectRule("RMP1204", "unknown-field", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
{
    public override string Summary =>
        $"Objects of Kubernetes' own kinds have only fields that Kubernetes {BuiltInKinds.Release} knows: the API server drops any other without a word unless it is asked to be strict, and what was meant by it never happens.";

    public override string Allowed => "the fields of the kind, in their case";

    public override string Fix => "correct the field's name or place; kubectl explain lists the fields";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (inspection.WrongTypes.Find(item) is not { } found)
        {
            return;
        }

        foreach (WrongType wrong in found)
        {
            if (wrong.IsUnknownField)
            {
                inspection.Broken(item, wrong.Path, $"{wrong.Found} {wrong.Problem}", wrong.Found, wrong.Allowed, wrong.Fix);
            }
        }
    }
}

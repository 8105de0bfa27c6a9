using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3003: memory and storage are whole numbers of bytes.</summary>
internal sealed class FractionalBytesRule() : Rule("RMP3003", "fractional-bytes", RuleCategory.Resources, DiagnosticSeverity.Error)
{
    public override string Summary => "Every amount of memory or storage is a whole number of bytes: '512m' is half a byte, and a container with such a limit never starts.";

    public override string Allowed => "a whole number of bytes, e.g. 512Mi";

    public override string Fix => "write Mi where m stands for it";

    public override string Guide => "Resource Limits";

    internal override void Check(Inspection inspection)
    {
        foreach (QuantityProblem problem in QuantityProblems.Of(inspection).Fractions)
        {
            inspection.Broken(problem.Object, problem.Path, problem.Message!, problem.Found);
        }
    }
}

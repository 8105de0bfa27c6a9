using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3002: resources have names that exist.</summary>
internal sealed class ResourceNameRule() : Rule("RMP3002", "resource-name", RuleCategory.Resources, DiagnosticSeverity.Error)
{
    public override string Summary => "Every resource has a name that Kubernetes knows, or one with a domain, since the API server rejects all others.";

    public override string Allowed => "cpu, memory, ephemeral-storage, hugepages-…, or a name with a domain";

    public override string Fix => "correct the name";

    public override string Guide => "Resource Limits";

    internal override void Check(Inspection inspection)
    {
        foreach (QuantityProblem problem in QuantityProblems.Of(inspection).Names)
        {
            string? allowed = problem.IsOfQuota ? "requests.cpu, limits.memory, pods, persistentvolumeclaims and the like, or count/ and a kind" : null;
            inspection.Broken(problem.Object, problem.Path, problem.Message!, problem.Found, allowed);
        }
    }
}

using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3001: quantities are in the form of Kubernetes, and not negative.</summary>
internal sealed class QuantityRule() : Rule("RMP3001", "quantity", RuleCategory.Resources, DiagnosticSeverity.Error)
{
    public override string Summary => "Every amount of a resource is a quantity that is not negative, since the API server rejects all else.";

    public override string Allowed => "a number with an optional suffix, e.g. 500m, 1.5 or 512Mi";

    public override string Fix => Quantity.Expected;

    public override string Guide => "Resource Limits";

    internal override void Check(Inspection inspection)
    {
        foreach (QuantityProblem problem in QuantityProblems.Of(inspection).Values)
        {
            if (problem.Message is null)
            {
                inspection.Unknown(problem.Object, problem.Path);
            }
            else
            {
                inspection.Broken(problem.Object, problem.Path, problem.Message, problem.Found);
            }
        }

        foreach (Workload workload in inspection.Objects.Workloads)
        {
            CheckContainers(workload, inspection);
            CheckVolumes(workload, inspection);
        }
    }

    private static void CheckContainers(Workload workload, Inspection inspection)
    {
        for (int i = 0; i < workload.Containers.Count; i++)
        {
            Container container = workload.Containers[i];
            if (container.Body.IsUnknown)
            {
                inspection.Unknown(workload.Object, container.Path);
            }
        }
    }

    private static void CheckVolumes(Workload workload, Inspection inspection)
    {
        if (!workload.PodSpec["volumes"].TryGetItems(out FieldItems volumes))
        {
            return;
        }

        for (int i = 0; i < volumes.Count; i++)
        {
            Field size = volumes[i]["emptyDir"]["sizeLimit"];
            if (QuantityProblems.Find(size, QuantityField.Read(size, out Quantity quantity), quantity) is { } problem)
            {
                inspection.Broken(workload.Object, string.Create(CultureInfo.InvariantCulture, $"{workload.SpecPath}.volumes[{i}].emptyDir.sizeLimit"), problem, size.Shown);
            }
        }
    }
}

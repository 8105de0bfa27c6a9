using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4018: what is scaled by its use in per cent has requests.</summary>
internal sealed class AutoscalerRequestsRule()
    : ObjectRule("RMP4018", "autoscaler-without-requests", RuleCategory.Availability, DiagnosticSeverity.Warning, "autoscaling", "HorizontalPodAutoscaler")
{
    public override string Summary =>
        "Containers that are scaled by their use in per cent have a request of the resource; without it the autoscaler does nothing.";

    public override string Allowed => "a request of the resource at every container of the target";

    public override string Fix => "set resources.requests at the container, or give the metric an average value";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (AutoscalerMap.FindTarget(inspection.Objects, item)?.Workload is not { } workload
            || inspection.Objects.OfKind("", "LimitRange", item.Place).Count > 0
            || inspection.Objects.MayHoldMore("", "LimitRange", item.Place)
            || !item.Spec["metrics"].TryGetItems(out FieldItems metrics))
        {
            // A LimitRange fills requests in.
            return;
        }

        if (metrics.Count == 0)
        {
            CheckContainers(item, workload, "spec.metrics", "cpu", "cpu", "", inspection);
        }

        for (int i = 0; i < metrics.Count; i++)
        {
            string type = metrics[i]["type"].Text, field = type == "Resource" ? "resource" : "containerResource";
            Field source = metrics[i][field];
            if (type is "Resource" or "ContainerResource" && source["target"]["type"].Text == "Utilization" && source["name"].Text is { Length: > 0 } name)
            {
                string path = string.Create(CultureInfo.InvariantCulture, $"spec.metrics[{i}].{field}.name");
                CheckContainers(item, workload, path, name, source["name"].Shown, source["container"].Text, inspection);
            }
        }
    }

    private static void CheckContainers(
        KubernetesObject item, Workload workload, string path, string resource, string shown, string only, Inspection inspection)
    {
        if (IsUnset(workload.PodSpec["resources"], resource))
        {
            foreach (Container container in workload.Containers)
            {
                if (container.Kind == ContainerKind.Normal
                    && (only.Length == 0 || container.Name == only)
                    && IsUnset(container["resources"], resource))
                {
                    inspection.Broken(
                        item, path, $"{container} of {workload.Object} has no {shown} request, so its use in per cent cannot be told", shown);
                }
            }
        }
    }

    private static bool IsUnset(Field resources, string name) => resources["requests"][name].IsUnset && resources["limits"][name].IsUnset;
}

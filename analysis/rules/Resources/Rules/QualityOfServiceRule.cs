using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3021: pods whose containers have all limits are Guaranteed, and none is BestEffort.</summary>
internal static class QualityOfServiceRule
{
    public static Rule Descriptor { get; } = new WorkloadRule("RMP3021", "quality-of-service", RuleCategory.Resources, DiagnosticSeverity.Info)
    {
        Summary = "Pods are Guaranteed, the last to be evicted when a node runs short: one request below its limit, or one init container without limits, is enough to lose that class.",
        Allowed = "requests that equal the limits, for cpu and memory of every container, init containers too",
        Fix = "set requests and limits to the same values in every container",
        Guide = "QoS Classes",
        Example = new(
            """
            containers:
            - name: app
              resources: {requests: {cpu: 100m, memory: 128Mi}, limits: {cpu: "1", memory: 128Mi}}
            """,
            """
            containers:
            - name: app
              resources: {requests: {cpu: "1", memory: 128Mi}, limits: {cpu: "1", memory: 128Mi}}
            """,
            "Requests as large as the limits leave less room on nodes."),
        OtherIds =
        [
            "kube-score:container-cpu-requests-equal-limits", "kube-score:container-memory-requests-equal-limits",
            "kube-score:container-resource-requests-equal-limits",
        ],
        Check = Check,
    };

    private static void Check(Workload workload, Inspection inspection)
    {
        Intent intent = Read(workload);
        if (intent is Intent.Guaranteed or Intent.Other)
        {
            return;
        }

        if (!PodResourcesReader.TryRead(workload, out PodResources? pod, out UnknownField unknown))
        {
            inspection.Unknown(workload.Object, unknown.Path, unknown.Problem);
            return;
        }

        FieldAt containers = inspection.At(workload)["containers"];
        NamespaceLimits limits = LimitRanges.Of(inspection.Facts).In(workload.Object.Place);
        if (limits.Unknown is not null)
        {
            return;
        }

        if (LimitRanges.Of(inspection.Facts).FindUncertain(workload.Object.Place) is { } uncertain)
        {
            containers.ReportUnknown($"depends on {uncertain}");
            return;
        }

        pod = limits.Fill(pod);
        switch (QualityOfService.Of(pod))
        {
            case QualityOfServiceClass.BestEffort:
                containers.Report("the pods are BestEffort, the first to be evicted when their node runs short: no container requests cpu or memory");
                break;
            case QualityOfServiceClass.Burstable when intent == Intent.Limited && !workload.RunsToCompletion:
                ReportBurstable(workload, pod, inspection);
                break;
        }
    }

    private enum Intent
    {
        // Every container has limits and requests that are written the same, so no arithmetic is needed.
        Guaranteed,

        // Every container but the init containers has limits for both.
        Limited,

        // No container sets anything.
        Silent,

        Other,
    }

    private static Intent Read(Workload workload)
    {
        bool isAlike = workload.PodSpec["resources"].IsUnset, isLimited = true, isSilent = isAlike;
        for (int i = 0; i < workload.Containers.Count; i++)
        {
            Container container = workload.Containers[i];
            if (container.Kind == ContainerKind.Ephemeral)
            {
                continue;
            }

            Field resources = container["resources"], limits = resources["limits"], requests = resources["requests"];
            Field cpu = limits[ResourceList.Cpu], memory = limits[ResourceList.Memory];
            bool hasBoth = !cpu.IsUnset && !memory.IsUnset;
            isLimited &= hasBoth || container.Kind != ContainerKind.Normal;
            isAlike &= hasBoth && IsAlike(cpu, requests[ResourceList.Cpu]) && IsAlike(memory, requests[ResourceList.Memory]);
            isSilent &= cpu.IsUnset && memory.IsUnset && requests[ResourceList.Cpu].IsUnset && requests[ResourceList.Memory].IsUnset;
        }

        return isAlike ? Intent.Guaranteed
            : !workload.PodSpec["resources"].IsUnset ? ReadPod(workload.PodSpec["resources"]["limits"])
            : isLimited ? Intent.Limited
            : isSilent ? Intent.Silent
            : Intent.Other;
    }

    private static Intent ReadPod(Field limits) =>
        limits[ResourceList.Cpu].IsUnset || limits[ResourceList.Memory].IsUnset ? Intent.Other : Intent.Limited;

    private static bool IsAlike(Field limit, Field request) =>
        !limit.IsUnknown && (request.IsUnset || (!request.IsUnknown && request.Value.Equals(limit.Value)));

    private static void ReportBurstable(Workload workload, PodResources pod, Inspection inspection)
    {
        if (pod.PodLevel is { } podLevel)
        {
            _ = TryReport(inspection.At(workload)["resources"], "the pod", podLevel);
            return;
        }

        int init = 0, normal = 0;
        foreach (Container container in workload.Containers)
        {
            if (container.Kind == ContainerKind.Ephemeral)
            {
                continue;
            }

            ContainerResources own = container.Kind == ContainerKind.Normal ? pod.Containers[normal++] : pod.InitContainers[init++];
            if (TryReport(inspection.At(container)["resources"], container.ToString(), own.Resources))
            {
                return;
            }
        }
    }

    private static bool TryReport(FieldAt at, string who, ResourceRequirements resources)
    {
        foreach (string name in (ReadOnlySpan<string>)[ResourceList.Cpu, ResourceList.Memory])
        {
            Quantity request = resources.Requests[name] ?? Quantity.Zero, limit = resources.Limits[name] ?? Quantity.Zero;
            if (limit.IsZero)
            {
                at["limits"][name].Report($"the pods are Burstable, not Guaranteed: {who} has no {name} limit");
                return true;
            }

            if (request != limit)
            {
                at["requests"][name].Report($"the pods are Burstable, not Guaranteed: {who} requests {request} of {name} and may use {limit}", request.ToString());
                return true;
            }
        }

        return false;
    }
}

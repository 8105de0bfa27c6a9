using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3004: nothing requests more than its limit.</summary>
internal static class RequestAboveLimitRule
{
    public static Rule Descriptor { get; } = new WorkloadRule("RMP3004", "request-above-limit", RuleCategory.Resources, DiagnosticSeverity.Error)
    {
        Summary = "No request is above its limit, and of devices and huge pages both are the same, since the API server rejects all else.",
        Allowed = "a request up to the limit",
        Fix = "lower the request or raise the limit",
        Guide = "Resource Limits",
        Check = Check,
    };

    private static void Check(Workload workload, Inspection inspection)
    {
        for (int i = 0; i < workload.Containers.Count; i++)
        {
            Container container = workload.Containers[i];
            Field resources = container["resources"];
            if (!resources.IsUnset && !container.Body.IsUnknown)
            {
                CheckPart(workload, container, resources, inspection);
            }
        }

        Field ofPod = workload.PodSpec["resources"];
        if (!ofPod.IsUnset)
        {
            CheckPart(workload, null, ofPod, inspection);
        }
    }

    private static void CheckPart(Workload workload, Container? container, Field resources, Inspection inspection)
    {
        Field requests = resources["requests"], limits = resources["limits"];
        if (!requests.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            return;
        }

        foreach (Property property in properties)
        {
            string name = property.Name;
            Field request = requests.Below(property.Value), limit = limits[name];
            QuantityState ofRequest = QuantityField.Read(request, out Quantity least), ofLimit = QuantityField.Read(limit, out Quantity most);
            if (ofLimit == QuantityState.Unset && ofRequest != QuantityState.Unset && !ResourceNames.MayBeOvercommitted(name))
            {
                inspection.Broken(
                    workload.Object,
                    PathOf(workload, container, "requests", name),
                    $"{container?.ToString() ?? "the pod"} requests {name} without a limit, and both must be the same",
                    request.Shown,
                    fix: $"set limits for {name}, too");
                continue;
            }

            if (ofRequest == QuantityState.Unset || ofLimit == QuantityState.Unset)
            {
                continue;
            }

            if (ofRequest == QuantityState.Unknown || ofLimit == QuantityState.Unknown)
            {
                inspection.Unknown(workload.Object, PathOf(workload, container, ofRequest == QuantityState.Unknown ? "requests" : "limits", name));
            }
            else if (ofRequest == QuantityState.Valid && ofLimit == QuantityState.Valid)
            {
                bool isAbove = least > most;
                if (isAbove || (least != most && !ResourceNames.MayBeOvercommitted(name)))
                {
                    string who = container?.ToString() ?? "the pod";
                    string than = isAbove ? "more than" : "less than";
                    string why = isAbove ? "" : ", and both must be the same";
                    inspection.Broken(
                        workload.Object,
                        PathOf(workload, container, "requests", name),
                        $"{who} requests {request.Shown} of {name}, {than} its limit of {limit.Shown}{why}",
                        request.Shown);
                }
            }
        }
    }

    private static string PathOf(Workload workload, Container? container, string list, string name) =>
        QuantityField.PathOf($"{container?.Path ?? workload.SpecPath}.resources.{list}", name);
}

using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources.Rules;

/// <summary>RMP3004: nothing requests more than its limit.</summary>
internal static class RequestAboveLimitRule
{
    public static Rule Descriptor { get; } = new WorkloadRule("RMP3004", "request-above-limit", RuleCategory.Resources, DiagnosticSeverity.Error)
    {
        Summary = "No request is above its limit, and for devices and huge pages both are the same, since the API server rejects anything else.",
        Allowed = "a request up to the limit",
        Fix = "lower the request or raise the limit",
        Guide = "Resource Limits",
        Example = new(
            """
            containers:
            - name: app
              resources: {requests: {cpu: "1"}, limits: {cpu: 500m}}
            """,
            """
            containers:
            - name: app
              resources: {requests: {cpu: 500m}, limits: {cpu: "1"}}
            """),
        Check = static (workload, inspection) =>
        {
            foreach (Container container in workload.Containers)
            {
                if (!container["resources"].IsUnset && !container.Body.IsUnknown)
                {
                    CheckResources(inspection.At(container)["resources"], container);
                }
            }

            if (!workload.PodSpec["resources"].IsUnset)
            {
                CheckResources(inspection.At(workload)["resources"], null);
            }
        },
    };

    private static void CheckResources(FieldAt resources, Container? container)
    {
        FieldAt limits = resources["limits"];
        foreach (FieldAt request in resources["requests"].Entries)
        {
            string name = request.Name;
            FieldAt limit = limits[name];
            QuantityState ofRequest = QuantityField.Read(request.Field, out Quantity least), ofLimit = QuantityField.Read(limit.Field, out Quantity most);
            if (ofLimit == QuantityState.Unset && ofRequest != QuantityState.Unset && !ResourceNames.MayBeOvercommitted(name))
            {
                request.Report(
                    $"{Owner()} requests {name} without a limit, and both must be the same", request.Shown, fix: $"set limits for {name}, too");
            }
            else if (ofRequest == QuantityState.Unset || ofLimit == QuantityState.Unset)
            {
                continue;
            }
            else if (ofRequest == QuantityState.Unknown)
            {
                request.ReportUnknown();
            }
            else if (ofLimit == QuantityState.Unknown)
            {
                limit.ReportUnknown();
            }
            else if (ofRequest == QuantityState.Valid && ofLimit == QuantityState.Valid)
            {
                if (least > most)
                {
                    request.Report($"{Owner()} requests {request.Shown} of {name}, more than its limit of {limit.Shown}");
                }
                else if (least != most && !ResourceNames.MayBeOvercommitted(name))
                {
                    request.Report($"{Owner()} requests {request.Shown} of {name}, less than its limit of {limit.Shown}, and both must be the same");
                }
            }
        }

        string Owner() => container?.ToString() ?? "the pod";
    }
}

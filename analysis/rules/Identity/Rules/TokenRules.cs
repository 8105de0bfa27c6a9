using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>The rules about tokens of service accounts.</summary>
internal static class TokenRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectSetRule("RMP5001", "service-account-token", RuleCategory.Identity, DiagnosticSeverity.Warning)
        {
            Summary = "A pod whose account has no rights mounts no token, which an intruder could use against the API server.",
            Allowed = "automountServiceAccountToken false at the pod, or at its account",
            Fix = "set automountServiceAccountToken to false, or bind a role to the account if the program calls the API server",
            OtherIds =
            [
                "checkov:CKV_K8S_38", "kubescape:C-0034", "kubescape:C-0190", "kubesec:AutomountServiceAccountToken",
                "polaris:automountServiceAccountToken", "trivy:KSV-0036",
            ],
            NeedsOtherObjects = true,
            Check = CheckServiceAccountToken,
        },
        new ObjectSetRule("RMP5002", "token-projected", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary =
                "Pods set automountServiceAccountToken to false; a pod that needs a token projects one that expires, into the container that uses it.",
            Allowed = "automountServiceAccountToken false at the pod, and a projected serviceAccountToken where one is needed",
            Fix = "set automountServiceAccountToken to false at the pod, and project a serviceAccountToken volume if the program calls the API server",
            OtherIds =
            [
                "checkov:CKV_K8S_38", "kubescape:C-0034", "kubescape:C-0190", "kubescape:C-0261", "kubesec:AutomountServiceAccountToken",
                "polaris:automountServiceAccountToken", "trivy:KSV-0036",
            ],
            Check = CheckTokenProjected,
        },
        new ObjectSetRule("RMP5020", "projected-token-used", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "A pod that projects a token for the API server has an account with rights: without them the token helps only an intruder.",
            Allowed = "a binding for the account, or no token",
            Fix = "bind a role to the account, or remove the token from the volume",
            NeedsOtherObjects = true,
            Check = static inspection =>
            {
                BoundAccounts bound = new(inspection.Objects);
                foreach (Workload workload in inspection.Objects.Workloads)
                {
                    // In objects read from a cluster, the API server has added the token to the pod.
                    FieldAt pod = inspection.At(workload);
                    int volume = workload.Object.IsOwned || pod["automountServiceAccountToken"].Flag != Flag.False ? -1 : ProjectedToken.Find(workload);
                    if (volume >= 0 && PodAccount.TryGetName(workload, out string name) && bound.Has(workload.Object.Place, name) == Flag.False)
                    {
                        pod["volumes"].Items[volume]["projected"]["sources"].Report(
                            $"the pod projects a token of service account '{PodAccount.Show(workload, name)}', to which nothing in these objects gives rights");
                    }
                }
            },
        },
        new ObjectSetRule("RMP5021", "rights-used", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "A pod whose account has rights has a token: without one the program cannot call the API server, and the rights have no use.",
            Allowed = "a projected serviceAccountToken, or an account without rights",
            Fix = "project a serviceAccountToken volume, or remove the binding",
            Check = CheckUsedRights,
        },
    ];

    private static void CheckServiceAccountToken(Inspection inspection)
    {
        BoundAccounts bound = new(inspection.Objects);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            Flag mounts = PodAccount.MountsToken(inspection.Objects, workload);
            if (mounts == Flag.False)
            {
                continue;
            }

            FieldAt field = inspection.At(workload)["automountServiceAccountToken"];
            Flag needs = PodAccount.TryGetName(workload, out string name) ? bound.Has(workload.Object.Place, name) : Flag.Unknown;
            if (mounts == Flag.Unknown || needs == Flag.Unknown)
            {
                field.ReportUnknown("and the rights of the account are not known yet");
            }
            else if (needs == Flag.False)
            {
                field.Report($"the token of service account '{PodAccount.Show(workload, name)}' is mounted in every container");
            }
        }
    }

    private static void CheckTokenProjected(Inspection inspection)
    {
        BoundAccounts bound = new(inspection.Objects);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            FieldAt field = inspection.At(workload)["automountServiceAccountToken"];
            if (field.Flag is Flag.False or Flag.Unknown || !PodAccount.TryGetName(workload, out string name))
            {
                continue;
            }

            if (PodAccount.MountsToken(inspection.Objects, workload) == Flag.False)
            {
                field.Report($"the pod leaves it to service account '{PodAccount.Show(workload, name)}' whether its token is mounted");
            }
            else if (bound.Has(workload.Object.Place, name) == Flag.True)
            {
                field.Report($"the token of service account '{PodAccount.Show(workload, name)}' is mounted in every container, not projected where it is needed");
            }
        }
    }

    private static void CheckUsedRights(Inspection inspection)
    {
        BoundAccounts bound = new(inspection.Objects);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            if (PodAccount.MountsToken(inspection.Objects, workload) == Flag.False
                && PodAccount.TryGetName(workload, out string name)
                && bound.Has(workload.Object.Place, name) == Flag.True
                && workload.PodSpec["volumes"].TryGetItems(out _)
                && ProjectedToken.Find(workload) < 0)
            {
                inspection.At(workload)["volumes"].Report(
                    $"service account '{PodAccount.Show(workload, name)}' has rights, but the pod has no token to use them");
            }
        }
    }
}

using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>The rules about service accounts.</summary>
internal static class AccountRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP5003", "own-service-account", RuleCategory.Identity, DiagnosticSeverity.Warning)
        {
            Summary = "Pods have an account of their own: rights given to the default account are those of every pod that names none.",
            Allowed = "any account but default",
            Fix = "make a ServiceAccount for the workload and set serviceAccountName",
            OtherIds = ["kube-linter:default-service-account", "kubesec:ServiceAccountName"],
            Check = static (workload, inspection) =>
            {
                if (!PodAccount.TryGetName(workload, out string name))
                {
                    inspection.Unknown(workload.Object, $"{workload.SpecPath}.serviceAccountName");
                }
                else if (name == PodAccount.Default)
                {
                    inspection.Broken(
                        workload.Object, $"{workload.SpecPath}.serviceAccountName", "the pod runs as the default service account", workload.PodSpec["serviceAccountName"].Shown);
                }
            },
        },
        new WorkloadRule("RMP5004", "service-account-exists", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "The account of a pod exists: without it no pod is made, and only the events of its controller tell why.",
            Allowed = "an account among the objects, where others of the namespace are",
            Fix = "add the ServiceAccount, or correct serviceAccountName",
            OtherIds = ["kube-linter:non-existent-service-account", "kubescape:C-0307"],
            NeedsOtherObjects = true,
            Check = CheckAccountExists,
        },
        new WorkloadRule("RMP5005", "service-account-name", RuleCategory.Identity, DiagnosticSeverity.Warning)
        {
            Summary = "Pods name their account in serviceAccountName: serviceAccount is deprecated, and ignored where both are set.",
            Allowed = "serviceAccountName; serviceAccount unset or equal to it",
            Fix = "use serviceAccountName and remove serviceAccount",
            OtherIds = ["kube-linter:deprecated-service-account-field", "kubescape:C-0294"],
            Check = CheckDeprecatedAccountField,
        },
        new ObjectSetRule("RMP5015", "default-account-off", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "A namespace declares its default account without token, so a pod that names no account gets none.",
            Allowed = "a ServiceAccount default with automountServiceAccountToken false",
            Fix = "add a ServiceAccount named default with automountServiceAccountToken false",
            OtherIds = ["checkov:CKV_K8S_41", "kubescape:C-0189"],
            Check = CheckDefaultAccountOff,
        },
        new ObjectRule("RMP5016", "account-automount-off", RuleCategory.Identity, DiagnosticSeverity.Info, "", "ServiceAccount")
        {
            Summary = "Accounts say automountServiceAccountToken false, so only pods that ask for a token get one.",
            Allowed = "automountServiceAccountToken false",
            Fix = "set automountServiceAccountToken to false at the ServiceAccount",
            OtherIds = ["checkov:CKV_K8S_41", "kubescape:C-0189"],
            Check = static (item, inspection) =>
            {
                Flag mounts = item["automountServiceAccountToken"].Flag;
                if (mounts == Flag.Unknown)
                {
                    inspection.Unknown(item, "automountServiceAccountToken");
                }
                else if (mounts != Flag.False)
                {
                    inspection.Broken(
                        item, "automountServiceAccountToken", $"service account '{item.Name}' hands its token to every pod that does not refuse it", mounts == Flag.True ? "true" : "");
                }
            },
        },
    ];

    private static void CheckAccountExists(Workload workload, Inspection inspection)
    {
        // Whoever keeps accounts elsewhere has none of the namespace here; default is there from the start.
        if (inspection.Objects.OfKind("", "ServiceAccount").Count == 0
            || !PodAccount.TryGetName(workload, out string name)
            || name == PodAccount.Default
            || inspection.Objects.Find("", "ServiceAccount", workload.Object.Place, name) is not null)
        {
            return;
        }

        // One whose name is not known yet may be the one.
        IReadOnlyCollection<string> names = inspection.Objects.Names("", "ServiceAccount", workload.Object.Place);
        if (!names.Contains("") && names.Count > (names.Contains(PodAccount.Default) ? 1 : 0))
        {
            string field = workload.PodSpec["serviceAccountName"].IsUnset ? "serviceAccount" : "serviceAccountName";
            if (inspection.Objects.MayHoldMore("", "ServiceAccount", workload.Object.Place))
            {
                inspection.UnknownNamespace(workload.Object, $"{workload.SpecPath}.{field}");
                return;
            }

            string shown = workload.PodSpec[field].Shown;
            inspection.Broken(
                workload.Object, $"{workload.SpecPath}.{field}", $"service account '{shown}' is not among the accounts of the namespace in these objects", shown);
        }
    }

    private static void CheckDeprecatedAccountField(Workload workload, Inspection inspection)
    {
        Field deprecated = workload.PodSpec["serviceAccount"], name = workload.PodSpec["serviceAccountName"];
        if (deprecated.IsUnset)
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "serviceAccount");
        if (!deprecated.TryGetText(out string old) || !name.TryGetText(out string current))
        {
            inspection.Unknown(workload.Object, path);
        }
        else if (current.Length == 0)
        {
            inspection.Broken(workload.Object, path, $"the pod names its account '{deprecated.Shown}' in the deprecated field serviceAccount", deprecated.Shown);
        }
        else if (old != current)
        {
            // The API server fills both with the same name, so equal ones are no sign of anything.
            inspection.Broken(
                workload.Object, path, $"serviceAccount '{deprecated.Shown}' is ignored, since serviceAccountName is '{name.Shown}'", deprecated.Shown);
        }
    }

    private static void CheckDefaultAccountOff(Inspection inspection)
    {
        IReadOnlyList<KubernetesObject> places = inspection.Objects.OfKind("", "Namespace");
        if (places.Count == 0)
        {
            return;
        }

        HashSet<string> used = new(StringComparer.Ordinal);
        foreach (Workload workload in inspection.Objects.Workloads)
        {
            used.Add(workload.Object.Place);
        }

        foreach (KubernetesObject place in places)
        {
            // What the account says when it is here is for the rule about accounts.
            if (place.Name.Length > 0 && used.Contains(KubernetesNamespaces.PlaceOf(place.Name)) && inspection.Objects.Find("", "ServiceAccount", place.Name, PodAccount.Default) is null)
            {
                if (inspection.Objects.MayHoldMore("", "ServiceAccount", place.Name))
                {
                    inspection.UnknownNamespace(place, "metadata.name");
                    continue;
                }

                inspection.Broken(place, "", $"nothing switches the token of the default service account off in namespace '{place.Name}'");
            }
        }
    }
}

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
            Summary = "Pods have an account of their own: rights of the default account are rights of every pod that names no account.",
            Allowed = "any account but default",
            Fix = "create a ServiceAccount for the workload and set serviceAccountName",
            OtherIds = ["kube-linter:default-service-account", "kubesec:ServiceAccountName"],
            Check = static (workload, inspection) =>
            {
                FieldAt account = inspection.At(workload)["serviceAccountName"];
                if (!PodAccount.TryGetName(workload, out string name))
                {
                    account.ReportUnknown();
                }
                else if (name == PodAccount.Default)
                {
                    account.Report("the pod runs as the default service account");
                }
            },
        },
        new WorkloadRule("RMP5004", "service-account-exists", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "The account of a pod exists: without it no pod is created, and only the events of the controller say why.",
            Allowed = "an account among the objects, where they hold other accounts of the namespace",
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
            Summary = "A namespace declares its default account without a token, so that a pod that names no account gets none.",
            Allowed = "a ServiceAccount named default with automountServiceAccountToken false",
            Fix = "add a ServiceAccount named default with automountServiceAccountToken false",
            OtherIds = ["checkov:CKV_K8S_41", "kubescape:C-0189"],
            Check = CheckDefaultAccountOff,
        },
        new ObjectRule("RMP5016", "account-automount-off", RuleCategory.Identity, DiagnosticSeverity.Info, "", "ServiceAccount")
        {
            Summary = "Accounts set automountServiceAccountToken to false, so that only pods that ask for a token get one.",
            Allowed = "automountServiceAccountToken false",
            Fix = "set automountServiceAccountToken to false at the ServiceAccount",
            OtherIds = ["checkov:CKV_K8S_41", "kubescape:C-0189"],
            Check = static (item, inspection) =>
                inspection.At(item)["automountServiceAccountToken"].ReportIf(
                    Is.NotFalse, $"service account '{item.Name}' gives its token to every pod that does not refuse it"),
        },
    ];

    private static void CheckAccountExists(Workload workload, Inspection inspection)
    {
        // Accounts may be declared elsewhere: then the namespace has none here. Every namespace has the account default.
        if (inspection.Objects.OfKind("", "ServiceAccount").Count == 0
            || !PodAccount.TryGetName(workload, out string name)
            || name == PodAccount.Default
            || inspection.Objects.Find("", "ServiceAccount", workload.Object.Place, name) is not null)
        {
            return;
        }

        // An account whose name is not known yet may be this one.
        IReadOnlyCollection<string> names = inspection.Objects.Names("", "ServiceAccount", workload.Object.Place);
        if (!names.Contains("") && names.Count > (names.Contains(PodAccount.Default) ? 1 : 0))
        {
            FieldAt account = inspection.At(workload)[workload.PodSpec["serviceAccountName"].IsUnset ? "serviceAccount" : "serviceAccountName"];
            if (inspection.Objects.MayHoldMore("", "ServiceAccount", workload.Object.Place))
            {
                account.ReportUnknownNamespace();
                return;
            }

            account.Report($"service account '{account.Shown}' is not among the accounts of the namespace in these objects");
        }
    }

    private static void CheckDeprecatedAccountField(Workload workload, Inspection inspection)
    {
        FieldAt pod = inspection.At(workload), deprecated = pod["serviceAccount"], name = pod["serviceAccountName"];
        if (deprecated.IsUnset)
        {
            return;
        }

        if (!deprecated.Field.TryGetText(out string old) || !name.Field.TryGetText(out string current))
        {
            deprecated.ReportUnknown();
        }
        else if (current.Length == 0)
        {
            deprecated.Report($"the pod names its account '{deprecated.Shown}' in the deprecated field serviceAccount");
        }
        else if (old != current)
        {
            // The API server sets both to the same name, so equal ones mean nothing.
            deprecated.Report($"serviceAccount '{deprecated.Shown}' is ignored, since serviceAccountName is '{name.Shown}'");
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
            // An account that is here is checked by the rule about accounts.
            if (place.Name.Length > 0 && used.Contains(KubernetesNamespaces.PlaceOf(place.Name)) && inspection.Objects.Find("", "ServiceAccount", place.Name, PodAccount.Default) is null)
            {
                if (inspection.Objects.MayHoldMore("", "ServiceAccount", place.Name))
                {
                    inspection.At(place)["metadata"]["name"].ReportUnknownNamespace();
                    continue;
                }

                inspection.At(place).Report($"nothing turns off the token of the default service account in namespace '{place.Name}'");
            }
        }
    }
}

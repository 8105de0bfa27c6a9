using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Identity.Rules;

/// <summary>The rules about what roles allow.</summary>
internal static class RightsRules
{
    private static readonly (string List, string What)[] Lists =
        [("verbs", "every verb"), ("resources", "every resource"), ("apiGroups", "every API group"), ("nonResourceURLs", "every URL")];

    private static readonly string[] SecretResources = ["secrets"];

    private static readonly string[] SecretVerbs = ["get", "list", "watch", "create", "update", "patch", "delete", "deletecollection"];

    private static readonly string[] Connections = ["pods/exec", "pods/attach", "pods/portforward", "nodes/proxy"];

    // The API server checks one of them when a connection is made: get for a GET request, as for WebSockets, create for a POST request.
    private static readonly string[] ConnectVerbs = ["create", "get"];

    private static readonly string[] EphemeralContainers = ["pods/ephemeralcontainers"];

    private static readonly string[] ChangeVerbs = ["update", "patch"];

    private static readonly string[] EscalationVerbs = ["escalate", "bind", "impersonate"];

    private static readonly string[] Roles = ["roles", "clusterroles", "rolebindings", "clusterrolebindings"];

    private static readonly string[] OnRoles = ["escalate", "bind"];

    private static readonly string[] Identities = ["users", "groups", "serviceaccounts"];

    private static readonly string[] OnIdentities = ["impersonate"];

    private static readonly string[] Tokens = ["serviceaccounts/token"];

    private static readonly (string Group, string[] Resources)[] Kinds =
    [
        ("", ["pods", "replicationcontrollers"]),
        ("apps", ["deployments", "statefulsets", "daemonsets", "replicasets"]),
        ("batch", ["jobs", "cronjobs"]),
    ];

    private static readonly string[] CreateVerb = ["create"];

    private static readonly string[] ApprovalResources = ["certificatesigningrequests/approval"];

    private static readonly string[] AdmissionResources =
    [
        "mutatingwebhookconfigurations", "validatingwebhookconfigurations", "mutatingadmissionpolicies", "mutatingadmissionpolicybindings",
        "validatingadmissionpolicies", "validatingadmissionpolicybindings",
    ];

    private static readonly string[] AdmissionVerbs = ["create", "update", "patch", "delete", "deletecollection"];

    public static IReadOnlyList<Rule> All { get; } =
    [
        new RoleRule("RMP5006", "role-not-all", DiagnosticSeverity.Error)
        {
            Summary = "No role allows everything: its holder, or an intruder in a pod that has it, owns the namespace or the cluster.",
            Allowed = "the verbs and resources that the program uses",
            Fix = "name the API groups, resources and verbs that are needed",
            OtherIds =
            [
                "checkov:CKV_K8S_49", "kube-linter:wildcard-in-rules", "kubescape:C-0035", "kubescape:C-0187", "kubescape:C-0272",
                "polaris:clusterrolebindingClusterAdmin", "polaris:rolebindingClusterAdminClusterRole", "polaris:rolebindingClusterAdminRole",
                "trivy:KSV-0044",
            ],
            Check = static (in permission, entry) =>
            {
                if (permission.AllowsEverything)
                {
                    entry.Report($"{permission} allows everything", "*");
                }
            },
        },
        new RoleRule("RMP5007", "role-no-wildcards", DiagnosticSeverity.Warning)
        {
            Summary = "Roles name what they allow: a wildcard also allows what a later release of Kubernetes or a new custom resource adds.",
            Allowed = "names, not *",
            Fix = "name the API groups, resources and verbs that are needed",
            OtherIds =
            [
                "checkov:CKV_K8S_49", "kube-linter:wildcard-in-rules", "kubescape:C-0035", "kubescape:C-0187", "trivy:KSV-0045", "trivy:KSV-0046",
                "trivy:KSV-0112",
            ],
            LeavesOutAllRights = true,
            Check = static (in permission, entry) =>
            {
                foreach ((string list, string what) in Lists)
                {
                    if (permission.Has(list, "*"))
                    {
                        entry[list].Report($"{permission} allows {what}", "*");
                    }
                    else if (list == "resources" && permission.FindStart(list, "*/") is { } subresource)
                    {
                        entry[list].Report($"{permission} allows '{subresource}', a subresource of every resource", subresource);
                    }
                }
            },
        },
        new RoleRule("RMP5008", "role-no-secrets", DiagnosticSeverity.Warning)
        {
            Summary = "Roles allow access to single secrets at most: list and watch read all of them.",
            Allowed = "secrets with resourceNames, or none",
            Fix = "remove secrets from the role, mount the one that is needed, or name it in resourceNames",
            OtherIds =
            [
                "checkov:CKV2_K8S_5", "kube-linter:access-to-secrets", "kubescape:C-0015", "kubescape:C-0186", "kubescape:C-0267", "trivy:KSV-0041",
                "trivy:KSV-0113",
            ],
            LeavesOutAllRights = true,
            Check = static (in permission, entry) =>
            {
                if (!permission.IsLimitedByName && permission.FindRight("", SecretResources, SecretVerbs) is { } right)
                {
                    entry["resources"].Report($"{permission} allows '{right.VerbText}' on all secrets", right.ResourceText);
                }
            },
        },
        new RoleRule("RMP5009", "role-no-exec", DiagnosticSeverity.Warning)
        {
            Summary = "Roles give no access to running pods, where an intruder gets everything that the pod knows and may do.",
            Allowed = "neither pods/exec, pods/attach, pods/portforward, pods/ephemeralcontainers nor nodes/proxy",
            Fix = "remove the subresource from the role; grant it to people only while they need it",
            OtherIds =
            [
                "checkov:CKV2_K8S_2", "kubescape:C-0002", "kubescape:C-0063", "kubescape:C-0279", "polaris:clusterrolePodExecAttach",
                "polaris:clusterrolebindingPodExecAttach", "polaris:rolePodExecAttach", "polaris:rolebindingClusterRolePodExecAttach",
                "polaris:rolebindingRolePodExecAttach", "trivy:KSV-0047", "trivy:KSV-0053", "trivy:KSV-0054",
            ],
            LeavesOutAllRights = true,
            Check = static (in permission, entry) =>
            {
                if ((permission.FindRight("", Connections, ConnectVerbs) ?? permission.FindRight("", EphemeralContainers, ChangeVerbs)) is { } right)
                {
                    entry["resources"].Report($"{permission} allows '{right.Resource}'", right.ResourceText);
                }
            },
        },
        new RoleRule("RMP5010", "role-no-escalation", DiagnosticSeverity.Error)
        {
            Summary = "No role lets its holder gain rights that it does not have: by roles, by bindings, by impersonation, or with the token of another account.",
            Allowed = "neither escalate, bind nor impersonate, and no serviceaccounts/token",
            Fix = "remove the verb or the resource from the role",
            OtherIds =
            [
                "checkov:CKV2_K8S_1", "checkov:CKV2_K8S_3", "checkov:CKV_K8S_157", "checkov:CKV_K8S_158", "kubescape:C-0065", "kubescape:C-0191",
                "kubescape:C-0282", "trivy:KSV-0043", "trivy:KSV-0050", "trivy:KSV-0051", "trivy:KSV-0052",
            ],
            LeavesOutAllRights = true,
            Check = static (in permission, entry) =>
            {
                // Named, these verbs have no other use; in a wildcard they count where they have an effect.
                Right? right = permission.FindRight(Permission.Group, Roles, OnRoles) ?? permission.FindRight("", Identities, OnIdentities);
                if ((permission.Find("verbs", EscalationVerbs) ?? right?.Verb) is { } verb)
                {
                    entry["verbs"].Report($"{permission} allows '{verb}'", permission.Find("verbs", EscalationVerbs) ?? right!.Value.VerbText);
                }

                if (!permission.IsLimitedByName && permission.FindRight("", Tokens, CreateVerb) is { } token)
                {
                    entry["resources"].Report($"{permission} allows the creation of tokens for every service account", token.ResourceText);
                }
            },
        },
        new RoleRule("RMP5011", "role-no-pod-creation", DiagnosticSeverity.Warning)
        {
            Summary =
                "Roles do not allow the creation of pods, or changes to what they run: a pod can use any account of the namespace and mount any of its secrets.",
            Allowed = "no create, update or patch on pods and on kinds that create pods",
            Fix = "remove create, update and patch, or waive this for a program whose task it is",
            OtherIds = ["kube-linter:access-to-create-pods", "kubescape:C-0188", "kubescape:C-0267", "trivy:KSV-0048"],
            LeavesOutAllRights = true,
            Check = static (in permission, entry) =>
            {
                if (Find(permission, CreateVerb) is { } make)
                {
                    entry["resources"].Report($"{permission} allows create on {make.Resource}", make.ResourceText);
                }
                else if (Find(permission, ChangeVerbs) is { } change)
                {
                    entry["resources"].Report($"{permission} allows changes to {change.Resource}", change.ResourceText);
                }
            },
        },
        new RoleRule("RMP5017", "role-valid", DiagnosticSeverity.Error)
        {
            Summary = "Every entry of a role has verbs, and resources with API groups or URLs; the API server rejects any other.",
            Allowed = "verbs with apiGroups and resources, or with nonResourceURLs in a ClusterRole",
            Fix = "complete the entry; the core group is the empty string",
            Check = CheckRoleValid,
        },
        new RoleRule("RMP5022", "role-no-certificate-approval", DiagnosticSeverity.Warning)
        {
            Summary =
                "Roles do not allow the approval of certificate signing requests: until it expires, a certificate is a login as the user and groups that the request names.",
            Allowed = "neither update nor patch on certificatesigningrequests/approval",
            Fix = "remove the subresource from the role, or waive this for a program whose task it is and that can approve only for certain signers",
            OtherIds = ["checkov:CKV_K8S_156", "kubescape:C-0280"],
            LeavesOutAllRights = true,
            Check = static (in permission, entry) =>
            {
                if (permission.FindRight("certificates.k8s.io", ApprovalResources, ChangeVerbs) is { } right)
                {
                    entry["resources"].Report($"{permission} allows the approval of certificate signing requests", right.ResourceText);
                }
            },
        },
        new RoleRule("RMP5023", "role-no-admission-control", DiagnosticSeverity.Warning)
        {
            Summary =
                "Roles do not allow changes to admission webhooks and policies: a webhook sees and changes all objects, even secrets, and a policy without its webhook has no effect.",
            Allowed = "get, list and watch",
            Fix = "remove the verbs that change, or waive this for a program that installs webhooks of its own",
            OtherIds = ["checkov:CKV_K8S_155", "kubescape:C-0281", "trivy:KSV-0114"],
            LeavesOutAllRights = true,
            Check = static (in permission, entry) =>
            {
                if (permission.FindRight("admissionregistration.k8s.io", AdmissionResources, AdmissionVerbs) is { } right)
                {
                    entry["resources"].Report($"{permission} allows '{right.VerbText}' on {right.Resource}", right.ResourceText);
                }
            },
        },
    ];

    private static Right? Find(in Permission permission, string[] verbs)
    {
        foreach ((string group, string[] resources) in Kinds)
        {
            if (permission.FindRight(group, resources, verbs) is { } right)
            {
                return right;
            }
        }

        return null;
    }

    private static void CheckRoleValid(in Permission permission, FieldAt entry)
    {
        if (permission.IsEmpty("verbs"))
        {
            entry["verbs"].Report($"an entry of {permission} has no verbs");
        }

        if (!permission.IsEmpty("nonResourceURLs"))
        {
            return;
        }

        if (permission.IsEmpty("resources"))
        {
            entry["resources"].Report($"an entry of {permission} has no resources");
        }

        if (permission.IsEmpty("apiGroups"))
        {
            entry["apiGroups"].Report($"an entry of {permission} has no API groups");
        }
    }
}

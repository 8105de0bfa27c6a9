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

    // The API server asks for one of them when a connection is made: by a GET request, as for WebSockets, or by a POST request.
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
            Summary = "No role allows everything: whoever has it, or takes over a pod that has it, owns the namespace or the cluster.",
            Allowed = "the verbs and resources that the program uses",
            Fix = "name the API groups, resources and verbs that are needed",
            OtherIds =
            [
                "checkov:CKV_K8S_49", "kube-linter:wildcard-in-rules", "kubescape:C-0035", "kubescape:C-0187", "kubescape:C-0272",
                "polaris:clusterrolebindingClusterAdmin", "polaris:rolebindingClusterAdminClusterRole", "polaris:rolebindingClusterAdminRole",
                "trivy:KSV-0044",
            ],
            Check = static (in permission, inspection) =>
            {
                if (permission.AllowsEverything)
                {
                    inspection.Broken(permission.Role, permission.Path, $"{permission} allows everything", "*");
                }
            },
        },
        new RoleRule("RMP5007", "role-no-wildcards", DiagnosticSeverity.Warning)
        {
            Summary = "Roles name what they allow: a wildcard also allows what a later version of the cluster or a new custom resource adds.",
            Allowed = "names, not *",
            Fix = "name the API groups, resources and verbs that are needed",
            OtherIds =
            [
                "checkov:CKV_K8S_49", "kube-linter:wildcard-in-rules", "kubescape:C-0035", "kubescape:C-0187", "trivy:KSV-0045", "trivy:KSV-0046",
                "trivy:KSV-0112",
            ],
            LeavesOutAllRights = true,
            Check = static (in permission, inspection) =>
            {
                foreach ((string list, string what) in Lists)
                {
                    if (permission.Has(list, "*"))
                    {
                        inspection.Broken(permission.Role, $"{permission.Path}.{list}", $"{permission} allows {what}", "*");
                    }
                    else if (list == "resources" && permission.FindStart(list, "*/") is { } subresource)
                    {
                        inspection.Broken(permission.Role, $"{permission.Path}.{list}", $"{permission} allows '{subresource}', a subresource of every resource", subresource);
                    }
                }
            },
        },
        new RoleRule("RMP5008", "role-no-secrets", DiagnosticSeverity.Warning)
        {
            Summary = "Roles allow access to single secrets at most: to list or watch them is to read all of them.",
            Allowed = "secrets with resourceNames, or none",
            Fix = "remove secrets from the role, mount the one that is needed, or name it in resourceNames",
            OtherIds =
            [
                "checkov:CKV2_K8S_5", "kube-linter:access-to-secrets", "kubescape:C-0015", "kubescape:C-0186", "kubescape:C-0267", "trivy:KSV-0041",
                "trivy:KSV-0113",
            ],
            LeavesOutAllRights = true,
            Check = static (in permission, inspection) =>
            {
                if (!permission.IsLimitedByName && permission.FindRight("", SecretResources, SecretVerbs) is { } right)
                {
                    inspection.Broken(
                        permission.Role, $"{permission.Path}.resources", $"{permission} allows '{right.VerbText}' on all secrets", right.ResourceText);
                }
            },
        },
        new RoleRule("RMP5009", "role-no-exec", DiagnosticSeverity.Warning)
        {
            Summary = "Roles do not let anybody into running pods, where all that the pod may do and knows is theirs.",
            Allowed = "neither pods/exec, pods/attach, pods/portforward, pods/ephemeralcontainers nor nodes/proxy",
            Fix = "remove the subresource from the role; give it to people for the time they need it",
            OtherIds =
            [
                "checkov:CKV2_K8S_2", "kubescape:C-0002", "kubescape:C-0063", "kubescape:C-0279", "polaris:clusterrolePodExecAttach",
                "polaris:clusterrolebindingPodExecAttach", "polaris:rolePodExecAttach", "polaris:rolebindingClusterRolePodExecAttach",
                "polaris:rolebindingRolePodExecAttach", "trivy:KSV-0047", "trivy:KSV-0053", "trivy:KSV-0054",
            ],
            LeavesOutAllRights = true,
            Check = static (in permission, inspection) =>
            {
                if ((permission.FindRight("", Connections, ConnectVerbs) ?? permission.FindRight("", EphemeralContainers, ChangeVerbs)) is { } right)
                {
                    inspection.Broken(permission.Role, $"{permission.Path}.resources", $"{permission} allows '{right.Resource}'", right.ResourceText);
                }
            },
        },
        new RoleRule("RMP5010", "role-no-escalation", DiagnosticSeverity.Error)
        {
            Summary = "No role lets its holder gain rights that it does not have: by roles, by bindings, as another user, or with another account's token.",
            Allowed = "neither escalate, bind nor impersonate, and no serviceaccounts/token",
            Fix = "remove the verb or the resource from the role",
            OtherIds =
            [
                "checkov:CKV2_K8S_1", "checkov:CKV2_K8S_3", "checkov:CKV_K8S_157", "checkov:CKV_K8S_158", "kubescape:C-0065", "kubescape:C-0191",
                "kubescape:C-0282", "trivy:KSV-0043", "trivy:KSV-0050", "trivy:KSV-0051", "trivy:KSV-0052",
            ],
            LeavesOutAllRights = true,
            Check = static (in permission, inspection) =>
            {
                // By name these verbs are of no use for anything else; in a wildcard they count where they have an effect.
                Right? right = permission.FindRight(Permission.Group, Roles, OnRoles) ?? permission.FindRight("", Identities, OnIdentities);
                if ((permission.Find("verbs", EscalationVerbs) ?? right?.Verb) is { } verb)
                {
                    inspection.Broken(permission.Role, $"{permission.Path}.verbs", $"{permission} allows '{verb}'", permission.Find("verbs", EscalationVerbs) ?? right!.Value.VerbText);
                }

                if (!permission.IsLimitedByName && permission.FindRight("", Tokens, CreateVerb) is { } token)
                {
                    inspection.Broken(
                        permission.Role, $"{permission.Path}.resources", $"{permission} allows to make a token of every service account", token.ResourceText);
                }
            },
        },
        new RoleRule("RMP5011", "role-no-pod-creation", DiagnosticSeverity.Warning)
        {
            Summary =
                "Roles do not let anybody make pods, or change what they run: they can run as any account of the namespace and mount any of its secrets.",
            Allowed = "no create, update or patch on pods and on kinds that make pods",
            Fix = "remove create, update and patch, or waive it for programs whose task it is",
            OtherIds = ["kube-linter:access-to-create-pods", "kubescape:C-0188", "kubescape:C-0267", "trivy:KSV-0048"],
            LeavesOutAllRights = true,
            Check = static (in permission, inspection) =>
            {
                if (Find(permission, CreateVerb) is { } make)
                {
                    inspection.Broken(permission.Role, $"{permission.Path}.resources", $"{permission} allows to make {make.Resource}", make.ResourceText);
                }
                else if (Find(permission, ChangeVerbs) is { } change)
                {
                    inspection.Broken(permission.Role, $"{permission.Path}.resources", $"{permission} allows to change {change.Resource}", change.ResourceText);
                }
            },
        },
        new RoleRule("RMP5017", "role-valid", DiagnosticSeverity.Error)
        {
            Summary = "Every entry of a role has verbs, and resources with API groups or URLs: the API server rejects all else.",
            Allowed = "verbs with apiGroups and resources, or with nonResourceURLs in a ClusterRole",
            Fix = "complete the entry; the core group is the empty text",
            Check = CheckRoleValid,
        },
        new RoleRule("RMP5022", "role-no-certificate-approval", DiagnosticSeverity.Warning)
        {
            Summary =
                "Roles do not let anybody approve certificate signing requests: a certificate is a login as the user and groups that the request names, until it expires.",
            Allowed = "neither update nor patch on certificatesigningrequests/approval",
            Fix = "remove the subresource from the role, or waive it for a program whose task it is and that may approve for certain signers only",
            OtherIds = ["checkov:CKV_K8S_156", "kubescape:C-0280"],
            LeavesOutAllRights = true,
            Check = static (in permission, inspection) =>
            {
                if (permission.FindRight("certificates.k8s.io", ApprovalResources, ChangeVerbs) is { } right)
                {
                    inspection.Broken(
                        permission.Role, $"{permission.Path}.resources", $"{permission} allows to approve certificate signing requests", right.ResourceText);
                }
            },
        },
        new RoleRule("RMP5023", "role-no-admission-control", DiagnosticSeverity.Warning)
        {
            Summary =
                "Roles do not let anybody change webhooks and policies of admission: a webhook sees all objects, secrets too, and changes them; without its webhook a policy holds no longer.",
            Allowed = "get, list and watch",
            Fix = "remove the verbs that change, or waive it for programs that install webhooks of their own",
            OtherIds = ["checkov:CKV_K8S_155", "kubescape:C-0281", "trivy:KSV-0114"],
            LeavesOutAllRights = true,
            Check = static (in permission, inspection) =>
            {
                if (permission.FindRight("admissionregistration.k8s.io", AdmissionResources, AdmissionVerbs) is { } right)
                {
                    inspection.Broken(
                        permission.Role, $"{permission.Path}.resources", $"{permission} allows '{right.VerbText}' on {right.Resource}", right.ResourceText);
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

    private static void CheckRoleValid(in Permission permission, Inspection inspection)
    {
        if (permission.IsEmpty("verbs"))
        {
            inspection.Broken(permission.Role, $"{permission.Path}.verbs", $"an entry of {permission} has no verbs");
        }

        if (!permission.IsEmpty("nonResourceURLs"))
        {
            return;
        }

        if (permission.IsEmpty("resources"))
        {
            inspection.Broken(permission.Role, $"{permission.Path}.resources", $"an entry of {permission} has no resources");
        }

        if (permission.IsEmpty("apiGroups"))
        {
            inspection.Broken(permission.Role, $"{permission.Path}.apiGroups", $"an entry of {permission} has no API groups");
        }
    }
}

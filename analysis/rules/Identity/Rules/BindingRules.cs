using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>The rules about who has which role.</summary>
internal static class BindingRules
{
    private static readonly string[] RoleFields = ["kind", "name"];

    private const string Masters = "system:masters";

    public static IReadOnlyList<Rule> All { get; } =
    [
        new BindingRule("RMP5012", "no-cluster-admin", DiagnosticSeverity.Error)
        {
            Summary =
                "No binding gives the role cluster-admin, which allows everything, nor admin or edit in all namespaces: with them a subject can read all secrets, and take the rights of any account in kube-system.",
            Allowed = "any other role, and admin or edit by a RoleBinding",
            Fix = "bind a role that names what is needed, or create a RoleBinding in the one namespace",
            OtherIds =
            [
                "kube-linter:cluster-admin-role-binding", "polaris:clusterrolebindingClusterAdmin", "polaris:rolebindingClusterAdminClusterRole",
                "trivy:KSV-0111",
            ],
            Check = CheckClusterAdminBinding,
        },
        new BindingRule("RMP5013", "no-rights-for-everyone", DiagnosticSeverity.Error)
        {
            Summary = "No binding gives rights to everyone: to anonymous users, to all authenticated users, or to every account of the cluster.",
            Allowed = "named users, groups and accounts",
            Fix = "name the users, groups or accounts that need the role",
            OtherIds =
                ["kubescape:C-0262", "kubescape:C-0265", "kubesec:BindingsToSystemAnonymous", "trivy:KSV-01011", "trivy:KSV-0122"],
            Check = CheckEveryoneBinding,
        },
        new BindingRule("RMP5014", "no-rights-for-default-account", DiagnosticSeverity.Warning)
        {
            Summary = "No binding gives rights to a default account, which is the account of every pod that names none.",
            Allowed = "other accounts",
            Fix = "create an account for the workload that needs the rights",
            OtherIds = ["checkov:CKV_K8S_42", "kubescape:C-0225", "kubescape:C-0239"],
            Check = CheckDefaultAccountBinding,
        },
        new BindingRule("RMP5018", "binding-valid", DiagnosticSeverity.Error)
        {
            Summary = "Bindings name a role, and subjects with kind and name; the API server rejects any other.",
            Allowed = "roleRef, of a ClusterRole in a ClusterRoleBinding, and subjects with kind and name; accounts in a ClusterRoleBinding with namespace",
            Fix = "complete roleRef and subjects",
            Check = CheckBindingValid,
        },
        new ObjectSetRule("RMP5019", "bound-role-exists", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "The Role that a binding gives is declared with it, and has a subject: otherwise the binding does nothing until someone else creates the role.",
            Allowed = "a Role with rules among the objects, and at least one subject",
            Fix = "add the Role, correct roleRef or add the subject",
            Check = CheckBoundRoleExists,
        },
        new BindingRule("RMP5024", "no-rights-for-masters", DiagnosticSeverity.Warning)
        {
            Summary =
                "No binding names the group system:masters: its members can do everything, whatever roles say, until their certificate expires.",
            Allowed = "groups whose rights can be revoked",
            Fix = "name a group of your own, and keep system:masters for emergencies",
            OtherIds = ["trivy:KSV-0123"],
            Check = CheckMastersBinding,
        },
    ];

    private static void CheckClusterAdminBinding(KubernetesObject binding, Inspection inspection)
    {
        FieldAt role = inspection.At(binding)["roleRef"], name = role["name"];
        if (!name.TryRead(out string text) || role["kind"].Text is not ("ClusterRole" or ""))
        {
            return;
        }

        if (text == "cluster-admin")
        {
            name.Report($"{binding.Kind} '{binding.Name}' gives the role cluster-admin");
        }
        else if (text is "admin" or "edit" && binding.Kind == "ClusterRoleBinding")
        {
            name.Report($"{binding.Kind} '{binding.Name}' gives the role {name.Shown} in every namespace, even kube-system");
        }
    }

    private static void CheckEveryoneBinding(KubernetesObject binding, Inspection inspection)
    {
        foreach (FieldAt subject in inspection.At(binding)["subjects"].ReadItems())
        {
            FieldAt name = subject["name"];
            if (name.TryRead(out string text) && (subject["kind"].Text, text) is
                ("User", "system:anonymous") or ("Group", "system:unauthenticated" or "system:authenticated" or "system:serviceaccounts"))
            {
                name.Report($"{binding.Kind} '{binding.Name}' gives rights to everyone: {name.Shown}");
            }
        }
    }

    private static void CheckDefaultAccountBinding(KubernetesObject binding, Inspection inspection)
    {
        foreach (FieldAt subject in inspection.At(binding)["subjects"].ReadItems())
        {
            if (subject["kind"].Text == "ServiceAccount" && subject["name"].Text == PodAccount.Default)
            {
                subject["name"].Report($"{binding.Kind} '{binding.Name}' gives rights to a default service account");
            }
        }
    }

    private static void CheckMastersBinding(KubernetesObject binding, Inspection inspection)
    {
        foreach (FieldAt subject in inspection.At(binding)["subjects"].ReadItems())
        {
            FieldAt name = subject["name"];
            if (name.TryRead(out string text) && text == Masters && subject["kind"].Text == "Group")
            {
                name.Report($"{binding.Kind} '{binding.Name}' gives rights to the group {name.Shown}, which has all rights");
            }
        }
    }

    private static void CheckBindingValid(KubernetesObject binding, Inspection inspection)
    {
        FieldAt role = inspection.At(binding)["roleRef"];
        foreach (string field in RoleFields)
        {
            if (role[field].IsUnset)
            {
                role[field].Report($"the role that {binding.Kind} '{binding.Name}' gives has no {field}");
            }
        }

        FieldAt kind = role["kind"];
        if (kind.Text.Length > 0 && kind.Text != "ClusterRole" && !(kind.Text == "Role" && binding.Kind == "RoleBinding"))
        {
            kind.Report($"{binding.Kind} '{binding.Name}' cannot give a {kind.Shown}");
        }

        foreach (FieldAt subject in inspection.At(binding)["subjects"].Items)
        {
            string? missing = subject["kind"].IsUnset ? "kind"
                : subject["name"].IsUnset ? "name"
                : binding.Kind == "ClusterRoleBinding" && subject["kind"].Text == "ServiceAccount" && subject["namespace"].IsUnset ? "namespace"
                : null;
            if (missing is not null)
            {
                subject[missing].Report($"a subject of {binding.Kind} '{binding.Name}' has no {missing}");
            }
        }
    }

    private static void CheckBoundRoleExists(Inspection inspection)
    {
        foreach (KubernetesObject binding in inspection.Objects.OfKind(Permission.Group, "RoleBinding"))
        {
            // The control plane has roles of its own that others bind, e.g. to read the configuration of authentication.
            if (BuiltInRoles.IsBuiltIn(binding) || KubernetesNamespaces.IsOfControlPlane(binding.Place))
            {
                continue;
            }

            FieldAt name = inspection.At(binding)["roleRef"]["name"];
            if (binding["roleRef"]["kind"].Text == "Role" && name.Text.Length > 0)
            {
                KubernetesObject? role = inspection.Objects.Find(Permission.Group, "Role", binding.Place, name.Text);
                if (role is null && inspection.Objects.MayHoldMore(Permission.Group, "Role", binding.Place))
                {
                    name.ReportUnknownNamespace();
                }
                else if (role is null)
                {
                    name.Report($"Role '{name.Shown}', which RoleBinding '{binding.Name}' gives, is not in these objects");
                }
                else if (role["rules"].TryGetItems(out FieldItems rules) && rules.Count == 0)
                {
                    name.Report($"Role '{name.Shown}', which RoleBinding '{binding.Name}' gives, allows nothing");
                }
            }

            FieldAt subjects = inspection.At(binding)["subjects"];
            if (Is.Empty.Ask(subjects.Field) == Flag.True)
            {
                subjects.Report($"RoleBinding '{binding.Name}' gives its role to nobody");
            }
        }
    }
}

using System.Globalization;
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
                "No binding gives the role cluster-admin, which allows everything, nor admin or edit in all namespaces: with them anybody can read all secrets, and take any account's rights in kube-system.",
            Allowed = "any other role, and admin or edit by a RoleBinding",
            Fix = "bind a role that names what is needed, or make a RoleBinding in the namespace that is meant",
            OtherIds =
            [
                "kube-linter:cluster-admin-role-binding", "polaris:clusterrolebindingClusterAdmin", "polaris:rolebindingClusterAdminClusterRole",
                "trivy:KSV-0111",
            ],
            Check = CheckClusterAdminBinding,
        },
        new BindingRule("RMP5013", "no-rights-for-everyone", DiagnosticSeverity.Error)
        {
            Summary = "No binding gives rights to everybody: to who is not logged in, to who is, or to every account of the cluster.",
            Allowed = "users, groups and accounts that are known",
            Fix = "name the users, groups or accounts that need the role",
            OtherIds =
                ["kubescape:C-0262", "kubescape:C-0265", "kubesec:BindingsToSystemAnonymous", "trivy:KSV-01011", "trivy:KSV-0122"],
            Check = CheckEveryoneBinding,
        },
        new BindingRule("RMP5014", "no-rights-for-default-account", DiagnosticSeverity.Warning)
        {
            Summary = "No binding gives rights to a default account, which every pod has that names none.",
            Allowed = "accounts of their own",
            Fix = "make an account for the workload that needs the rights",
            OtherIds = ["checkov:CKV_K8S_42", "kubescape:C-0225", "kubescape:C-0239"],
            Check = CheckDefaultAccountBinding,
        },
        new BindingRule("RMP5018", "binding-valid", DiagnosticSeverity.Error)
        {
            Summary = "Bindings name a role and, with kind and name, who has it: the API server rejects all else.",
            Allowed = "roleRef, of a ClusterRole in a ClusterRoleBinding, and subjects with kind and name; accounts in a ClusterRoleBinding with namespace",
            Fix = "complete roleRef and subjects",
            Check = CheckBindingValid,
        },
        new ObjectSetRule("RMP5019", "bound-role-exists", RuleCategory.Identity, DiagnosticSeverity.Info)
        {
            Summary = "The Role that a binding gives is declared with it, and somebody has it: otherwise the binding does nothing, until somebody else makes the role.",
            Allowed = "a Role with rules among the objects, and at least one subject",
            Fix = "add the Role, correct roleRef or add the subject",
            Check = CheckBoundRoleExists,
        },
        new BindingRule("RMP5024", "no-rights-for-masters", DiagnosticSeverity.Warning)
        {
            Summary =
                "No binding names the group system:masters: whoever is in it may do everything, whatever roles say, until the certificate expires.",
            Allowed = "groups whose rights can be taken away",
            Fix = "name a group of your own, and keep system:masters for emergencies",
            OtherIds = ["trivy:KSV-0123"],
            Check = CheckMastersBinding,
        },
    ];

    private static void CheckClusterAdminBinding(KubernetesObject binding, Inspection inspection)
    {
        Field name = binding["roleRef"]["name"];
        if (!name.TryGetText(out string text))
        {
            inspection.Unknown(binding, "roleRef.name");
        }
        else if (binding["roleRef"]["kind"].Text is not ("ClusterRole" or ""))
        {
            return;
        }
        else if (text == "cluster-admin")
        {
            inspection.Broken(binding, "roleRef.name", $"{binding.Kind} '{binding.Name}' gives the role cluster-admin", name.Shown);
        }
        else if (text is "admin" or "edit" && binding.Kind == "ClusterRoleBinding")
        {
            inspection.Broken(
                binding, "roleRef.name", $"{binding.Kind} '{binding.Name}' gives the role {name.Shown} in every namespace, kube-system too", name.Shown);
        }
    }

    private static void CheckEveryoneBinding(KubernetesObject binding, Inspection inspection)
    {
        if (!binding["subjects"].TryGetItems(out FieldItems subjects))
        {
            inspection.Unknown(binding, "subjects");
        }

        for (int i = 0; i < subjects.Count; i++)
        {
            Field name = subjects[i]["name"];
            string path = string.Create(CultureInfo.InvariantCulture, $"subjects[{i}].name");
            if (!name.TryGetText(out string text))
            {
                inspection.Unknown(binding, path);
            }
            else if ((subjects[i]["kind"].Text, text) is
                ("User", "system:anonymous") or ("Group", "system:unauthenticated" or "system:authenticated" or "system:serviceaccounts"))
            {
                inspection.Broken(binding, path, $"{binding.Kind} '{binding.Name}' gives rights to everybody: {name.Shown}", name.Shown);
            }
        }
    }

    private static void CheckDefaultAccountBinding(KubernetesObject binding, Inspection inspection)
    {
        if (!binding["subjects"].TryGetItems(out FieldItems subjects))
        {
            inspection.Unknown(binding, "subjects");
        }

        for (int i = 0; i < subjects.Count; i++)
        {
            if (subjects[i]["kind"].Text == "ServiceAccount" && subjects[i]["name"].Text == PodAccount.Default)
            {
                inspection.Broken(
                    binding,
                    string.Create(CultureInfo.InvariantCulture, $"subjects[{i}].name"),
                    $"{binding.Kind} '{binding.Name}' gives rights to a default service account",
                    subjects[i]["name"].Shown);
            }
        }
    }

    private static void CheckBindingValid(KubernetesObject binding, Inspection inspection)
    {
        foreach (string field in RoleFields)
        {
            if (binding["roleRef"][field].IsUnset)
            {
                inspection.Broken(binding, $"roleRef.{field}", $"the role that {binding.Kind} '{binding.Name}' gives has no {field}");
            }
        }

        Field kind = binding["roleRef"]["kind"];
        if (kind.Text.Length > 0 && kind.Text != "ClusterRole" && !(kind.Text == "Role" && binding.Kind == "RoleBinding"))
        {
            inspection.Broken(binding, "roleRef.kind", $"{binding.Kind} '{binding.Name}' gives a {kind.Shown}, which it cannot", kind.Shown);
        }

        binding["subjects"].TryGetItems(out FieldItems subjects);
        for (int i = 0; i < subjects.Count; i++)
        {
            Field subject = subjects[i];
            string? missing = subject["kind"].IsUnset ? "kind"
                : subject["name"].IsUnset ? "name"
                : binding.Kind == "ClusterRoleBinding" && subject["kind"].Text == "ServiceAccount" && subject["namespace"].IsUnset ? "namespace"
                : null;
            if (missing is not null)
            {
                inspection.Broken(
                    binding,
                    string.Create(CultureInfo.InvariantCulture, $"subjects[{i}].{missing}"),
                    $"a subject of {binding.Kind} '{binding.Name}' has no {missing}");
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

            Field name = binding["roleRef"]["name"];
            if (binding["roleRef"]["kind"].Text == "Role" && name.Text.Length > 0)
            {
                KubernetesObject? role = inspection.Objects.Find(Permission.Group, "Role", binding.Place, name.Text);
                if (role is null && inspection.Objects.MayHoldMore(Permission.Group, "Role", binding.Place))
                {
                    inspection.UnknownNamespace(binding, "roleRef.name");
                }
                else if (role is null)
                {
                    inspection.Broken(binding, "roleRef.name", $"Role '{name.Shown}', which RoleBinding '{binding.Name}' gives, is not in these objects", name.Shown);
                }
                else if (role["rules"].TryGetItems(out FieldItems rules) && rules.Count == 0)
                {
                    inspection.Broken(binding, "roleRef.name", $"Role '{name.Shown}', which RoleBinding '{binding.Name}' gives, allows nothing", name.Shown);
                }
            }

            if (binding["subjects"].TryGetItems(out FieldItems subjects) && subjects.Count == 0)
            {
                inspection.Broken(binding, "subjects", $"RoleBinding '{binding.Name}' gives its role to nobody");
            }
        }
    }

    private static void CheckMastersBinding(KubernetesObject binding, Inspection inspection)
    {
        if (!binding["subjects"].TryGetItems(out FieldItems subjects))
        {
            inspection.Unknown(binding, "subjects");
        }

        for (int i = 0; i < subjects.Count; i++)
        {
            Field name = subjects[i]["name"];
            string path = string.Create(CultureInfo.InvariantCulture, $"subjects[{i}].name");
            if (!name.TryGetText(out string text))
            {
                inspection.Unknown(binding, path);
            }
            else if (text == Masters && subjects[i]["kind"].Text == "Group")
            {
                inspection.Broken(binding, path, $"{binding.Kind} '{binding.Name}' gives rights to the group {name.Shown}, which has all of them", name.Shown);
            }
        }
    }
}

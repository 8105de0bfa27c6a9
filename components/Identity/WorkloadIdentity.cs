using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Rbac.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Rbac.V1;

namespace Rampart.Components.Identity;

/// <summary>One workload's own service account and, where the workload asks for it, the role that goes with it.</summary>
internal static class WorkloadIdentity
{
    private const string RbacGroup = "rbac.authorization.k8s.io";

    /// <summary>Defines the account; no pod gets its token by itself.</summary>
    public static ServiceAccount Define(string name, Input<ObjectMetaArgs> metadata, CustomResourceOptions options)
        => new(name, new ServiceAccountArgs { Metadata = metadata, AutomountServiceAccountToken = false }, options);

    /// <summary>Grants <paramref name="rules"/> to the account, in its own namespace; the binding comes last.</summary>
    public static RoleBinding Grant(
        string name,
        Input<ObjectMetaArgs> metadata,
        Input<string> objectName,
        Input<string> account,
        Input<string> accountNamespace,
        InputList<PolicyRuleArgs> rules,
        CustomResourceOptions options)
    {
        Role role = new(name, new RoleArgs { Metadata = metadata, Rules = rules }, options);
        CustomResourceOptions afterRole = CustomResourceOptions.Merge(options, new CustomResourceOptions { DependsOn = { role } });
        return new RoleBinding(name, new RoleBindingArgs
        {
            Metadata = metadata,
            RoleRef = new RoleRefArgs { ApiGroup = RbacGroup, Kind = "Role", Name = objectName },
            Subjects = new SubjectArgs { Kind = "ServiceAccount", Name = account, Namespace = accountNamespace },
        }, afterRole);
    }
}

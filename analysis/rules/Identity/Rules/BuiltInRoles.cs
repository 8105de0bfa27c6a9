using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>The roles and bindings that the API server makes for itself, and restores when somebody changes them.</summary>
internal static class BuiltInRoles
{
    private const string Bootstrapping = "kubernetes.io/bootstrapping";

    /// <summary>Whether an object is one of them.</summary>
    public static bool IsBuiltIn(KubernetesObject item) => item.Metadata["labels"][Bootstrapping].Text == "rbac-defaults";
}

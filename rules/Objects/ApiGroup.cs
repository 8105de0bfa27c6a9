namespace Rampart.Rules.Objects;

/// <summary>The group in an <c>apiVersion</c>.</summary>
public static class ApiGroup
{
    /// <summary>What stands before the slash, e.g. <c>apps</c>; empty for the core group.</summary>
    public static string Of(string apiVersion)
    {
        return apiVersion switch
        {
            // Those of nearly all objects, so that each has not a string of its own.
            "apps/v1" => "apps",
            "batch/v1" => "batch",
            "policy/v1" => "policy",
            "networking.k8s.io/v1" => "networking.k8s.io",
            "rbac.authorization.k8s.io/v1" => "rbac.authorization.k8s.io",
            "autoscaling/v2" => "autoscaling",
            _ => apiVersion[..Math.Max(apiVersion.IndexOf('/'), 0)],
        };
    }
}

using Pulumi;
using Rampart.Components.Configuration;

namespace Rampart.Components.Namespaces;

/// <summary>Which Pod Security Standard a namespace enforces, audits and warns about, each at its own version.</summary>
/// <remarks>
/// Levels are <c>privileged</c>, <c>baseline</c> and <c>restricted</c>; versions are <c>latest</c> or <c>v1.</c> and a
/// number. <see href="https://kubernetes.io/docs/concepts/security/pod-security-admission/"/>.
/// </remarks>
public sealed class PodSecurityArgs : ResourceArgs
{
    /// <summary>Default of all three levels.</summary>
    public const string Restricted = "restricted";

    /// <summary>
    /// Default of <see cref="EnforceVersion"/>: the newest version whose checks differ from those before it. What is
    /// enforced changes with this constant, not with the cluster.
    /// </summary>
    public const string PinnedVersion = "v1.35";

    /// <summary>Default of <see cref="AuditVersion"/> and <see cref="WarnVersion"/>: tomorrow's checks are seen today.</summary>
    public const string Latest = "latest";

    /// <summary>Level that pods must meet. The default is <see cref="Restricted"/>.</summary>
    [Input("enforce")]
    [Setting(Allowed = ["privileged", "baseline", "restricted"], Default = Restricted)]
    public Input<string>? Enforce { get; set; }

    /// <summary>Version of <see cref="Enforce"/>. The default is <see cref="PinnedVersion"/>.</summary>
    [Input("enforceVersion")]
    [Setting<PolicyVersionForm>(Default = PinnedVersion)]
    public Input<string>? EnforceVersion { get; set; }

    /// <summary>Level whose violations go to the audit log. The default is <see cref="Restricted"/>.</summary>
    [Input("audit")]
    [Setting(Allowed = ["privileged", "baseline", "restricted"], Default = Restricted)]
    public Input<string>? Audit { get; set; }

    /// <summary>Version of <see cref="Audit"/>. The default is <see cref="Latest"/>.</summary>
    [Input("auditVersion")]
    [Setting<PolicyVersionForm>(Default = Latest)]
    public Input<string>? AuditVersion { get; set; }

    /// <summary>Level whose violations answer with a warning. The default is <see cref="Restricted"/>.</summary>
    [Input("warn")]
    [Setting(Allowed = ["privileged", "baseline", "restricted"], Default = Restricted)]
    public Input<string>? Warn { get; set; }

    /// <summary>Version of <see cref="Warn"/>. The default is <see cref="Latest"/>.</summary>
    [Input("warnVersion")]
    [Setting<PolicyVersionForm>(Default = Latest)]
    public Input<string>? WarnVersion { get; set; }

    internal InputMap<string> Labels() => new()
    {
        ["pod-security.kubernetes.io/enforce"] = Enforce ?? Restricted,
        ["pod-security.kubernetes.io/enforce-version"] = EnforceVersion ?? PinnedVersion,
        ["pod-security.kubernetes.io/audit"] = Audit ?? Restricted,
        ["pod-security.kubernetes.io/audit-version"] = AuditVersion ?? Latest,
        ["pod-security.kubernetes.io/warn"] = Warn ?? Restricted,
        ["pod-security.kubernetes.io/warn-version"] = WarnVersion ?? Latest,
    };
}

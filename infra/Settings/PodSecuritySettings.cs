using Rampart.Components.Namespaces;

namespace Rampart.Infra.Settings;

/// <summary>The setting <c>podSecurity</c>: levels and versions of the namespace's Pod Security Standards.</summary>
public sealed record PodSecuritySettings
{
    /// <summary>Level that pods must meet. The default is <see cref="PodSecurityArgs.Restricted"/>.</summary>
    public string Enforce { get; init; } = PodSecurityArgs.Restricted;

    /// <summary>Version of <see cref="Enforce"/>. The default is <see cref="PodSecurityArgs.PinnedVersion"/>.</summary>
    public string EnforceVersion { get; init; } = PodSecurityArgs.PinnedVersion;

    /// <summary>Level that is audited. The default is <see cref="PodSecurityArgs.Restricted"/>.</summary>
    public string Audit { get; init; } = PodSecurityArgs.Restricted;

    /// <summary>Version of <see cref="Audit"/>. The default is <see cref="PodSecurityArgs.Latest"/>.</summary>
    public string AuditVersion { get; init; } = PodSecurityArgs.Latest;

    /// <summary>Level that is warned about. The default is <see cref="PodSecurityArgs.Restricted"/>.</summary>
    public string Warn { get; init; } = PodSecurityArgs.Restricted;

    /// <summary>Version of <see cref="Warn"/>. The default is <see cref="PodSecurityArgs.Latest"/>.</summary>
    public string WarnVersion { get; init; } = PodSecurityArgs.Latest;
}

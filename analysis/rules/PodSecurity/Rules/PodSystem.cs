using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>The operating system that a pod asks for.</summary>
internal static class PodSystem
{
    /// <summary>Whether a pod says that it is one of Windows, where users, groups, seccomp, AppArmor and SELinux mean nothing.</summary>
    public static bool IsWindows(this Workload workload) => workload.PodSpec["os"]["name"].Text == "windows";
}

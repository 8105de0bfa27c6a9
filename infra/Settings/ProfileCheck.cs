using Rampart.Components.Configuration;
using Rampart.Components.Workloads;

namespace Rampart.Infra.Settings;

/// <summary>Makes the security values of what the settings say, and refuses those that <i>restricted</i> would refuse.</summary>
internal static class ProfileCheck
{
    private const string Pod = "podSecurityContext";
    private const string Container = "securityContext";

    public static HardeningProfile Check(ProfileArgs args, SettingsBinder settings)
    {
        HardeningProfile profile = HardeningProfile.Find(args.Profile ?? "") ?? HardeningProfile.Restricted;
        if (args.PodSecurityContext is { } pod)
        {
            Require($"{Pod}.runAsNonRoot", pod.RunAsNonRoot, wanted: true, settings);
            profile = profile with
            {
                RunAsUser = pod.RunAsUser ?? profile.RunAsUser,
                RunAsGroup = pod.RunAsGroup ?? profile.RunAsGroup,
                FsGroup = pod.FsGroup ?? profile.FsGroup,
                FsGroupChangePolicy = pod.FsGroupChangePolicy ?? profile.FsGroupChangePolicy,
                SeLinuxLevel = pod.SeLinuxOptions?.Level ?? profile.SeLinuxLevel,
                AppArmor = pod.AppArmorProfile?.Type is null ? profile.AppArmor : AppArmorSource.Field,
            };
            profile = pod.SeccompProfile is { } seccomp ? CheckSeccomp(seccomp, profile, settings) : profile;
        }

        if (args.SecurityContext is { } container)
        {
            Require($"{Container}.allowPrivilegeEscalation", container.AllowPrivilegeEscalation, wanted: false, settings);
            Require($"{Container}.runAsNonRoot", container.RunAsNonRoot, wanted: true, settings);
            if (container.Capabilities?.Drop is { } dropped && !dropped.SequenceEqual(["ALL"]))
            {
                settings.Error(
                    StackDiagnosticIds.NotRestricted, $"{Container}.capabilities.drop", "restricted pods drop all capabilities", "drop 'ALL', and only that");
            }

            profile = profile with { ReadOnlyRootFilesystem = container.ReadOnlyRootFilesystem ?? profile.ReadOnlyRootFilesystem };
        }

        return profile with { AppArmor = args.AppArmor ?? profile.AppArmor, HostUsers = args.HostUsers ?? profile.HostUsers };
    }

    private static HardeningProfile CheckSeccomp(ProfileArgs.SeccompArgs seccomp, HardeningProfile profile, SettingsBinder settings)
    {
        const string Key = $"{Pod}.seccompProfile.localhostProfile";
        string type = seccomp.Type ?? profile.SeccompProfileType;
        string? file = seccomp.LocalhostProfile;
        if (type == "Localhost")
        {
            settings.Require(Key);
            if (file is ['/', ..])
            {
                settings.Error(SettingsDiagnosticIds.NotAllowed, Key, $"'{file}' is not a relative path", "give a path below the kubelet's seccomp folder");
            }
        }
        else if (file is not null)
        {
            settings.Error(SettingsDiagnosticIds.Contradiction, Key, $"the type '{type}' takes no file", "take it out, or give the type 'Localhost'");
        }

        return profile with { SeccompProfileType = type, SeccompLocalhostProfile = type == "Localhost" ? file : null };
    }

    private static void Require(string key, bool? given, bool wanted, SettingsBinder settings)
    {
        if (given is { } value && value != wanted)
        {
            (string word, string other) = wanted ? ("true", "false") : ("false", "true");
            settings.Error(StackDiagnosticIds.NotRestricted, key, $"'{other}' is not restricted", $"give {word}, or take it out");
        }
    }
}

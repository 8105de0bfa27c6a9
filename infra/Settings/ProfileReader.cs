using Rampart.Components.Workloads;

namespace Rampart.Infra.Settings;

/// <summary>Reads the security values, in the guide's own shape, and refuses those that <i>restricted</i> would refuse.</summary>
/// <param name="root">The settings of the project.</param>
internal sealed class ProfileReader(SettingsSection root)
{
    private const string AllCapabilities = "ALL";

    public HardeningProfile Read()
    {
        string? name = root.Choice("profile", "restricted", "guide", "openshift");
        HardeningProfile profile = HardeningProfile.Find(name ?? "") ?? HardeningProfile.Restricted;
        profile = ReadPodContext(profile);
        profile = ReadContainerContext(profile);
        if (root.Choice("appArmor", "none", "field", "annotation") is { } appArmor)
        {
            profile = profile with { AppArmor = Enum.Parse<AppArmorSource>(appArmor, ignoreCase: true) };
        }

        return root.Boolean("hostUsers") is bool hostUsers ? profile with { HostUsers = hostUsers } : profile;
    }

    private HardeningProfile ReadPodContext(HardeningProfile profile)
    {
        if (root.Section("podSecurityContext") is not { } section)
        {
            return profile;
        }

        Require(section, "runAsNonRoot", wanted: true);
        profile = profile with
        {
            RunAsUser = section.Integer("runAsUser", 1, int.MaxValue) ?? profile.RunAsUser,
            RunAsGroup = section.Integer("runAsGroup", 1, int.MaxValue) ?? profile.RunAsGroup,
            FsGroup = section.Integer("fsGroup", 1, int.MaxValue) ?? profile.FsGroup,
            FsGroupChangePolicy = section.Choice("fsGroupChangePolicy", "OnRootMismatch", "Always") ?? profile.FsGroupChangePolicy,
            SeLinuxLevel = ReadSeLinuxLevel(section) ?? profile.SeLinuxLevel,
            AppArmor = ReadAppArmor(section) ?? profile.AppArmor,
        };
        profile = ReadSeccomp(section, profile);
        section.RejectOthers();
        return profile;
    }

    private HardeningProfile ReadContainerContext(HardeningProfile profile)
    {
        if (root.Section("securityContext") is not { } section)
        {
            return profile;
        }

        Require(section, "allowPrivilegeEscalation", wanted: false);
        Require(section, "runAsNonRoot", wanted: true);
        if (section.Section("capabilities") is { } capabilities)
        {
            const string Fix = "drop 'ALL', and only that";
            IReadOnlyList<string>? dropped = capabilities.Texts("drop", static _ => true, "a capability");
            if (dropped is not null && !dropped.SequenceEqual([AllCapabilities]))
            {
                capabilities.Error(SettingsDiagnosticIds.NotRestricted, "drop", "restricted pods drop all capabilities", Fix);
            }

            capabilities.RejectOthers();
        }

        bool readOnly = section.Boolean("readOnlyRootFilesystem") ?? profile.ReadOnlyRootFilesystem;
        section.RejectOthers();
        return profile with { ReadOnlyRootFilesystem = readOnly };
    }

    private static string? ReadSeLinuxLevel(SettingsSection context)
    {
        if (context.Section("seLinuxOptions") is not { } section)
        {
            return null;
        }

        string? level = section.Text("level", SettingForms.IsSeLinuxLevel, SettingForms.SeLinuxLevel);
        section.RejectOthers();
        return level;
    }

    private static AppArmorSource? ReadAppArmor(SettingsSection context)
    {
        if (context.Section("appArmorProfile") is not { } section)
        {
            return null;
        }

        string? type = section.Choice("type", "RuntimeDefault");
        section.RejectOthers();
        return type is null ? null : AppArmorSource.Field;
    }

    private static HardeningProfile ReadSeccomp(SettingsSection context, HardeningProfile profile)
    {
        if (context.Section("seccompProfile") is not { } section)
        {
            return profile;
        }

        string type = section.Choice("type", "RuntimeDefault", "Localhost") ?? profile.SeccompProfileType;
        string? file = section.Text("localhostProfile");
        if (type == "Localhost")
        {
            _ = section.Required("localhostProfile", file, "give the filter's file, relative to the kubelet's seccomp folder");
            if (file is ['/', ..])
            {
                section.Error(SettingsDiagnosticIds.NotAllowed, "localhostProfile", $"'{file}' is not a relative path", "give a path below the kubelet's seccomp folder");
            }
        }
        else if (file is not null)
        {
            section.Error(SettingsDiagnosticIds.Contradiction, "localhostProfile", $"the type '{type}' takes no file", "take it out, or give the type 'Localhost'");
        }

        section.RejectOthers();
        return profile with { SeccompProfileType = type, SeccompLocalhostProfile = type == "Localhost" ? file : null };
    }

    private static void Require(SettingsSection section, string name, bool wanted)
    {
        if (section.Boolean(name) is bool given && given != wanted)
        {
            string word = wanted ? "true" : "false";
            section.Error(SettingsDiagnosticIds.NotRestricted, name, $"'{(wanted ? "false" : "true")}' is not restricted", $"give {word}, or take it out");
        }
    }
}

using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Inputs;

namespace Rampart.Components.Workloads;

/// <summary>Fills in the pod's own security context; what the caller said stays.</summary>
internal static class PodHardening
{
    public static Input<PodSecurityContextArgs> Fill(Input<PodSecurityContextArgs>? given, HardeningProfile profile)
        => given is null
            ? FillMissing(new PodSecurityContextArgs(), profile)
            : given.Apply(context => FillMissing(ShallowCopy.Of(context), profile));

    private static PodSecurityContextArgs FillMissing(PodSecurityContextArgs context, HardeningProfile profile)
    {
        context.RunAsNonRoot ??= true;
        if (profile.RunAsUser is int user)
        {
            context.RunAsUser ??= user;
        }

        if (profile.RunAsGroup is int group)
        {
            context.RunAsGroup ??= group;
        }

        if (profile.FsGroup is int fsGroup)
        {
            context.FsGroup ??= fsGroup;
            if (profile.FsGroupChangePolicy is string policy)
            {
                context.FsGroupChangePolicy ??= policy;
            }
        }

        context.SeccompProfile ??= Seccomp(profile);
        if (profile.AppArmor == AppArmorSource.Field)
        {
            context.AppArmorProfile ??= new AppArmorProfileArgs { Type = "RuntimeDefault" };
        }

        if (profile.SeLinuxLevel is string level)
        {
            context.SeLinuxOptions ??= new SELinuxOptionsArgs { Level = level };
        }

        return context;
    }

    private static SeccompProfileArgs Seccomp(HardeningProfile profile)
    {
        SeccompProfileArgs seccomp = new() { Type = profile.SeccompProfileType };
        if (profile.SeccompLocalhostProfile is string file)
        {
            seccomp.LocalhostProfile = file;
        }

        return seccomp;
    }
}

using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Identity;
using Rampart.Components.Images;
using Rampart.Components.Inputs;

namespace Rampart.Components.Workloads;

/// <summary>What a container does in its pod; it decides which defaults fit.</summary>
internal enum ContainerRole
{
    /// <summary>Runs as long as the pod and may serve.</summary>
    Main,

    /// <summary>Runs before the others, or beside them from the start.</summary>
    Init,
}

/// <summary>Fills in one container; what the caller said stays.</summary>
internal static class ContainerHardening
{
    /// <summary>Default of a container's pull policy: the registry is asked on every start, so that a node's cache grants no access.</summary>
    public const string PullPolicy = "Always";

    /// <summary>Where the reason of a crash is read: the termination file, or the end of the log if the file is empty.</summary>
    public const string TerminationMessagePolicy = "FallbackToLogsOnError";

    private const string AllCapabilities = "ALL";

    /// <summary>Fills in a container of the caller, on a copy.</summary>
    public static Output<ContainerArgs> Fill(ContainerArgs given, ContainerRole role, HardenedPodArgs pod)
    {
        ContainerArgs container = ShallowCopy.Of(given);
        FillScalars(container, pod);
        return container.VolumeMounts.Apply(mounts => container.Ports.Apply(ports =>
        {
            Output<ContainerArgs> mounted = AddMounts(container, mounts, role, pod);
            if (ports.IsDefaultOrEmpty)
            {
                // Reading the list created it, and an empty list would be sent.
                container.Ports = null!;
                return mounted;
            }

            return role == ContainerRole.Main && pod.FillProbes
                ? mounted.Apply(result => AddProbes(result, ports))
                : mounted;
        }));
    }

    /// <summary>Fills in the container that the short inputs make, whose lists are known to be given or not.</summary>
    public static Input<ContainerArgs> FillFirst(ContainerArgs container, HardenedPodArgs pod)
    {
        bool wantsProbes = pod.FillProbes && pod.PortsOrNull is not null && (pod.ReadinessProbe is null || pod.LivenessProbe is null);
        if (pod.VolumeMountsOrNull is not null || wantsProbes)
        {
            return Fill(container, ContainerRole.Main, pod);
        }

        FillScalars(container, pod);
        return SetMounts(container, [], [], pod.ApiAccess is not null);
    }

    private static void FillScalars(ContainerArgs container, HardenedPodArgs pod)
    {
        if (pod.RequirePinnedImages && container.Image is not null)
        {
            container.Image = PinnedImage.Require(container.Image);
        }

        container.ImagePullPolicy ??= pod.ImagePullPolicy ?? PullPolicy;
        container.TerminationMessagePolicy ??= TerminationMessagePolicy;
        container.Resources ??= ContainerResources.Default();
        container.SecurityContext = FillContext(container.SecurityContext, pod.Profile);
    }

    private static Input<SecurityContextArgs> FillContext(Input<SecurityContextArgs>? given, HardeningProfile profile)
        => given is null
            ? FillMissing(new SecurityContextArgs(), profile)
            : given.Apply(context => FillMissing(ShallowCopy.Of(context), profile));

    private static SecurityContextArgs FillMissing(SecurityContextArgs context, HardeningProfile profile)
    {
        context.AllowPrivilegeEscalation ??= false;
        context.ReadOnlyRootFilesystem ??= profile.ReadOnlyRootFilesystem;
        context.RunAsNonRoot ??= true;
        context.Capabilities = context.Capabilities is null
            ? new CapabilitiesArgs { Drop = AllCapabilities }
            : context.Capabilities.Apply(DropAll);
        return context;
    }

    private static Output<CapabilitiesArgs> DropAll(CapabilitiesArgs given)
    {
        CapabilitiesArgs capabilities = ShallowCopy.Of(given);
        return capabilities.Drop.Apply(drop =>
        {
            if (drop.IsDefaultOrEmpty)
            {
                capabilities.Drop = AllCapabilities;
            }
            else if (!drop.Contains(AllCapabilities))
            {
                capabilities.Drop = drop.Add(AllCapabilities);
            }

            return capabilities;
        });
    }

    private static Output<ContainerArgs> AddMounts(
        ContainerArgs container, ImmutableArray<VolumeMountArgs> given, ContainerRole role, HardenedPodArgs pod)
    {
        // Init containers have no business with the API server unless their author mounts the token.
        bool wantsToken = pod.ApiAccess is not null && role == ContainerRole.Main;
        if (given.IsDefaultOrEmpty)
        {
            return Output.Create(SetMounts(container, [], [], wantsToken));
        }

        List<Input<string>> paths = new(given.Length);
        foreach (VolumeMountArgs mount in given)
        {
            paths.Add(mount.MountPath);
        }

        return Output.All(paths).Apply(known => SetMounts(container, given, known, wantsToken));
    }

    private static ContainerArgs SetMounts(
        ContainerArgs container, ImmutableArray<VolumeMountArgs> given, ImmutableArray<string> paths, bool wantsToken)
    {
        ImmutableArray<VolumeMountArgs>.Builder mounts = ImmutableArray.CreateBuilder<VolumeMountArgs>(given.Length + 2);
        mounts.AddRange(given);
        if (!paths.Contains(ScratchVolume.Path))
        {
            mounts.Add(ScratchVolume.Mount());
        }

        if (wantsToken && !paths.Contains(ApiToken.Path))
        {
            mounts.Add(ApiToken.Mount());
        }

        container.VolumeMounts = mounts.ToImmutable();
        return container;
    }

    private static Output<ContainerArgs> AddProbes(ContainerArgs container, ImmutableArray<ContainerPortArgs> ports)
    {
        List<Input<string>> protocols = new(ports.Length);
        foreach (ContainerPortArgs port in ports)
        {
            protocols.Add(port.Protocol ?? "TCP");
        }

        return Output.All(protocols).Apply(known =>
        {
            int first = known.IndexOf("TCP");
            if (first >= 0)
            {
                Input<int> port = ports[first].ContainerPortValue;
                container.ReadinessProbe ??= ContainerProbes.Readiness(port);
                container.LivenessProbe ??= ContainerProbes.Liveness(port);
            }

            return container;
        });
    }
}

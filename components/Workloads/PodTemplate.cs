using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Identity;
using Rampart.Components.Inputs;

namespace Rampart.Components.Workloads;

/// <summary>Builds a workload's pod template from short inputs, and fills in what a given template leaves open.</summary>
internal sealed class PodTemplate
{
    private readonly HardenedPodArgs _args;
    private readonly string _containerName;
    private readonly WorkloadLabels _labels;

    public PodTemplate(string containerName, HardenedPodArgs args, WorkloadLabels labels)
    {
        _containerName = containerName;
        _args = args;
        _labels = labels;
    }

    /// <summary>Account of the pods.</summary>
    public required Input<string> ServiceAccountName { get; init; }

    /// <summary>When containers start again; <see langword="null"/> says nothing, which means <c>Always</c>.</summary>
    public string? RestartPolicy { get; init; }

    /// <summary>Affinity where none is given; <see langword="null"/> for none.</summary>
    public AffinityArgs? Affinity { get; init; }

    /// <summary>Spread where none is given; <see langword="null"/> for none.</summary>
    public InputList<TopologySpreadConstraintArgs>? TopologySpread { get; init; }

    public Input<PodTemplateSpecArgs> Fill(Input<PodTemplateSpecArgs>? given)
    {
        if (given is not null)
        {
            return given.Apply(template => FillTemplate(ShallowCopy.Of(template)));
        }

        return _args.Image is not null && _args.ContainersOrNull is null && _args.InitContainersOrNull is null
            ? FillShort()
            : FillTemplate(new PodTemplateSpecArgs());
    }

    // One container of our own making: what is given is known, and nothing has to be asked for.
    private PodTemplateSpecArgs FillShort()
    {
        ContainerArgs container = FirstContainer();
        InputMap<string>? annotations = _args.Profile.AppArmor == AppArmorSource.Annotation
            ? AppArmorAnnotations.For([container], [])
            : null;
        PodSpecArgs pod = new() { Containers = ContainerHardening.FillFirst(container, _args) };
        FillScalars(pod);
        SetOrLeaveOut(pod, [], []);
        FillLists(pod);
        return new PodTemplateSpecArgs { Metadata = FillMetadata(given: null, annotations), Spec = pod };
    }

    private Output<PodTemplateSpecArgs> FillTemplate(PodTemplateSpecArgs template)
        => template.Spec is null
            ? FillTemplate(template, new PodSpecArgs())
            : template.Spec.Apply(pod => FillTemplate(template, ShallowCopy.Of(pod)));

    private Output<PodTemplateSpecArgs> FillTemplate(PodTemplateSpecArgs template, PodSpecArgs pod)
    {
        InputList<ContainerArgs>? first = null;
        if (_args.Image is not null)
        {
            first = FirstContainer();
        }

        InputList<ContainerArgs> containers = Join(pod.Containers, first, _args.ContainersOrNull);
        InputList<ContainerArgs> initContainers = Join(pod.InitContainers, null, _args.InitContainersOrNull);
        return containers.Apply(main => initContainers.Apply(init => pod.TopologySpreadConstraints.Apply(spread =>
        {
            FillScalars(pod);
            pod.Containers = Harden(main, ContainerRole.Main);
            SetOrLeaveOut(pod, init, spread);
            FillLists(pod);

            InputMap<string>? annotations = _args.Profile.AppArmor == AppArmorSource.Annotation
                ? AppArmorAnnotations.For(main, init)
                : null;
            template.Metadata = FillMetadata(template.Metadata, annotations);
            template.Spec = pod;
            return template;
        })));
    }

    // Reading these lists created them, and an empty list would be sent.
    private void SetOrLeaveOut(
        PodSpecArgs pod, ImmutableArray<ContainerArgs> initContainers, ImmutableArray<TopologySpreadConstraintArgs> spread)
    {
        pod.InitContainers = null!;
        if (!initContainers.IsDefaultOrEmpty)
        {
            pod.InitContainers = Harden(initContainers, ContainerRole.Init);
        }

        if (spread.IsDefaultOrEmpty)
        {
            pod.TopologySpreadConstraints = TopologySpread!;
        }
    }

    private void FillScalars(PodSpecArgs pod)
    {
        pod.SecurityContext = PodHardening.Fill(pod.SecurityContext, _args.Profile);
        pod.ServiceAccountName ??= ServiceAccountName;
        pod.AutomountServiceAccountToken ??= false;
        // Variables such as SPICEDB_PORT would be taken for the program's own settings.
        pod.EnableServiceLinks ??= false;
        pod.TerminationGracePeriodSeconds ??= _args.TerminationGracePeriodSeconds ?? HardenedPodArgs.DefaultTerminationGracePeriodSeconds;
        pod.PriorityClassName ??= _args.PriorityClassName;
        if (Affinity is not null)
        {
            pod.Affinity ??= Affinity;
        }

        if (RestartPolicy is not null)
        {
            pod.RestartPolicy ??= RestartPolicy;
        }

        if (_args.Profile.HostUsers is bool hostUsers)
        {
            pod.HostUsers ??= hostUsers;
        }
    }

    private void FillLists(PodSpecArgs pod)
    {
        InputList<VolumeArgs> own = ScratchVolume.Define(_args.ScratchSize);
        if (_args.ApiAccess is not null)
        {
            own = own.Concat(ApiToken.Volume());
        }

        pod.Volumes = Join(pod.Volumes, _args.VolumesOrNull, own);
        if (_args.ImagePullSecretsOrNull is { } secrets)
        {
            pod.ImagePullSecrets = pod.ImagePullSecrets.Concat(secrets);
        }

        if (_args.TolerationsOrNull is { } tolerations)
        {
            pod.Tolerations = pod.Tolerations.Concat(tolerations);
        }
    }

    private Input<ObjectMetaArgs> FillMetadata(Input<ObjectMetaArgs>? given, InputMap<string>? annotations)
    {
        if (_args.PodAnnotationsOrNull is { } asked)
        {
            annotations = annotations is null ? asked : InputMap<string>.Merge(annotations, asked);
        }

        if (given is not null)
        {
            return given.Apply(metadata => AddMetadata(ShallowCopy.Of(metadata), annotations));
        }

        ObjectMetaArgs fresh = new() { Labels = _labels.Pod };
        if (annotations is not null)
        {
            fresh.Annotations = annotations;
        }

        return fresh;
    }

    private ObjectMetaArgs AddMetadata(ObjectMetaArgs metadata, InputMap<string>? annotations)
    {
        metadata.Labels = InputMap<string>.Merge(_labels.Pod, metadata.Labels);
        if (annotations is not null)
        {
            metadata.Annotations = InputMap<string>.Merge(annotations, metadata.Annotations);
        }

        return metadata;
    }

    private Output<ContainerArgs>[] Harden(ImmutableArray<ContainerArgs> containers, ContainerRole role)
    {
        Output<ContainerArgs>[] hardened = new Output<ContainerArgs>[containers.Length];
        for (int i = 0; i < hardened.Length; i++)
        {
            hardened[i] = ContainerHardening.Fill(containers[i], role, _args);
        }

        return hardened;
    }

    private ContainerArgs FirstContainer()
    {
        ContainerArgs container = new()
        {
            Name = _containerName,
            Image = _args.Image,
            Resources = _args.Resources,
            StartupProbe = _args.StartupProbe,
            LivenessProbe = _args.LivenessProbe,
            ReadinessProbe = _args.ReadinessProbe,
            Lifecycle = _args.Lifecycle,
        };
        if (_args.CommandOrNull is { } command)
        {
            container.Command = command;
        }

        if (_args.ArgumentsOrNull is { } arguments)
        {
            container.Args = arguments;
        }

        if (_args.PortsOrNull is { } ports)
        {
            container.Ports = ports;
        }

        if (_args.EnvOrNull is { } env)
        {
            container.Env = env;
        }

        if (_args.VolumeMountsOrNull is { } mounts)
        {
            container.VolumeMounts = mounts;
        }

        return container;
    }

    private static InputList<T> Join<T>(InputList<T> first, InputList<T>? second, InputList<T>? third)
    {
        InputList<T> joined = second is null ? first : first.Concat(second);
        return third is null ? joined : joined.Concat(third);
    }
}

using System.Collections.Concurrent;
using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>What Services with one selector lead to; found out once for all of them.</summary>
internal sealed class ServiceTargets
{
    private readonly ConcurrentDictionary<TargetPort, Workload?> _unreachable = [];
    private readonly ConcurrentDictionary<TargetPort, object> _declared = [];

    private ServiceTargets(PodSelection selection)
    {
        foreach (PodChoice choice in selection)
        {
            if (choice.Match != Flag.True)
            {
                MayBeMore = true;
                continue;
            }

            Selected.Add(choice.Workload);
            if (!choice.Workload.RunsToCompletion)
            {
                HasLasting = true;
            }
            else if (!choice.Workload.Object.IsOwned)
            {
                Jobs.Add(choice.Workload);
            }
        }
    }

    /// <summary>The workloads that are certainly selected.</summary>
    public List<Workload> Selected { get; } = [];

    /// <summary>Whether others may be selected, whose labels are not known.</summary>
    public bool MayBeMore { get; }

    /// <summary>Whether some of them do not end by themselves.</summary>
    public bool HasLasting { get; }

    /// <summary>Those that end by themselves.</summary>
    public List<Workload> Jobs { get; } = [];

    public static ServiceTargets Of(Inspection inspection, KubernetesObject service) =>
        inspection.Shared(static _ => new BySelection()).Find(PodIndex.Of(inspection).Select(service, service.Spec["selector"], isPlain: true));

    /// <summary>Whether a container declares the port to which a Service leads; unknown while ports are.</summary>
    public Flag Declares(Field target) => (Flag)_declared.GetOrAdd(new TargetPort(target.Value, default), Declares, this);

    /// <summary>The first workload that cannot be reached at a port; null when all can be.</summary>
    /// <param name="target">The port to which the Service leads.</param>
    /// <param name="protocol">Its protocol.</param>
    /// <param name="isReachable">Whether a workload can be reached there; the same for all that ask.</param>
    public Workload? FindUnreachable(Field target, Field protocol, Func<Workload, bool> isReachable) => _unreachable.GetOrAdd(
        new TargetPort(target.Value, protocol.Value),
        static (_, asked) => asked.Selected.Find(workload => !asked.IsReachable(workload)),
        new Question(Selected, isReachable));

    private static object Declares(TargetPort asked, ServiceTargets targets)
    {
        Field target = new(asked.Target);
        Flag found = Flag.False;
        foreach (Workload workload in targets.Selected)
        {
            Flag own = ServicePort.Find(workload, target, out _);
            found = own == Flag.True || found == Flag.True ? Flag.True : own == Flag.Unknown ? own : found;
        }

        return found;
    }

    private sealed record TargetPort(PropertyValue Target, PropertyValue Protocol);

    private sealed record Question(List<Workload> Selected, Func<Workload, bool> IsReachable);

    private sealed class BySelection
    {
        private readonly ConcurrentDictionary<PodSelection, ServiceTargets> _targets = [];

        public ServiceTargets Find(PodSelection selection) => _targets.GetOrAdd(selection, static selection => new ServiceTargets(selection));
    }
}

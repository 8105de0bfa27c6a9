using System.Collections.Concurrent;
using Rampart.Protocol.Values;
using Rampart.Rules.Facts;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>What Services with one selector lead to; computed once for all of them.</summary>
internal sealed class ServiceTargets
{
    private readonly ConcurrentDictionary<TargetPort, Workload?> _unreachable = [];
    private readonly Lazy<PodPorts> _ports;
    private readonly Lazy<List<Workload>> _isolated;

    private ServiceTargets(PodSelection selection, Inspection inspection)
    {
        _ports = new(() => new PodPorts(Selected));
        _isolated = new(() => FindIsolated(NetworkPolicies.Of(inspection.Facts)));
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

    /// <summary>Whether some of them do not run to completion.</summary>
    public bool HasLasting { get; }

    /// <summary>The workloads that run to completion.</summary>
    public List<Workload> Jobs { get; } = [];

    public static ServiceTargets Of(Inspection inspection, KubernetesObject service) =>
        inspection.Facts.Get(static _ => new BySelection()).Find(PodIndex.Of(inspection.Facts).Select(service, service.Spec["selector"], isPlain: true), inspection);

    /// <summary>Whether a container declares the port to which a Service leads; unknown while ports are.</summary>
    public Flag Declares(Field target) => _ports.Value.Find(target, out _);

    /// <summary>The first workload, of those whose ingress is denied by default, that cannot be reached at a port; null when all can be.</summary>
    /// <param name="target">The port to which the Service leads.</param>
    /// <param name="protocol">Its protocol.</param>
    /// <param name="isReachable">Whether a workload can be reached there; the same for all that ask.</param>
    public Workload? FindUnreachable(Field target, Field protocol, Func<Workload, bool> isReachable) => _unreachable.GetOrAdd(
        new TargetPort(target.Value, protocol.Value),
        static (_, asked) => asked.Isolated.Find(workload => !asked.IsReachable(workload)),
        new Question(_isolated.Value, isReachable));

    private List<Workload> FindIsolated(NetworkPolicies policies) => Selected.FindAll(
        workload => NetworkPolicies.Guard(workload) && policies.Isolates(workload, PolicyDirection.Ingress) == Flag.True);

    private sealed record TargetPort(PropertyValue Target, PropertyValue Protocol);

    private sealed record Question(List<Workload> Isolated, Func<Workload, bool> IsReachable);

    private sealed class BySelection
    {
        private readonly ConcurrentDictionary<PodSelection, ServiceTargets> _targets = [];

        public ServiceTargets Find(PodSelection selection, Inspection inspection) =>
            _targets.GetOrAdd(selection, static (selection, inspection) => new ServiceTargets(selection, inspection), inspection);
    }
}

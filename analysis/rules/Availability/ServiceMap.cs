using Rampart.Protocol.Values;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability;

/// <summary>Which workloads certainly have a Service in front of their pods.</summary>
internal sealed class ServiceMap
{
    private readonly HashSet<Workload> _served = [];

    private ServiceMap(SharedFacts facts)
    {
        HashSet<PodSelection> seen = [];
        foreach (KubernetesObject service in facts.Objects.OfKind("", "Service"))
        {
            Field selector = service.Spec["selector"];
            if (!selector.TryGetProperties(out ReadOnlySpan<Property> labels) || labels.Length == 0
                || PodIndex.Of(facts).Select(service, selector, isPlain: true) is not { Count: > 0 } selection || !seen.Add(selection))
            {
                continue;
            }

            foreach (PodChoice choice in selection)
            {
                if (choice.Match == Flag.True)
                {
                    _served.Add(choice.Workload);
                }
            }
        }
    }

    public static ServiceMap Of(SharedFacts facts) => facts.Get(static facts => new ServiceMap(facts));

    /// <summary>Whether a Service sends requests to the pods.</summary>
    public bool IsServed(Workload workload) => _served.Contains(workload);
}

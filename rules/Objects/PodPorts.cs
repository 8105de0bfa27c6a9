namespace Rampart.Rules.Objects;

/// <summary>The ports that the containers of pods declare; those of one pod share them.</summary>
internal sealed class PodPorts
{
    private readonly DeclaredPorts _lasting = new();
    private readonly DeclaredPorts _all = new();

    /// <summary>The ports of the pods of some workloads together.</summary>
    public PodPorts(params IReadOnlyList<Workload> workloads)
    {
        foreach (Workload workload in workloads)
        {
            foreach (Container container in workload.Containers)
            {
                Field ports = container["ports"];
                _all.Add(ports, "containerPort");
                if (container.IsLongRunning)
                {
                    _lasting.Add(ports, "containerPort");
                }
            }
        }
    }

    /// <summary>Whether a container that keeps running declares a port with a name or number; unknown while one that may is.</summary>
    /// <param name="target">A name or number.</param>
    /// <param name="found">The first one; unset when there is none.</param>
    public Flag Find(Field target, out Field found) => _lasting.Find(target, out found);

    /// <summary>Whether any container declares a port with a name or number; unknown while one that may is.</summary>
    public Flag Declares(Field target) => _all.Find(target, out _);
}

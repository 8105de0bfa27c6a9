using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>What the pods of a workload ask for, as it is written: equal for those that ask for the same.</summary>
internal sealed class ResourceForm : IEquatable<ResourceForm>
{
    private readonly (ContainerKind Kind, PropertyValue Resources)[] _containers;
    private readonly PropertyValue _ofPod;
    private readonly PropertyValue _overhead;

    public ResourceForm(Workload workload)
    {
        _containers = new (ContainerKind, PropertyValue)[workload.Containers.Count];
        for (int i = 0; i < _containers.Length; i++)
        {
            _containers[i] = (workload.Containers[i].Kind, workload.Containers[i]["resources"].Value);
        }

        _ofPod = workload.PodSpec["resources"].Value;
        _overhead = workload.PodSpec["overhead"].Value;
    }

    public bool Equals(ResourceForm? other) =>
        other is not null && _ofPod == other._ofPod && _overhead == other._overhead && _containers.AsSpan().SequenceEqual(other._containers);

    public override bool Equals(object? obj) => Equals(obj as ResourceForm);

    public override int GetHashCode()
    {
        HashCode hash = default;
        hash.Add(_ofPod);
        hash.Add(_overhead);
        foreach ((ContainerKind kind, PropertyValue resources) in _containers)
        {
            hash.Add(kind);
            hash.Add(resources);
        }

        return hash.ToHashCode();
    }
}

using System.Collections;
using System.Diagnostics.CodeAnalysis;

namespace Rampart.Rules.Objects;

/// <summary>The containers of a workload, which can be gone through without an object for the place.</summary>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "A list of containers.")]
public readonly struct ContainerList : IReadOnlyList<Container>, IEquatable<ContainerList>
{
    private readonly List<Container> _containers;

    internal ContainerList(List<Container> containers) => _containers = containers;

    /// <inheritdoc/>
    public int Count => _containers.Count;

    /// <inheritdoc/>
    public Container this[int index] => _containers[index];

    /// <summary>Goes through them.</summary>
    public List<Container>.Enumerator GetEnumerator() => _containers.GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(ContainerList other) => ReferenceEquals(_containers, other._containers);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is ContainerList other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _containers.GetHashCode();

    /// <summary>Whether both are those of one workload.</summary>
    public static bool operator ==(ContainerList left, ContainerList right) => left.Equals(right);

    /// <summary>Whether they are those of two workloads.</summary>
    public static bool operator !=(ContainerList left, ContainerList right) => !left.Equals(right);

    IEnumerator<Container> IEnumerable<Container>.GetEnumerator() => _containers.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => _containers.GetEnumerator();
}

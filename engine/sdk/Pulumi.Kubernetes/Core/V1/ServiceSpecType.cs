using System.ComponentModel;

namespace Pulumi.Kubernetes.Core.V1;

/// <summary>How a Service is reached; the values of <c>spec.type</c>.</summary>
[EnumType]
public readonly struct ServiceSpecType : IEquatable<ServiceSpecType>
{
    private readonly string _value;

    private ServiceSpecType(string value) => _value = value;

    /// <summary>An alias for a name outside the cluster, by DNS only.</summary>
    public static ServiceSpecType ExternalName { get; } = new("ExternalName");

    /// <summary>An address inside the cluster.</summary>
    public static ServiceSpecType ClusterIP { get; } = new("ClusterIP");

    /// <summary>A port of every node, besides the address inside the cluster.</summary>
    public static ServiceSpecType NodePort { get; } = new("NodePort");

    /// <summary>An address outside the cluster, from the cloud or another load balancer.</summary>
    public static ServiceSpecType LoadBalancer { get; } = new("LoadBalancer");

    /// <summary>Whether both are the same.</summary>
    public static bool operator ==(ServiceSpecType left, ServiceSpecType right) => left.Equals(right);

    /// <summary>Whether they differ.</summary>
    public static bool operator !=(ServiceSpecType left, ServiceSpecType right) => !left.Equals(right);

    /// <summary>The value on the wire.</summary>
    public static explicit operator string(ServiceSpecType value) => value._value;

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override bool Equals(object? obj) => obj is ServiceSpecType other && Equals(other);

    /// <inheritdoc/>
    public bool Equals(ServiceSpecType other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public override int GetHashCode() => _value is null ? 0 : string.GetHashCode(_value, StringComparison.Ordinal);

    /// <summary>The value on the wire.</summary>
    public override string ToString() => _value;
}

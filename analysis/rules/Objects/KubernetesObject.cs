using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects;

/// <summary>A Kubernetes object that rules look at.</summary>
public sealed class KubernetesObject
{
    /// <summary>Reads what identifies an object.</summary>
    /// <param name="body">The whole object; secrets and unknowns are marked.</param>
    /// <param name="origin">Where it comes from.</param>
    public KubernetesObject(PropertyObject body, ObjectOrigin? origin = null)
    {
        ArgumentNullException.ThrowIfNull(body);
        Body = body;
        Origin = origin ?? ObjectOrigin.None;
        ApiVersion = this["apiVersion"].Text;
        Kind = this["kind"].Text;
        Group = ApiGroup.Of(ApiVersion);
        Field metadata = Metadata;
        Namespace = metadata["namespace"].ShownText;
        Place = metadata["namespace"].IsUnknown ? KubernetesNamespaces.Unknown : KubernetesNamespaces.PlaceOf(Namespace);
        Name = metadata["name"].ShownText;
        Workloads = Workload.Find(this);
    }

    /// <summary>The whole object.</summary>
    public PropertyObject Body { get; }

    /// <summary>Where the object comes from.</summary>
    public ObjectOrigin Origin { get; }

    /// <summary>Group and version, e.g. <c>apps/v1</c>; <c>v1</c> for the core group, empty when the object has none.</summary>
    public string ApiVersion { get; }

    /// <summary>The group, e.g. <c>apps</c>; empty for the core group.</summary>
    public string Group { get; }

    /// <summary>The kind, e.g. <c>Deployment</c>; empty when the object has none.</summary>
    public string Kind { get; }

    /// <summary>The namespace; empty for none, for the one that the client is set to, and while it is not known; <c>[secret]</c> where it is a secret.</summary>
    public string Namespace { get; }

    /// <summary>The namespace by which objects are compared; equal for none and for <c>default</c>, and like no other while it is not known.</summary>
    internal string Place { get; }

    /// <summary>The name; empty while it is not known, <c>[secret]</c> where it is a secret.</summary>
    public string Name { get; }

    /// <summary>The pods that the object makes, or is: one in a kind of Kubernetes' own, any number that have the shape in another; none when it holds none.</summary>
    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>The first of its <see cref="Workloads"/>; null when it holds none.</summary>
    public Workload? Workload => Workloads.Count == 0 ? null : Workloads[0];

    /// <summary>
    /// Whether another object made this one and keeps it (<c>metadata.ownerReferences</c>), as a Deployment does its ReplicaSets:
    /// what decides how many there are, and what stands beside them, is said of the owner.
    /// </summary>
    public bool IsOwned => Metadata["ownerReferences"].TryGetItems(out FieldItems owners) && owners.Count > 0;

    internal ObjectIdentity Identity => field ??= new ObjectIdentity(this);

    internal Field Metadata => this["metadata"];

    internal Field Spec => this["spec"];

    internal Field this[string name] => new(Body[name]);

    /// <summary>Whether the object is of a kind, in any version of its group.</summary>
    /// <param name="group">The group; empty for the core group.</param>
    /// <param name="kind">The kind.</param>
    public bool Is(string group, string kind) => Kind == kind && Group == group;

    /// <summary>Kind, namespace and name as messages write them: <c>Deployment spicedb/spicedb</c>, <c>Namespace spicedb</c>.</summary>
    public override string ToString() =>
        Namespace.Length == 0 ? $"{ShownKind} {ShownName}" : $"{ShownKind} {Namespace}/{ShownName}";

    private string ShownKind => Kind.Length == 0 ? "object" : Kind;

    private string ShownName => Name.Length == 0 ? "[unnamed]" : Name;

    // As ToString.
    internal void AppendTo(FindingTextBuffer buffer)
    {
        buffer.Append(ShownKind);
        buffer.Append(" ");
        if (Namespace.Length > 0)
        {
            buffer.Append(Namespace);
            buffer.Append("/");
        }

        buffer.Append(ShownName);
    }
}

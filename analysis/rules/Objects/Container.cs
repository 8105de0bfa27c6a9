using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects;

/// <summary>A container of a workload.</summary>
public sealed class Container
{
    internal Container(Workload workload, ContainerKind kind, string path, Field body)
    {
        Workload = workload;
        Kind = kind;
        Path = path;
        Body = body;
        Name = body["name"].ShownText;
    }

    /// <summary>The workload that it is part of.</summary>
    public Workload Workload { get; }

    /// <summary>What it is for.</summary>
    public ContainerKind Kind { get; }

    /// <summary>Its path in the object, e.g. <c>spec.template.spec.containers[0]</c>; that of the list while the list is not known.</summary>
    public string Path { get; }

    /// <summary>Its name; empty while it is not known, <c>[secret]</c> where it is a secret.</summary>
    public string Name { get; }

    /// <summary>Whether it keeps running: a normal container or a sidecar.</summary>
    public bool IsLongRunning => Kind is ContainerKind.Normal or ContainerKind.Sidecar;

    /// <summary>All its fields; unreadable while the list that it is in is not known.</summary>
    internal Field Body { get; }

    internal Field this[string name] => Body[name];

    /// <summary>The container as messages name it: <c>container 'spicedb'</c>, <c>init container 'migrate'</c>.</summary>
    public override string ToString() => $"{Noun} '{ShownName}'";

    private string ShownName => Name.Length == 0 ? "[unnamed]" : Name;

    // As ToString.
    internal void AppendTo(FindingTextBuffer buffer)
    {
        buffer.Append(Noun);
        buffer.Append(" '");
        buffer.Append(ShownName);
        buffer.Append("'");
    }

    private string Noun => Kind switch
    {
        ContainerKind.Init => "init container",
        ContainerKind.Sidecar => "sidecar",
        ContainerKind.Ephemeral => "ephemeral container",
        _ => "container",
    };
}

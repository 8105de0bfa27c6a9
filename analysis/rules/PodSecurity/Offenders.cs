using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity;

/// <summary>Names of containers or volumes for a message, in the order in which they were found.</summary>
internal struct Offenders
{
    private List<string>? _names;

    public readonly bool Any => _names is not null;

    /// <summary><c>container "a"</c> or <c>containers "a", "b"</c>.</summary>
    public readonly string Containers => (Count == 1 ? "container " : "containers ") + Quoted;

    /// <summary><c>volume "a"</c> or <c>volumes "a", "b"</c>.</summary>
    public readonly string Volumes => (Count == 1 ? "volume " : "volumes ") + Quoted;

    /// <summary>The verb that follows.</summary>
    public readonly string Use => Count == 1 ? "uses" : "use";

    private readonly int Count => _names?.Count ?? 0;

    private readonly string Quoted => _names is null ? "" : $"\"{string.Join("\", \"", _names)}\"";

    public void Add(Field named) => (_names ??= []).Add(named["name"].Shown);

    /// <summary><c>pod</c>, the containers, or both joined by <c>and</c>.</summary>
    public readonly string WithPod(bool isPod) => (isPod, Any) switch
    {
        (true, true) => "pod and " + Containers,
        (true, false) => "pod",
        _ => Containers,
    };
}

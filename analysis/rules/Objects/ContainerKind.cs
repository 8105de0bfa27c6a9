namespace Rampart.Rules.Objects;

/// <summary>What a container is for.</summary>
public enum ContainerKind
{
    /// <summary>It runs as long as the pod does.</summary>
    Normal,

    /// <summary>It runs before the others start, and ends.</summary>
    Init,

    /// <summary>An init container that keeps running (<c>restartPolicy: Always</c>).</summary>
    Sidecar,

    /// <summary>It was added to a running pod to look into it.</summary>
    Ephemeral,
}

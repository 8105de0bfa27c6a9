using Rampart.Protocol.Values;

namespace Rampart.Protocol.Monitor;

/// <summary>The names of the hooks of a resource, by when they are called.</summary>
public sealed record ResourceHooks
{
    /// <summary>Before creation.</summary>
    public IReadOnlyList<string> BeforeCreate { get; init; } = [];

    /// <summary>After creation.</summary>
    public IReadOnlyList<string> AfterCreate { get; init; } = [];

    /// <summary>Before an update.</summary>
    public IReadOnlyList<string> BeforeUpdate { get; init; } = [];

    /// <summary>After an update.</summary>
    public IReadOnlyList<string> AfterUpdate { get; init; } = [];

    /// <summary>Before deletion.</summary>
    public IReadOnlyList<string> BeforeDelete { get; init; } = [];

    /// <summary>After deletion.</summary>
    public IReadOnlyList<string> AfterDelete { get; init; } = [];

    /// <summary>When an operation fails.</summary>
    public IReadOnlyList<string> OnError { get; init; } = [];
}

/// <summary>A function of the program that an engine calls around operations on resources.</summary>
/// <param name="Name">A name, unique in the program.</param>
public sealed record HookRequest(string Name)
{
    /// <summary>Whether it is called in previews too; of no meaning for <see cref="OnError"/>.</summary>
    public bool OnDryRun { get; init; }

    /// <summary>Whether the operation goes on when the function fails; of no meaning for <see cref="OnError"/>.</summary>
    public bool IgnoreErrors { get; init; }

    /// <summary>The function, unless <see cref="OnError"/> is set. It fails the operation by an exception.</summary>
    public Func<HookCall, CancellationToken, ValueTask>? Around { get; init; }

    /// <summary>The function that is called when an operation fails, and answers whether it is to be tried again.</summary>
    public Func<HookCall, CancellationToken, ValueTask<bool>>? OnError { get; init; }
}

/// <summary>An operation on a resource, as its hooks see it.</summary>
/// <param name="Urn">The resource.</param>
/// <param name="Id">The provider's id; empty when there is none yet.</param>
/// <param name="Name">The logical name.</param>
/// <param name="Type">The type token.</param>
public sealed record HookCall(string Urn, string Id, string Name, string Type)
{
    /// <summary>The inputs to be; null when the resource goes.</summary>
    public PropertyObject? NewInputs { get; init; }

    /// <summary>The inputs so far; null when the resource is new.</summary>
    public PropertyObject? OldInputs { get; init; }

    /// <summary>The outputs that came of the operation; null before it.</summary>
    public PropertyObject? NewOutputs { get; init; }

    /// <summary>The outputs so far; null when the resource is new.</summary>
    public PropertyObject? OldOutputs { get; init; }

    /// <summary>The operation that failed: create, update, delete or read; empty when none did.</summary>
    public string FailedOperation { get; init; } = "";

    /// <summary>What went wrong, newest first.</summary>
    public IReadOnlyList<string> Errors { get; init; } = [];
}

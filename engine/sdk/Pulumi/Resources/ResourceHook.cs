using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Called by the engine around an operation on a resource.</summary>
/// <param name="args">The resource and the operation.</param>
/// <param name="cancellationToken">Ends the call.</param>
public delegate Task ResourceHookCallback(ResourceHookArgs args, CancellationToken cancellationToken = default);

/// <summary>Called by the engine when an operation fails; true tries again.</summary>
/// <param name="args">The resource and the failure.</param>
/// <param name="cancellationToken">Ends the call.</param>
public delegate Task<bool> ErrorHookCallback(ErrorHookArgs args, CancellationToken cancellationToken = default);

/// <summary>What a <see cref="ResourceHookCallback"/> is given.</summary>
/// <param name="urn">The resource's URN.</param>
/// <param name="id">Its id.</param>
/// <param name="name">Its logical name.</param>
/// <param name="type">Its type token.</param>
/// <param name="newInputs">Inputs after the operation.</param>
/// <param name="oldInputs">Inputs before the operation.</param>
/// <param name="newOutputs">Outputs after the operation.</param>
/// <param name="oldOutputs">Outputs before the operation.</param>
public class ResourceHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? newOutputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null)
{
    /// <summary>The resource's URN.</summary>
    public string Urn { get; } = urn;

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>Its logical name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type token.</summary>
    public string Type { get; } = type;

    /// <summary>Inputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    /// <summary>Inputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    /// <summary>Outputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewOutputs { get; } = newOutputs;

    /// <summary>Outputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;
}

/// <summary>What an <see cref="ErrorHookCallback"/> is given.</summary>
/// <param name="urn">The resource's URN.</param>
/// <param name="id">Its id.</param>
/// <param name="name">Its logical name.</param>
/// <param name="type">Its type token.</param>
/// <param name="newInputs">Inputs after the operation.</param>
/// <param name="oldInputs">Inputs before the operation.</param>
/// <param name="oldOutputs">Outputs before the operation.</param>
/// <param name="failedOperation">The operation.</param>
/// <param name="errors">What went wrong, newest first.</param>
public class ErrorHookArgs(
    string urn,
    string id,
    string name,
    string type,
    ImmutableDictionary<string, object?>? newInputs = null,
    ImmutableDictionary<string, object?>? oldInputs = null,
    ImmutableDictionary<string, object?>? oldOutputs = null,
    string failedOperation = "",
    IReadOnlyList<string>? errors = null)
{
    /// <summary>The resource's URN.</summary>
    public string Urn { get; } = urn;

    /// <summary>Its id.</summary>
    public string Id { get; } = id;

    /// <summary>Its logical name.</summary>
    public string Name { get; } = name;

    /// <summary>Its type token.</summary>
    public string Type { get; } = type;

    /// <summary>Inputs after the operation.</summary>
    public ImmutableDictionary<string, object?>? NewInputs { get; } = newInputs;

    /// <summary>Inputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldInputs { get; } = oldInputs;

    /// <summary>Outputs before the operation.</summary>
    public ImmutableDictionary<string, object?>? OldOutputs { get; } = oldOutputs;

    /// <summary>The operation.</summary>
    public string FailedOperation { get; } = failedOperation;

    /// <summary>What went wrong, newest first.</summary>
    public IReadOnlyList<string> Errors { get; } = errors ?? [];
}

/// <summary>When a hook runs.</summary>
public class ResourceHookOptions
{
    /// <summary>Whether it runs in preview too; default false.</summary>
    public bool? OnDryRun { get; set; }

    /// <summary>Whether its failure is only a warning; default false.</summary>
    public bool? IgnoreErrors { get; set; }
}

/// <summary>A function that the engine calls around operations.</summary>
public class ResourceHook
{
    /// <summary>Makes a function known to the engine.</summary>
    /// <param name="name">A name, unique in the program.</param>
    /// <param name="callback">The function.</param>
    /// <param name="options">When it runs.</param>
    public ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options = null)
        : this(name, callback, options, registered: null) =>
        Registered = Deployment.Current?.RegisterHook(this) ?? Task.CompletedTask;

    internal ResourceHook(string name, ResourceHookCallback callback, ResourceHookOptions? options, Task? registered)
    {
        Name = name;
        Callback = callback;
        Options = options ?? new ResourceHookOptions();
        Registered = registered ?? Task.CompletedTask;
    }

    /// <summary>A name, unique in the program.</summary>
    public string Name { get; }

    /// <summary>The function.</summary>
    public ResourceHookCallback Callback { get; }

    /// <summary>When it runs.</summary>
    public ResourceHookOptions Options { get; }

    /// <summary>Completes when the engine knows the function.</summary>
    internal Task Registered { get; }
}

/// <summary>A function that the engine calls when an operation fails.</summary>
public class ErrorHook
{
    /// <summary>Makes a function known to the engine.</summary>
    /// <param name="name">A name, unique in the program.</param>
    /// <param name="callback">The function.</param>
    public ErrorHook(string name, ErrorHookCallback callback)
        : this(name, callback, registered: null) =>
        Registered = Deployment.Current?.RegisterHook(this) ?? Task.CompletedTask;

    internal ErrorHook(string name, ErrorHookCallback callback, Task? registered)
    {
        Name = name;
        Callback = callback;
        Registered = registered ?? Task.CompletedTask;
    }

    /// <summary>A name, unique in the program.</summary>
    public string Name { get; }

    /// <summary>The function.</summary>
    public ErrorHookCallback Callback { get; }

    /// <summary>Completes when the engine knows the function.</summary>
    internal Task Registered { get; }
}

/// <summary>The hooks of a resource.</summary>
public class ResourceHookBinding
{
    /// <summary>Before creation.</summary>
    public List<ResourceHook> BeforeCreate { get; set; } = [];

    /// <summary>After creation.</summary>
    public List<ResourceHook> AfterCreate { get; set; } = [];

    /// <summary>Before an update.</summary>
    public List<ResourceHook> BeforeUpdate { get; set; } = [];

    /// <summary>After an update.</summary>
    public List<ResourceHook> AfterUpdate { get; set; } = [];

    /// <summary>Before deletion.</summary>
    public List<ResourceHook> BeforeDelete { get; set; } = [];

    /// <summary>After deletion.</summary>
    public List<ResourceHook> AfterDelete { get; set; } = [];

    /// <summary>When an operation fails.</summary>
    public List<ErrorHook> OnError { get; set; } = [];

    /// <summary>Whether there are no hooks.</summary>
    public bool IsEmpty =>
        BeforeCreate.Count + AfterCreate.Count + BeforeUpdate.Count + AfterUpdate.Count
        + BeforeDelete.Count + AfterDelete.Count + OnError.Count == 0;

    /// <summary>A copy.</summary>
    public ResourceHookBinding Clone() => new ResourceHookBinding().Concat(this);

    /// <summary>A new binding with these hooks and then another's.</summary>
    /// <param name="other">The other binding.</param>
    public ResourceHookBinding Concat(ResourceHookBinding other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return new ResourceHookBinding
        {
            BeforeCreate = [.. BeforeCreate, .. other.BeforeCreate],
            AfterCreate = [.. AfterCreate, .. other.AfterCreate],
            BeforeUpdate = [.. BeforeUpdate, .. other.BeforeUpdate],
            AfterUpdate = [.. AfterUpdate, .. other.AfterUpdate],
            BeforeDelete = [.. BeforeDelete, .. other.BeforeDelete],
            AfterDelete = [.. AfterDelete, .. other.AfterDelete],
            OnError = [.. OnError, .. other.OnError],
        };
    }
}

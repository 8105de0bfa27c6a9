using System.Collections.Immutable;

namespace Pulumi;

/// <summary>Changes the args and options of a resource when the engine asks; null leaves them as they are.</summary>
/// <param name="args">The resource's name, type, args and options.</param>
/// <param name="cancellationToken">Ends the call.</param>
public delegate Task<ResourceTransformResult?> ResourceTransform(ResourceTransformArgs args, CancellationToken cancellationToken = default);

/// <summary>What a <see cref="ResourceTransform"/> is given.</summary>
/// <param name="name">The logical name.</param>
/// <param name="type">The type token.</param>
/// <param name="custom">Whether a provider manages the resource.</param>
/// <param name="args">The inputs by wire name.</param>
/// <param name="options">The options.</param>
public readonly struct ResourceTransformArgs(string name, string type, bool custom, ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    /// <summary>The logical name.</summary>
    public string Name { get; } = name;

    /// <summary>The type token.</summary>
    public string Type { get; } = type;

    /// <summary>Whether a provider manages the resource.</summary>
    public bool Custom { get; } = custom;

    /// <summary>The inputs by wire name.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options.</summary>
    public ResourceOptions Options { get; } = options;
}

/// <summary>What a <see cref="ResourceTransform"/> gives.</summary>
/// <param name="args">The inputs to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct ResourceTransformResult(ImmutableDictionary<string, object?> args, ResourceOptions options)
{
    /// <summary>The inputs to use.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options to use.</summary>
    public ResourceOptions Options { get; } = options;
}

/// <summary>Changes the arguments and options of a function call when the engine asks; null leaves them as they are.</summary>
/// <param name="args">The function, its arguments and options.</param>
/// <param name="cancellationToken">Ends the call.</param>
public delegate Task<InvokeTransformResult?> InvokeTransform(InvokeTransformArgs args, CancellationToken cancellationToken = default);

/// <summary>What an <see cref="InvokeTransform"/> is given.</summary>
/// <param name="token">The function.</param>
/// <param name="args">Its arguments by wire name.</param>
/// <param name="options">The options.</param>
public readonly struct InvokeTransformArgs(string token, ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    /// <summary>The function.</summary>
    public string Token { get; } = token;

    /// <summary>Its arguments by wire name.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options.</summary>
    public InvokeOptions Options { get; } = options;
}

/// <summary>What an <see cref="InvokeTransform"/> gives.</summary>
/// <param name="args">The arguments to use.</param>
/// <param name="options">The options to use.</param>
public readonly struct InvokeTransformResult(ImmutableDictionary<string, object?> args, InvokeOptions options)
{
    /// <summary>The arguments to use.</summary>
    public ImmutableDictionary<string, object?> Args { get; } = args;

    /// <summary>The options to use.</summary>
    public InvokeOptions Options { get; } = options;
}

namespace Pulumi;

/// <summary>A value that the stack's state keeps: the one of the first deployment, until the resource is replaced.</summary>
/// <param name="name">The logical name.</param>
/// <param name="args">The value.</param>
/// <param name="options">How the resource is managed.</param>
public sealed class Stash(string name, StashArgs args, CustomResourceOptions? options = null)
    : CustomResource("pulumi:index:Stash", name, args, options)
{
    /// <summary>The value that is kept.</summary>
    [Output("output")]
    public Output<object> Output { get; private set; } = null!;

    /// <summary>The value that was given last.</summary>
    [Output("input")]
    public Output<object> Input { get; private set; } = null!;
}

/// <summary>The inputs of a <see cref="Stash"/>.</summary>
public sealed class StashArgs : ResourceArgs
{
    /// <summary>The value to keep. Required.</summary>
    [Input("input", required: true)]
    public Input<object> Input { get; set; } = null!;
}

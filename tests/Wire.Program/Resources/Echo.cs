using System.Collections.Immutable;
using Pulumi;

namespace Rampart.WireProgram.Resources;

/// <summary>A resource whose outputs are its inputs.</summary>
public class Echo : CustomResource
{
    /// <summary>The usual type; others are known to the scripted engine.</summary>
    public const string Token = "test:index:Echo";

    [Output("any")]
    public Output<object> Any { get; private set; } = null!;

    [Output("flag")]
    public Output<bool> Flag { get; private set; } = null!;

    [Output("integer")]
    public Output<int> Integer { get; private set; } = null!;

    [Output("list")]
    public Output<ImmutableArray<string>> List { get; private set; } = null!;

    [Output("map")]
    public Output<ImmutableDictionary<string, string>> Map { get; private set; } = null!;

    [Output("number")]
    public Output<double?> Number { get; private set; } = null!;

    [Output("part")]
    public Output<Part> Part { get; private set; } = null!;

    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    public Echo(string name, EchoArgs? args = null, CustomResourceOptions? options = null, string type = Token)
        : base(type, name, args ?? new EchoArgs(), options)
    {
    }
}

/// <summary>What a <see cref="PartArgs"/> becomes.</summary>
[OutputType]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1051", Justification = "The form that generated packages have.")]
public sealed class Part
{
    public readonly Part? Inner;
    public readonly string Name;
    public readonly int? Size;

    [OutputConstructor]
    private Part(Part? inner, string name, int? size)
    {
        Inner = inner;
        Name = name;
        Size = size;
    }
}

using System.Collections.Immutable;

namespace Pulumi.Tests;

/// <summary>A custom resource with a few outputs, as a provider's package would declare it by hand.</summary>
[ResourceType("test:index:Thing", null)]
public sealed class Thing(string name, ResourceArgs? args = null, CustomResourceOptions? options = null)
    : CustomResource(Token, name, args ?? ResourceArgs.Empty, options)
{
    public const string Token = "test:index:Thing";

    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    [Output("number")]
    public Output<int> Number { get; private set; } = null!;

    [Output("list")]
    public Output<ImmutableArray<string>> List { get; private set; } = null!;
}

/// <summary>The inputs of a <see cref="Thing"/>.</summary>
public sealed class ThingArgs : ResourceArgs
{
    [Input("list")]
    private InputList<string>? _list;

    [Input("text")]
    public Input<string>? Text { get; set; }

    [Input("number")]
    public Input<int>? Number { get; set; }

    public InputList<string> List
    {
        get => _list ??= [];
        set => _list = value;
    }

    [Input("map")]
    public InputMap<string>? Map { get; set; }

    [Input("any")]
    public object? Any { get; set; }
}

/// <summary>Any value as the input <c>value</c>.</summary>
public sealed class AnyArgs : ResourceArgs
{
    [Input("value")]
    public object? Value { get; set; }

    public static AnyArgs Of(object? value) => new() { Value = value };
}

/// <summary>A component without children of its own.</summary>
public sealed class Group(string name, ComponentResourceOptions? options = null)
    : ComponentResource("test:index:Group", name, options);

/// <summary>A provider of the package <c>test</c>, or of another.</summary>
public sealed class Provider(string name, string package = "test") : ProviderResource(package, name, ResourceArgs.Empty, options: null);

/// <summary>A component that a provider constructs.</summary>
public sealed class RemoteGroup(string name, ResourceArgs? args = null, ComponentResourceOptions? options = null)
    : ComponentResource("test:index:RemoteGroup", name, args, options, remote: true);

using Pulumi;

namespace Rampart.WireProgram.Resources;

/// <summary>A component of this program.</summary>
public class Group : ComponentResource
{
    public Group(string name, ComponentResourceOptions? options = null, string type = "test:index:Group")
        : base(type, name, options)
    {
    }

    public Group(string name, ResourceArgs args, ComponentResourceOptions? options = null)
        : base("test:index:Group", name, args, options)
    {
    }

    /// <summary>Completes the component.</summary>
    public void Complete() => RegisterOutputs();

    /// <summary>Completes the component with outputs.</summary>
    public void Complete(IDictionary<string, object?> outputs) => RegisterOutputs(outputs);

    /// <summary>Completes the component with outputs that come later.</summary>
    public void Complete(Task<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);

    /// <summary>Completes the component with outputs that may not be known.</summary>
    public void Complete(Output<IDictionary<string, object?>> outputs) => RegisterOutputs(outputs);
}

/// <summary>A component that its provider constructs.</summary>
public class RemoteGroup : ComponentResource
{
    [Output("text")]
    public Output<string> Text { get; private set; } = null!;

    public RemoteGroup(string name, EchoArgs? args = null, ComponentResourceOptions? options = null)
        : base("test:index:Remote", name, args ?? new EchoArgs(), options, remote: true)
    {
    }
}

/// <summary>The provider of the package <c>test</c>.</summary>
public class TestProvider : ProviderResource
{
    public TestProvider(string name, TestProviderArgs? args = null, CustomResourceOptions? options = null, string package = "test")
        : base(package, name, args ?? new TestProviderArgs(), options)
    {
    }
}

/// <summary>Provider settings, which are JSON texts on the wire.</summary>
public sealed class TestProviderArgs : ResourceArgs
{
    [Input("enabled", json: true)]
    public Input<bool>? Enabled { get; set; }

    [Input("region")]
    public Input<string>? Region { get; set; }
}

/// <summary>Arguments of functions.</summary>
public sealed class EchoInvokeArgs : InvokeArgs
{
    [Input("any")]
    public object? Any { get; set; }

    [Input("output")]
    public Input<string>? Output { get; set; }

    [Input("text")]
    public string? Text { get; set; }
}

/// <summary>Arguments of methods.</summary>
public sealed class EchoCallArgs : CallArgs
{
    [Input("list")]
    public InputList<string>? List { get; set; }

    [Input("text")]
    public Input<string>? Text { get; set; }
}

/// <summary>The answer of functions and methods.</summary>
[OutputType]
[System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "CA1051", Justification = "The form that generated packages have.")]
public sealed class EchoResult
{
    public readonly string? Text;

    [OutputConstructor]
    private EchoResult(string? text) => Text = text;
}

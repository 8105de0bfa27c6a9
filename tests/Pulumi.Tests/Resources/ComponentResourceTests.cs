using Pulumi.Testing;

namespace Pulumi.Tests;

public sealed class ComponentResourceTests
{
    [Fact]
    public async Task RegisterOutputs_OfProperties_UsesWireNames()
    {
        RecordingMocks mocks = new();
        await Programs.RunAsync(mocks, () => new Named("named"));

        MockRegisterResourceOutputsRequest request = mocks.Outputs.Single(static outputs => outputs.Urn.EndsWith("::named", StringComparison.Ordinal));
        Assert.Equal(["Count", "hidden", "theName"], request.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new OutputState("'n'"), await OutputState.OfAsync(request.Outputs["theName"]));
        Assert.Equal(new OutputState("5d"), await OutputState.OfAsync(request.Outputs["Count"]));
        Assert.Equal(new OutputState("'h'", IsSecret: true), await OutputState.OfAsync(request.Outputs["hidden"]));
    }

    private sealed class Named : ComponentResource
    {
        public Named(string name)
            : base("test:index:Named", name)
        {
            Name = Output.Create("n");
            Count = Output.Create(Outputs.LaterAsync(5));
            Hidden = Output.CreateSecret("h");
            Inner = Output.Create("i");
            RegisterOutputs();
        }

        [Output("theName")]
        public Output<string> Name { get; private set; }

        [Output]
        public Output<int> Count { get; private set; }

        [Output("hidden")]
        public Output<string> Hidden { get; private set; }

        [Output]
        public Output<string>? Nothing { get; private set; }

        public Output<string> Plain { get; } = Output.Create("p");

        [Output("inner")]
        internal Output<string> Inner { get; private set; }
    }

    public static TheoryData<string> Cases() => [.. Ways.Keys];

    private static readonly Dictionary<string, Func<Group3, string>> Ways = new(StringComparer.Ordinal)
    {
        ["dictionary"] = group => group.Register(new Dictionary<string, object?> { ["a"] = Output.Create(1), ["b"] = "x", ["c"] = null }),
        ["task"] = group => group.Register(Outputs.LaterAsync<IDictionary<string, object?>>(new Dictionary<string, object?> { ["a"] = 1, ["b"] = "x" })),
        ["output"] = group => group.Register(Output.Create<IDictionary<string, object?>>(new Dictionary<string, object?> { ["a"] = 1, ["b"] = (Input<string>)"x" })),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task RegisterOutputs_AnyOverload_SendsOutputs(string name)
    {
        RecordingMocks mocks = new();
        await Programs.RunAsync(mocks, () => Ways[name](new Group3("group")));

        MockRegisterResourceOutputsRequest request = mocks.Outputs.Single(static outputs => outputs.Urn.EndsWith("::group", StringComparison.Ordinal));
        Assert.Equal(["a", "b"], request.Outputs.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(new OutputState("1d"), await OutputState.OfAsync(request.Outputs["a"]));
        Assert.Equal(new OutputState("'x'"), await OutputState.OfAsync(request.Outputs["b"]));
    }

    private sealed class Group3(string name) : ComponentResource("test:index:Group3", name)
    {
        public string Register(IDictionary<string, object?> outputs)
        {
            RegisterOutputs(outputs);
            return "";
        }

        public string Register(Task<IDictionary<string, object?>> outputs)
        {
            RegisterOutputs(outputs);
            return "";
        }

        public string Register(Output<IDictionary<string, object?>> outputs)
        {
            RegisterOutputs(outputs);
            return "";
        }
    }

    [Fact]
    public async Task Args_OfComponent_AreSent()
    {
        RecordingMocks mocks = new();
        await Programs.RunAsync(mocks, () => new ComponentResource("test:index:WithArgs", "with", new ThingArgs { Text = "a", Number = Output.Create(1) }, options: null));

        Assert.Equal("{number: 1d, text: 'a'}", Text.Of(mocks["with"].Inputs));
    }

    [Fact]
    public async Task RegisterOutputs_Fails_IsReported()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () => new Group3("group").Register(new Dictionary<string, object?> { ["a"] = 1L }));

        Assert.Contains("System.Int64 is not a supported argument type.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outputs_OfLocalComponent_StayAsTheConstructorLeftThem()
    {
        Unset component = null!;
        await Programs.RunAsync(new RecordingMocks(), () => component = new Unset("unset"));

        Assert.Null(component.Value);
    }

    private sealed class Unset(string name) : ComponentResource("test:index:Unset", name)
    {
        [Output("value")]
        public Output<string>? Value { get; private set; }
    }

    [Fact]
    public async Task Outputs_OfRemoteComponent_AreTheProviders()
    {
        RecordingMocks mocks = new() { OnResource = static _ => ("", new Dictionary<string, object> { ["value"] = "far" }) };
        OutputState state = null!;
        await Deployment.TestAsync(mocks, Programs.Update, async () => state = await OutputState.OfAsync(new Remote("remote").Value));

        Assert.Equal(new OutputState("'far'", Resources: "remote"), state);
    }

    private sealed class Remote(string name) : ComponentResource("test:index:Remote", name, ResourceArgs.Empty, options: null, remote: true)
    {
        [Output("value")]
        public Output<string> Value { get; private set; } = null!;
    }
}

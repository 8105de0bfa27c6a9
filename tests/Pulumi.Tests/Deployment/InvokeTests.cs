using System.Collections.Immutable;

namespace Pulumi.Tests;

public sealed class InvokeTests
{
    [Fact]
    public async Task Invoke_KnownArgs_GivesResult()
    {
        RecordingMocks mocks = new() { OnCall = static args => new Dictionary<string, object> { ["text"] = "answer", ["number"] = args.Args["number"] } };
        OutputState output = null!, secret = null!;
        string text = "";
        await Deployment.TestAsync(mocks, Programs.Preview, async () =>
        {
            DeploymentInstance instance = Deployment.Instance;
            output = await OutputState.OfAsync(instance.Invoke<Answer>("test:index:ask", new AskArgs { Number = 5 }));
            secret = await OutputState.OfAsync(instance.Invoke<Answer>("test:index:ask", new AskArgs { Number = Output.CreateSecret(6) }));
            text = (await instance.InvokeAsync<Answer>("test:index:ask", new AskArgs { Number = 7 })).ToString();
        });

        Assert.Equal(new OutputState("answer 5"), output);
        Assert.Equal(new OutputState("answer 6"), secret);
        Assert.Equal("answer 7", text);
        Assert.Equal(
            ["test:index:ask {number: 5d} ", "test:index:ask {number: 6d} ", "test:index:ask {number: 7d} "],
            mocks.Calls.Select(static call => $"{call.Token} {Text.Of(call.Args)} {call.Provider}"));
    }

    [Fact]
    public async Task Invoke_UnknownArgs_IsUnknownWithoutACall()
    {
        RecordingMocks mocks = new();
        OutputState state = null!;
        await Deployment.TestAsync(mocks, Programs.Preview, async () =>
            state = await OutputState.OfAsync(Deployment.Instance.Invoke<Answer>("test:index:ask", new AskArgs { Number = Outputs.Unknown(5) })));

        Assert.Equal(new OutputState("", IsKnown: false), state);
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task Invoke_ArgsFromResource_KeepsResources()
    {
        RecordingMocks mocks = new() { OnCall = static args => new Dictionary<string, object> { ["text"] = args.Args["text"] } };
        OutputState state = null!;
        await Deployment.TestAsync(mocks, Programs.Update, async () =>
            state = await OutputState.OfAsync(Deployment.Instance.Invoke<Answer>("test:index:ask", new AskArgs { Text = new Thing("thing").Id })));

        Assert.Equal(new OutputState("thing-id 0", Resources: "thing"), state);
    }

    [Fact]
    public async Task Invoke_DependsOnUnknownResource_IsUnknown()
    {
        RecordingMocks mocks = new() { OnResource = static args => (null, args.Inputs) };
        OutputState state = null!;
        await Deployment.TestAsync(mocks, Programs.Preview, async () =>
        {
            Group group = new("group");
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group });
            state = await OutputState.OfAsync(Deployment.Instance.Invoke<Answer>(
                "test:index:ask", new AskArgs { Number = 5 }, new InvokeOutputOptions { DependsOn = { group } }));
        });

        Assert.Equal(new OutputState("", IsKnown: false), state with { Resources = "" });
        Assert.Empty(mocks.Calls);
    }

    [Fact]
    public async Task InvokeSingle_OneField_GivesIt()
    {
        RecordingMocks mocks = new() { OnCall = static _ => new Dictionary<string, object> { ["only"] = "value" } };
        OutputState output = null!;
        string text = "";
        await Deployment.TestAsync(mocks, Programs.Update, async () =>
        {
            output = await OutputState.OfAsync(Deployment.Instance.InvokeSingle<string>("test:index:ask", new AskArgs()));
            text = await Deployment.Instance.InvokeSingleAsync<string>("test:index:ask", new AskArgs());
            await Deployment.Instance.InvokeAsync("test:index:ask", InvokeArgs.Empty);
        });

        Assert.Equal(new OutputState("'value'"), output);
        Assert.Equal("value", text);
        Assert.Equal(3, mocks.Calls.Count);
    }

    [Fact]
    public async Task Invoke_Provider_IsSent()
    {
        RecordingMocks mocks = new();
        await Deployment.TestAsync(mocks, Programs.Update, async () =>
        {
            Provider provider = new("p");
            Group group = new("group", new ComponentResourceOptions { Provider = new Provider("q") });
            await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>("test:index:ask", new AskArgs(), new InvokeOptions { Provider = provider });
            await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>("test:index:ask", new AskArgs(), new InvokeOptions { Parent = group });
            await Deployment.Instance.InvokeAsync<ImmutableDictionary<string, object>>("test:index:ask", new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty.Add("a", 1)));
        });

        Assert.Equal(["p-id", "q-id", ""], mocks.Calls.Select(static call => call.Provider!.Split("::")[^1]));
        Assert.Equal("{a: 1d}", Text.Of(mocks.Calls[2].Args));
    }

    [Fact]
    public async Task Invoke_MockFails_IsReported()
    {
        RecordingMocks mocks = new() { OnCall = static _ => throw new FormatException("no answer") };
        string message = await Programs.FailAsync(mocks, () => Deployment.Instance.Invoke<Answer>("test:index:ask", new AskArgs()));

        Assert.Equal("System.FormatException: no answer", Programs.WithoutProgram(message));
    }

    [Fact]
    public async Task Call_WithSelf_SendsIt()
    {
        RecordingMocks mocks = new() { OnCall = static _ => new Dictionary<string, object> { ["text"] = "called" } };
        OutputState state = null!;
        await Deployment.TestAsync(mocks, Programs.Update, async () =>
        {
            Thing thing = new("thing");
            state = await OutputState.OfAsync(Deployment.Instance.Call<Answer>("test:index:Thing/ask", new AskCallArgs { Number = 5 }, thing));
            Deployment.Instance.Call("test:index:Thing/tell", CallArgs.Empty, thing);
        });

        Assert.Equal("called 0", state.Value);
        Assert.Equal(
            ["test:index:Thing/ask __self__ number", "test:index:Thing/tell __self__"],
            mocks.Calls.Select(static call => $"{call.Token} {string.Join(' ', call.Args.Keys.Order(StringComparer.Ordinal))}"));
        Assert.IsType<Thing>(mocks.Calls[0].Args["__self__"]);
    }

    [OutputType]
    private sealed class Answer
    {
        private readonly string? _text;
        private readonly int _number;

        [OutputConstructor]
        private Answer(string? text, int number)
        {
            _text = text;
            _number = number;
        }

        public override string ToString() => FormattableString.Invariant($"{_text} {_number}");
    }

    private sealed class AskArgs : InvokeArgs
    {
        [Input("number")]
        public Input<int>? Number { get; set; }

        [Input("text")]
        public Input<string>? Text { get; set; }
    }

    private sealed class AskCallArgs : CallArgs
    {
        [Input("number")]
        public Input<int>? Number { get; set; }
    }
}

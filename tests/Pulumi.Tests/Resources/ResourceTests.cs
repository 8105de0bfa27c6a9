using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.Tests;

public sealed class ResourceTests
{
    public static TheoryData<string?, string?, string> BadNames() => new()
    {
        { "", "name", "'type' cannot be null or empty. (Parameter 'type')" },
        { null, "name", "'type' cannot be null or empty. (Parameter 'type')" },
        { "a:b:c", "", "'name' cannot be null or empty. (Parameter 'name')" },
        { "a:b:c", null, "'name' cannot be null or empty. (Parameter 'name')" },
    };

    [Theory]
    [MemberData(nameof(BadNames))]
    public async Task Constructor_WithoutTypeOrName_Throws(string? type, string? name, string expected)
    {
        string custom = "", component = "";
        await Programs.RunAsync(new RecordingMocks(), () =>
        {
            custom = Assert.Throws<ArgumentException>(() => new CustomResource(type!, name!, ResourceArgs.Empty, options: null)).Message;
            component = Assert.Throws<ArgumentException>(() => new ComponentResource(type!, name!)).Message;
        });

        Assert.Equal(expected, custom);
        Assert.Equal(expected, component);
    }

    [Fact]
    public async Task Constructor_AnyResource_KeepsTypeAndName()
    {
        Thing thing = null!;
        Provider provider = null!;
        await Programs.RunAsync(new RecordingMocks(), () =>
        {
            thing = new Thing("a b");
            provider = new Provider("p");
        });

        Assert.Equal(("test:index:Thing", "a b"), (thing.GetResourceType(), thing.GetResourceName()));
        Assert.Equal(("pulumi:providers:test", "p"), (provider.GetResourceType(), provider.GetResourceName()));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Constructor_AnyResource_AsksTheMocks(bool answersLater)
    {
        RecordingMocks mocks = new() { AnswersLater = answersLater };
        ImmutableArray<Resource> resources = await Programs.RunAsync(mocks, () =>
        {
            Group group = new("group");
            _ = new Thing("thing", new ThingArgs { Text = "a" }, new CustomResourceOptions { Parent = group, ImportId = "old" });
        });

        MockResourceArgs component = mocks["group"];
        MockResourceArgs custom = mocks["thing"];
        Assert.Equal(("test:index:Group", "{}", "", ""), (component.Type, Text.Of(component.Inputs), component.Provider, component.Id));
        Assert.Equal(("test:index:Thing", "{text: 'a'}", "", "old"), (custom.Type, Text.Of(custom.Inputs), custom.Provider, custom.Id));
        Assert.Equal(["Group", "Thing"], resources.Select(static resource => resource.GetType().Name));
    }

    [Fact]
    public async Task Urn_OfNestedResources_EndsWithTypeAndName()
    {
        OutputState state = null!;
        await Deployment.TestAsync(new RecordingMocks(), Programs.Preview, async () =>
        {
            Group group = new("group");
            state = await OutputState.OfAsync(new Thing("thing", options: new CustomResourceOptions { Parent = group }).Urn);
        });

        Assert.True(state.IsKnown);
        Assert.Equal("thing", state.Resources);
        Assert.StartsWith("'urn:pulumi:stack::project::", state.Value, StringComparison.Ordinal);
        Assert.EndsWith("$test:index:Thing::thing'", state.Value, StringComparison.Ordinal);
    }

    [Fact]
    public async Task DependsOn_LaterResource_IsRegisteredAfter()
    {
        RecordingMocks mocks = new() { AnswersLater = true };
        await Programs.RunAsync(mocks, () =>
        {
            TaskCompletionSource<string> gate = new();
            Thing first = new("first", new ThingArgs { Text = Output.Create(gate.Task) });
            _ = new Thing("second", options: new CustomResourceOptions { DependsOn = { first } });
            _ = new Thing("third", new ThingArgs { Text = first.Id });
            _ = new Thing("free");
            gate.SetResult("open");
        });

        string[] order = [.. mocks.Resources.Select(static args => args.Name!)];
        Assert.Equal(["first", "free", "second", "third"], order.Order(StringComparer.Ordinal));
        Assert.True(Array.IndexOf(order, "first") < Array.IndexOf(order, "second"), string.Join(' ', order));
        Assert.True(Array.IndexOf(order, "first") < Array.IndexOf(order, "third"), string.Join(' ', order));
    }

    [Fact]
    public async Task Id_Option_ReadsInsteadOfRegistering()
    {
        RecordingMocks mocks = new() { OnResource = static args => (args.Id, new Dictionary<string, object> { ["text"] = "read " + args.Id }) };
        OutputState id = null!, text = null!, later = null!;
        await Deployment.TestAsync(mocks, Programs.Preview, async () =>
        {
            Thing thing = new("thing", new ThingArgs { Number = 1 }, new CustomResourceOptions { Id = "old" });
            id = await OutputState.OfAsync(thing.Id);
            text = await OutputState.OfAsync(thing.Text);
            later = await OutputState.OfAsync(new Thing("later", options: new CustomResourceOptions { Id = Output.Create(Outputs.LaterAsync("x")) }).Text);
        });

        Assert.Equal(new OutputState("'old'", Resources: "thing"), id);
        Assert.Equal(new OutputState("'read old'", Resources: "thing"), text);
        Assert.Equal(new OutputState("'read x'", Resources: "later"), later);
        Assert.Equal(("old", "{number: 1d}"), (mocks["thing"].Id, Text.Of(mocks["thing"].Inputs)));
    }

    [Fact]
    public async Task Id_OptionOfComponent_Fails()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () => new Group("group", new ComponentResourceOptions { Id = "x" }));

        Assert.Equal("System.ArgumentException: ResourceOptions.Id is only valid for a CustomResource", Programs.WithoutProgram(message));
    }

    [Fact]
    public async Task Id_UnknownOption_Registers()
    {
        RecordingMocks mocks = new();
        await Deployment.TestAsync(mocks, Programs.Preview, () =>
        {
            _ = new Thing("thing", options: new CustomResourceOptions { Id = Outputs.Unknown("x") });
        });

        Assert.Equal("", mocks["thing"].Id);
    }

    [Fact]
    public async Task Urn_Option_GetsTheResource()
    {
        RecordingMocks mocks = new();
        OutputState id = null!, text = null!;
        await Deployment.TestAsync(mocks, Programs.Update, async () =>
        {
            Thing first = new("first", new ThingArgs { Text = "a" });
            string urn = await Pulumi.Utilities.OutputUtilities.GetValueAsync(first.Urn);
            Thing same = new("same", options: new CustomResourceOptions { Urn = urn });
            id = await OutputState.OfAsync(same.Id);
            text = await OutputState.OfAsync(same.Text);
        });

        Assert.Equal(new OutputState("'first-id'", Resources: "same"), id);
        Assert.Equal(new OutputState("'a'", Resources: "same"), text);
        Assert.Equal(["first"], mocks.Resources.Select(static args => args.Name));
    }

    [Fact]
    public async Task Constructor_OutsideDeployment_Throws()
    {
        InvalidOperationException exception = await Task.Run(() => Assert.Throws<InvalidOperationException>(() => new Thing("thing")), TestContext.Current.CancellationToken);

        Assert.Equal("Trying to acquire Deployment.Instance before 'Run' was called.", exception.Message);
    }

    [Fact]
    public async Task Output_WrongPropertyType_Fails()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () => new Misfit("misfit"));

        Assert.Equal(
            "Output(s) 'value' have incorrect type. [Output] attributed properties must be instances of Output<T>.",
            message);
    }

    [Fact]
    public async Task MockFails_Message_ReachesTheTest()
    {
        RecordingMocks mocks = new() { OnResource = static _ => throw new FormatException("no answer") };

        string message = await Programs.FailAsync(mocks, () => new Thing("thing"));

        Assert.Equal("System.FormatException: no answer", Programs.WithoutProgram(message));
    }

    [Fact]
    public async Task MockAnswer_NotADictionary_Fails()
    {
        RecordingMocks mocks = new() { OnResource = static _ => ("id", 5L) };

        string message = await Programs.FailAsync(mocks, () => new Thing("thing"));

        Assert.Contains("System.Int64 is not a supported argument type.", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Stash_AnyValue_IsKept()
    {
        RecordingMocks mocks = new() { OnResource = static args => ("id", args.Inputs.Add("output", "kept")) };
        OutputState input = null!, output = null!;
        await Deployment.TestAsync(mocks, Programs.Update, async () =>
        {
            Stash stash = new("stash", new StashArgs { Input = Output.CreateSecret((object)"given") });
            input = await OutputState.OfAsync(stash.Input);
            output = await OutputState.OfAsync(stash.Output);
        });

        Assert.Equal(("pulumi:index:Stash", "{input: 'given'}"), (mocks["stash"].Type, Text.Of(mocks["stash"].Inputs)));
        Assert.Equal(new OutputState("'given'", Resources: "stash"), input);
        Assert.Equal(new OutputState("'kept'", Resources: "stash"), output);
    }

    private sealed class Misfit(string name) : CustomResource("test:index:Misfit", name, ResourceArgs.Empty, options: null)
    {
        [Output("value")]
        public string? Value { get; private set; }
    }
}

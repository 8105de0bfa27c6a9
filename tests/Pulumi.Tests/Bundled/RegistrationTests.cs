using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi.Tests;

/// <summary>What the engine is sent of a resource.</summary>
public sealed class RegistrationTests
{
    private static readonly string ThingUrn = SpyMonitor.UrnOf("test:index:Thing", "a");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Register_InputsFromResources_NameDependencies(bool answersLater)
    {
        SpyMonitor monitor = new() { AnswersLater = answersLater };
        await monitor.RunAsync(() =>
        {
            Thing a = new("a");
            Thing b = new("b");
            Thing c = new("c");
            _ = new Thing(
                "thing",
                new ThingArgs { Text = Output.Format($"{b.Id} {a.Id}"), Number = 1, List = { a.Id }, Map = new InputMap<string>() },
                new CustomResourceOptions { DependsOn = { c } });
        });

        RegisterResourceRequest request = monitor["thing"];
        string b = SpyMonitor.UrnOf("test:index:Thing", "b"), c = SpyMonitor.UrnOf("test:index:Thing", "c");
        Assert.Equal([ThingUrn, b, c], request.Dependencies);
        Assert.Equal(
            [$"list: {ThingUrn}", $"text: {ThingUrn} {b}"],
            request.PropertyDependencies.Select(static dependency => $"{dependency.Property}: {string.Join(' ', dependency.Urns)}"));
    }

    [Fact]
    public async Task Register_DependsOnComponent_NamesWhatIsInIt()
    {
        SpyMonitor monitor = new();
        await monitor.RunAsync(() =>
        {
            Group top = new("top");
            Group inner = new("inner", new ComponentResourceOptions { Parent = top });
            Thing a = new("a", options: new CustomResourceOptions { Parent = inner });
            _ = new Thing("below", options: new CustomResourceOptions { Parent = a });
            _ = new Thing("beside");
            _ = new Thing("thing", options: new CustomResourceOptions { DependsOn = { top } });
        });

        Assert.Equal([SpyMonitor.UrnOf("test:index:Group$test:index:Group$test:index:Thing", "a")], monitor["thing"].Dependencies);
    }

    [Fact]
    public async Task Register_DependsOnItsOwnComponent_DoesNotWaitForItself()
    {
        SpyMonitor monitor = new() { AnswersLater = true };
        int code = await monitor.RunAsync(() =>
        {
            Group group = new("group");
            _ = new Thing("a", options: new CustomResourceOptions { Parent = group });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group, DependsOn = { group } });
        });

        Assert.Equal(0, code);
        Assert.Equal([SpyMonitor.UrnOf("test:index:Group$test:index:Thing", "a")], monitor["thing"].Dependencies);
    }

    [Fact]
    public async Task Register_Parents_AreTheStackOrTheGiven()
    {
        SpyMonitor monitor = new();
        await monitor.RunAsync(() =>
        {
            Group group = new("group");
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group });
        });

        string stack = SpyMonitor.UrnOf("pulumi:pulumi:Stack", "p-s");
        Assert.Equal(("pulumi:pulumi:Stack", "", false), (monitor["p-s"].Type, monitor["p-s"].Parent, monitor["p-s"].Custom));
        Assert.Equal((stack, false), (monitor["group"].Parent, monitor["group"].Custom));
        Assert.Equal((SpyMonitor.UrnOf("test:index:Group", "group"), true), (monitor["thing"].Parent, monitor["thing"].Custom));
    }

    public static TheoryData<bool?, bool?, bool?> ProtectCases() => new()
    {
        { null, null, null },
        { true, null, true },
        { true, false, false },
        { null, true, true },
        { false, null, false },
    };

    [Theory]
    [MemberData(nameof(ProtectCases))]
    public async Task Register_Protect_IsItsOwnOrTheParents(bool? parent, bool? own, bool? expected)
    {
        SpyMonitor monitor = new();
        await monitor.RunAsync(() =>
        {
            Group group = new("group", new ComponentResourceOptions { Protect = parent });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group, Protect = own });
            _ = new Thing("free");
        });

        Assert.Equal(expected, monitor["thing"].Protect);
        Assert.Null(monitor["free"].Protect);
    }

    [Fact]
    public async Task Register_Options_AreSent()
    {
        SpyMonitor monitor = new();
        await monitor.RunAsync(() =>
        {
            Thing a = new("a");
            _ = new Thing("thing", options: new CustomResourceOptions
            {
                IgnoreChanges = { "text" },
                ReplaceOnChanges = { "number" },
                HideDiffs = { "list" },
                AdditionalSecretOutputs = { "text" },
                Version = "1.2.3",
                DeleteBeforeReplace = true,
                RetainOnDelete = false,
                ImportId = "old",
                DeletedWith = a,
                ReplaceWith = { a },
                ReplacementTrigger = (Input<object>)"now",
                PluginDownloadURL = "https://plugins",
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1), Delete = TimeSpan.FromTicks(1) },
            });
        });

        RegisterResourceRequest request = monitor["thing"];
        Assert.Equal(["text"], request.IgnoreChanges);
        Assert.Equal(["number"], request.ReplaceOnChanges);
        Assert.Equal(["list"], request.HideDiffs);
        Assert.Equal(["text"], request.AdditionalSecretOutputs);
        Assert.Equal(("1.2.3", "https://plugins", "old"), (request.Version, request.PluginDownloadUrl, request.ImportId));
        Assert.Equal((true, false), (request.DeleteBeforeReplace, request.RetainOnDelete));
        Assert.Equal(ThingUrn, request.DeletedWith);
        Assert.Equal([ThingUrn], request.ReplaceWith);
        Assert.Equal(PropertyValue.From("now"), request.ReplacementTrigger);
        Assert.Equal(new ResourceTimeouts("60000000000ns", Update: null, "100ns"), request.CustomTimeouts);
    }

    public static TheoryData<string> AliasCases() => [.. Aliases.Keys];

    private static readonly Dictionary<string, (Func<Input<Alias>> Create, ResourceAlias[] Expected)> Aliases = new(StringComparer.Ordinal)
    {
        ["urn"] = (() => new Alias { Urn = "u" }, [new ResourceAlias(Urn: "u")]),
        ["parts"] = (() => new Alias { Name = "n", Type = Output.Create("t"), Stack = "s", Project = Output.Create(Outputs.LaterAsync("p")) }, [new ResourceAlias(Name: "n", Type: "t", Stack: "s", Project: "p")]),
        ["parent's urn"] = (() => new Alias { ParentUrn = "u" }, [new ResourceAlias(ParentUrn: "u")]),
        ["no parent"] = (() => new Alias { NoParent = true }, [new ResourceAlias(NoParent: true)]),
        ["later"] = (() => Output.Create(Outputs.LaterAsync(new Alias { Name = "n" })), [new ResourceAlias(Name: "n")]),
        ["unknown"] = (() => Outputs.Unknown(new Alias { Name = "n" }), []),
    };

    [Theory]
    [MemberData(nameof(AliasCases))]
    public async Task Register_Alias_IsSent(string name)
    {
        SpyMonitor monitor = new();
        await monitor.RunAsync(() => { _ = new Thing("thing", options: new CustomResourceOptions { Aliases = { Aliases[name].Create() } }); }, isDryRun: true);

        Assert.Equal(Aliases[name].Expected, monitor["thing"].Aliases);
    }

    [Fact]
    public async Task Register_AliasOfParent_SendsItsUrn()
    {
        SpyMonitor monitor = new();
        await monitor.RunAsync(() =>
        {
            Thing a = new("a");
            _ = new Thing("thing", options: new CustomResourceOptions { Aliases = { new Alias { Parent = a } } });
        });

        Assert.Equal([new ResourceAlias(ParentUrn: ThingUrn)], monitor["thing"].Aliases);
    }

    [Fact]
    public async Task Register_Inputs_KeepMarksPerElement()
    {
        SpyMonitor monitor = new() { IdOf = static request => request.Name == "new" ? "" : "id" };
        await monitor.RunAsync(
            () =>
            {
                Thing created = new("new");
                _ = new Thing("thing", new ThingArgs
                {
                    Text = Output.CreateSecret(created.Id),
                    List = { "a", created.Id, Output.CreateSecret("s") },
                    Map = new InputMap<string> { { "k", created.Id }, { "p", "v" } },
                });
            },
            isDryRun: true);

        Assert.Equal(
            PropertyObject.Create(
                new Property("list", PropertyValue.From(PropertyList.Create(
                    PropertyValue.From("a"), PropertyValue.Unknown, PropertyValue.Secret(PropertyValue.From("s"))))),
                new Property("map", PropertyValue.From(PropertyObject.Create(
                    new Property("k", PropertyValue.Unknown), new Property("p", PropertyValue.From("v"))))),
                new Property("text", PropertyValue.Unknown)),
            monitor["thing"].Inputs);
    }

    [Fact]
    public async Task Register_ResourceAsInput_SendsAReference()
    {
        SpyMonitor monitor = new() { IdOf = static request => request.Name == "new" ? "" : request.Custom ? "the-id" : "" };
        await monitor.RunAsync(
            () =>
            {
                Thing a = new("a", options: new CustomResourceOptions { Version = "1.2.3" });
                Group group = new("group");
                _ = new Thing("thing", AnyArgs.Of(new object[] { a, new Thing("new"), group }));
            },
            isDryRun: true);

        Assert.Equal(
            PropertyList.Create(
                PropertyValue.From(new ResourceReference(ThingUrn, "the-id", "")),
                PropertyValue.From(new ResourceReference(SpyMonitor.UrnOf("test:index:Thing", "new"), "", "")),
                PropertyValue.From(new ResourceReference(SpyMonitor.UrnOf("test:index:Group", "group"), id: null, ""))),
            monitor["thing"].Inputs["value"].AsList());
    }

    [Fact]
    public async Task Register_JsonMember_StaysSecretOrUnknown()
    {
        SpyMonitor monitor = new();
        await monitor.RunAsync(() =>
        {
            _ = new Thing("secret", new JsonArgs { Value = new object[] { 1, Output.CreateSecret("s") } });
            _ = new Thing("unknown", new JsonArgs { Value = new object[] { 1, Outputs.Unknown("s") } });
        });

        Assert.Equal(PropertyValue.Secret(PropertyValue.From("[ 1, \"s\" ]")), monitor["secret"].Inputs["value"]);
        Assert.Equal(PropertyValue.Unknown, monitor["unknown"].Inputs["value"]);
    }

    [Fact]
    public async Task Register_MarkOfTheUnknown_IsUnknown()
    {
        SpyMonitor monitor = new();
        await monitor.RunAsync(() => { _ = new Thing("thing", new ThingArgs { Text = "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }); });

        Assert.Equal(PropertyValue.Unknown, monitor["thing"].Inputs["text"]);
    }

    private sealed class JsonArgs : ResourceArgs
    {
        [Input("value", json: true)]
        public object? Value { get; set; }
    }
}

using System.Collections.Immutable;
using Google.Protobuf;
using Pulumi.Utilities;
using Rampart.Protocol.Values;
using Rampart.Wire.Messages;
using Rampart.Wire.Structs;

namespace Pulumi.Tests.Bundled.Wire;

/// <summary>What the engine is sent for a registration, field by field.</summary>
public sealed class RegistrationTests
{
    private const string Stack = "urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev";
    private const string Prefix = "urn:pulumi:dev::proj::test:index:Thing::";

    // What is the same for every resource of these tests: all but type, name, object and dependencies.
    private const string Usual = "acceptSecrets: true\nacceptResources: true\nsupportsResultReporting: true\nhooks: { }";

    public static TheoryData<string, Action, string> Programs => new()
    {
        {
            "stack",
            static () => { },
            """
            type: pulumi:pulumi:Stack
            name: proj-dev
            object: { }
            acceptSecrets: true
            acceptResources: true
            supportsResultReporting: true
            hooks: { }
            """
        },
        {
            "resource without inputs",
            static () => _ = new Thing("last"),
            $"""
            type: test:index:Thing
            name: last
            parent: {Stack}
            custom: true
            object: {"{ }"}
            {Usual}
            """
        },
        {
            "inputs and what they depend on",
            static () =>
            {
                Thing first = new("first");
                _ = new Thing("last", new ThingArgs
                {
                    Text = Output.CreateSecret("pw"),
                    Number = 3,
                    List = { "a", first.Id },
                    Map = new InputMap<string> { ["k"] = "v" },
                });
            },
            $$"""
            type: test:index:Thing
            name: last
            parent: {{Stack}}
            custom: true
            object: { "list": [ "a", "first-id" ], "map": { "k": "v" }, "number": 3, "text": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "pw" } }
            dependencies: {{Prefix}}first
            propertyDependencies: list = { "urns": [ "{{Prefix}}first" ] }, map = { }, number = { }, text = { }
            {{Usual}}
            """
        },
        {
            "assets, archives and resources as values",
            static () => _ = new Thing("last", new ThingArgs
            {
                Any = new Dictionary<string, object?>
                {
                    ["archive"] = new AssetArchive(new Dictionary<string, AssetOrArchive> { ["f"] = new FileAsset("a.txt") }),
                    ["component"] = new Group("group"),
                    ["resource"] = new Thing("first"),
                },
            }),
            $$"""
            type: test:index:Thing
            name: last
            parent: {{Stack}}
            custom: true
            object: { "any": { "archive": { "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7", "assets": { "f": { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", "path": "a.txt" } } }, "component": { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "urn:pulumi:dev::proj::test:index:Group::group" }, "resource": { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "{{Prefix}}first", "id": "first-id" } } }
            dependencies: {{Prefix}}first
            propertyDependencies: any = { "urns": [ "{{Prefix}}first" ] }
            {{Usual}}
            """
        },
        {
            "a component in DependsOn stands for what is in it",
            static () =>
            {
                Group group = new("group");
                Group inner = new("inner", new ComponentResourceOptions { Parent = group });
                _ = new Thing("one", options: new CustomResourceOptions { Parent = group });
                _ = new Thing("two", options: new CustomResourceOptions { Parent = inner });
                _ = new Thing("last", options: new CustomResourceOptions { DependsOn = { group } });
            },
            $$"""
            type: test:index:Thing
            name: last
            parent: {{Stack}}
            custom: true
            object: { }
            dependencies: urn:pulumi:dev::proj::test:index:Group$test:index:Group$test:index:Thing::two, urn:pulumi:dev::proj::test:index:Group$test:index:Thing::one
            {{Usual}}
            """
        },
        {
            "options of a custom resource",
            static () =>
            {
                Thing first = new("first");
                _ = new Thing("last", options: new CustomResourceOptions
                {
                    Protect = false,
                    RetainOnDelete = true,
                    DeleteBeforeReplace = false,
                    IgnoreChanges = { "a", "b" },
                    ReplaceOnChanges = { "c" },
                    HideDiffs = { "d" },
                    AdditionalSecretOutputs = { "e" },
                    ImportId = "ext-1",
                    Version = "1.2.3",
                    PluginDownloadURL = "https://example.test",
                    CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1) },
                    DeletedWith = first,
                    ReplaceWith = { first },
                    ReplacementTrigger = Output.Create((object)"now"),
                    EnvVarMappings = { ["B"] = "2", ["A"] = "1" },
                });
            },
            $$"""
            type: test:index:Thing
            name: last
            parent: {{Stack}}
            custom: true
            object: { }
            protect: false
            version: 1.2.3
            ignoreChanges: a, b
            acceptSecrets: true
            additionalSecretOutputs: e
            importId: ext-1
            customTimeouts: { "create": "60000000000ns" }
            deleteBeforeReplaceDefined: true
            acceptResources: true
            replaceOnChanges: c
            pluginDownloadURL: https://example.test
            retainOnDelete: true
            deletedWith: {{Prefix}}first
            supportsResultReporting: true
            hooks: { }
            hideDiffs: d
            replace_with: {{Prefix}}first
            replacement_trigger: "now"
            envVarMappings: A = 1, B = 2
            """
        },
        {
            "aliases",
            static () => _ = new Thing("last", options: new CustomResourceOptions
            {
                Aliases =
                {
                    new Alias { Urn = Prefix + "older" },
                    new Alias { Name = "old", Type = Output.Create("test:index:Old"), Stack = "old-stack", Project = "old-project" },
                    new Alias { NoParent = true },
                    new Alias { Parent = new Group("group") },
                    new Alias { ParentUrn = "urn:pulumi:dev::proj::x:y:Z::z" },
                    OutputUtilities.CreateUnknown(new Alias()),
                },
            }),
            $$"""
            type: test:index:Thing
            name: last
            parent: {{Stack}}
            custom: true
            object: { }
            acceptSecrets: true
            acceptResources: true
            aliases: { "urn": "{{Prefix}}older" }, { "spec": { "name": "old", "type": "test:index:Old", "stack": "old-stack", "project": "old-project", "noParent": false } }, { "spec": { "noParent": true } }, { "spec": { "parentUrn": "urn:pulumi:dev::proj::test:index:Group::group" } }, { "spec": { "parentUrn": "urn:pulumi:dev::proj::x:y:Z::z" } }
            supportsResultReporting: true
            hooks: { }
            """
        },
        {
            "provider of the parent",
            static () => _ = new Thing("last", options: new CustomResourceOptions
            {
                Parent = new Group("group", new ComponentResourceOptions { Provider = new Provider("prov"), Protect = true }),
            }),
            $$"""
            type: test:index:Thing
            name: last
            parent: urn:pulumi:dev::proj::test:index:Group::group
            custom: true
            object: { }
            protect: true
            provider: urn:pulumi:dev::proj::pulumi:providers:test::prov::prov-id
            {{Usual}}
            """
        },
        {
            "remote component",
            static () =>
            {
                Thing first = new("first");
                _ = new RemoteGroup(
                    "last",
                    new ThingArgs
                    {
                        Text = Output.CreateSecret(first.Id),
                        Number = 1,
                        List = { "a", first.Id },
                        Any = first,
                    },
                    new ComponentResourceOptions { Providers = { new Provider("prov") } });
            },
            $$"""
            type: test:index:RemoteGroup
            name: last
            parent: {{Stack}}
            object: { "any": { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "{{Prefix}}first", "id": "first-id" }, "list": { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": [ "a", "first-id" ], "dependencies": [ "{{Prefix}}first" ] }, "number": 1, "text": { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": "first-id", "secret": true, "dependencies": [ "{{Prefix}}first" ] } }
            dependencies: {{Prefix}}first
            propertyDependencies: any = { }, list = { "urns": [ "{{Prefix}}first" ] }, number = { }, text = { "urns": [ "{{Prefix}}first" ] }
            acceptSecrets: true
            remote: true
            acceptResources: true
            providers: test = urn:pulumi:dev::proj::pulumi:providers:test::prov::prov-id
            supportsResultReporting: true
            hooks: { }
            """
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Register_Resource_SendsItsFields(string name, Action program, string expected)
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();

        Assert.Equal(0, await engine.RunAsync(program));

        RegisterResourceRequest last = name == "stack" ? engine.Registrations[0] : engine.Registrations.Single(static request => request.Name == "last");
        Assert.Equal(expected, MessageText.Of(last));
    }

    [Fact]
    public async Task Register_InPreview_SendsUnknowns()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.IsDryRun = true;
        engine.OnRegister = static (request, urn) => Task.FromResult(new RegisterResourceResponse { Urn = urn, Object = request.Object });

        Assert.Equal(0, await engine.RunAsync(static () =>
        {
            Thing first = new("first", options: new CustomResourceOptions { Provider = new Provider("prov") });
            _ = new Thing("last", new ThingArgs { Text = Output.CreateSecret(first.Id), List = { "a", first.Text }, Any = first });
        }));

        Assert.Equal(
            $$"""
            type: test:index:Thing
            name: last
            parent: {{Stack}}
            custom: true
            object: { "any": { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "{{Prefix}}first", "id": "" }, "list": [ "a", "04da6b54-80e4-46f7-96ec-b56ff0331ba9" ], "text": "04da6b54-80e4-46f7-96ec-b56ff0331ba9" }
            dependencies: {{Prefix}}first
            propertyDependencies: any = { "urns": [ "{{Prefix}}first" ] }, list = { "urns": [ "{{Prefix}}first" ] }, text = { "urns": [ "{{Prefix}}first" ] }
            {{Usual}}
            """,
            MessageText.Of(engine.Registrations.Single(static request => request.Name == "last")));
        Assert.Equal(
            "urn:pulumi:dev::proj::pulumi:providers:test::prov::04da6b54-80e4-46f7-96ec-b56ff0331ba9",
            engine.Registrations.Single(static request => request.Name == "first").Provider);
    }

    [Fact]
    public async Task Register_OldEngine_SendsPlainValuesAndUrns()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.Features.Clear();

        Assert.Equal(0, await engine.RunAsync(static () =>
        {
            Group group = new("group", new ComponentResourceOptions { Aliases = { new Alias { Name = "was" } } });
            _ = new Thing(
                "group-last",
                new ThingArgs { Any = new Dictionary<string, object?> { ["component"] = group, ["resource"] = new Thing("first") } },
                new CustomResourceOptions { Parent = group, Aliases = { new Alias { Type = "test:index:Old" }, new Alias { NoParent = true } } });
        }));

        RegisterResourceRequest last = engine.Registrations.Single(static request => request.Name == "group-last");
        Assert.Equal(
            PropertyObject.Create(new Property("any", PropertyValue.From(PropertyObject.Create(
                new Property("component", PropertyValue.From("urn:pulumi:dev::proj::test:index:Group::group")),
                new Property("resource", PropertyValue.From("first-id")))))),
            PropertyStruct.Read(last.Object));
        Assert.Empty(last.Aliases);
        Assert.Equal(
            [
                "urn:pulumi:dev::proj::test:index:Group$test:index:Old::group-last",
                "urn:pulumi:dev::proj::test:index:Thing::group-last",
                "urn:pulumi:dev::proj::test:index:Group$test:index:Thing::was-last",
                "urn:pulumi:dev::proj::test:index:Group$test:index:Old::was-last",
            ],
            last.AliasURNs);
    }

    [Theory]
    [InlineData("deletedWith", "DeletedWith")]
    [InlineData("replaceWith", "ReplaceWith")]
    public async Task Register_OptionThatTheEngineLacks_SaysWhatToDo(string feature, string option)
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.Features.Remove(feature);

        int exitCode = await engine.RunAsync(() =>
        {
            CustomResourceOptions options = new();
            Thing first = new("first");
            if (option == "DeletedWith")
            {
                options.DeletedWith = first;
            }
            else
            {
                options.ReplaceWith.Add(first);
            }

            _ = new Thing("last", options: options);
        });

        Assert.Equal(32, exitCode);
        Assert.Equal(
            $"The Pulumi CLI does not support the option {option}. Please update the Pulumi CLI.",
            Assert.Single(engine.Messages).Message);
    }

    [Fact]
    public async Task Answer_OutputsAndDependencies_ReachTheProgram()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnRegister = static (request, urn) => request.Custom
            ? Task.FromResult(new RegisterResourceResponse
            {
                Urn = urn,
                Id = "the-id",
                Object = PropertyStruct.Write(PropertyObject.Create(
                    new Property("list", PropertyValue.From(PropertyList.Create(PropertyValue.From("x")))),
                    new Property("number", PropertyValue.From(7)),
                    new Property("text", PropertyValue.Secret(PropertyValue.From("t"))))),
                PropertyDependencies = { ["number"] = new PropertyDependencies { Urns = { Prefix + "other" } } },
            })
            : FakeEngine.Answer(request, urn);
        string? id = null;
        bool isSecret = false;
        ImmutableHashSet<Resource> resources = [];
        ImmutableArray<string> list = [];

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            Thing thing = new("a");
            id = await OutputUtilities.GetValueAsync(thing.Id);
            isSecret = await Output.IsSecretAsync(thing.Text);
            resources = await OutputUtilities.GetDependenciesAsync(thing.Number);
            list = await OutputUtilities.GetValueAsync(thing.List);
        })));

        Assert.Equal("the-id", id);
        Assert.True(isSecret);
        Assert.Equal(["x"], list);
        string[] urns = [];
        foreach (Resource resource in resources)
        {
            urns = [.. urns, await OutputUtilities.GetValueAsync(resource.Urn)];
        }

        Assert.Equal([Prefix + "a", Prefix + "other"], urns.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string, RegisterResourceResponse, bool> Results => new()
    {
        { "success", new RegisterResourceResponse(), true },
        { "failed", new RegisterResourceResponse { Result = Result.Fail }, false },
        { "skipped", new RegisterResourceResponse { Result = Result.Skip }, false },
        { "not asked for", new RegisterResourceResponse { Unknown = true }, false },
    };

    [Theory]
    [MemberData(nameof(Results))]
    public async Task Answer_WithoutAnOutput_IsKnownOnlyOnSuccess(string name, RegisterResourceResponse response, bool expected)
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnRegister = (request, urn) =>
        {
            RegisterResourceResponse answer = request.Custom ? response.Clone() : new RegisterResourceResponse();
            answer.Urn = urn;
            return Task.FromResult(answer);
        };
        bool? isKnown = null;

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            isKnown = await OutputUtilities.GetIsKnownAsync(new Thing("a").Text);
        })));

        Assert.True(expected == isKnown, name);
    }

    [Fact]
    public async Task Answer_Unreadable_SaysSo()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnRegister = static (request, urn) => Task.FromResult(new RegisterResourceResponse
        {
            Urn = urn,
            Object = request.Custom ? ByteString.CopyFrom(0x0A) : ByteString.Empty,
        });

        Assert.Equal(32, await engine.RunAsync(static () => _ = new Thing("a")));
        Assert.Equal(
            "The Pulumi engine's answer to test:index:Thing 'a' cannot be read: the properties of a message hold a truncated number",
            Assert.Single(engine.Messages).Message);
    }
}

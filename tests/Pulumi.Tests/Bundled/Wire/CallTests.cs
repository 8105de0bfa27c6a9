using System.Collections.Immutable;
using Pulumi.Utilities;
using Rampart.Protocol.Values;
using Rampart.Wire.Messages;
using Rampart.Wire.Structs;

namespace Pulumi.Tests.Bundled.Wire;

/// <summary>Calls of functions and methods, reads, outputs and messages: what is sent, and what comes of the answer.</summary>
public sealed class CallTests
{
    private const string Prefix = "urn:pulumi:dev::proj::test:index:Thing::";

    [Fact]
    public async Task Invoke_Function_SendsArgsAndReadsResult()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnInvoke = static _ => Task.FromResult(new ResourceInvokeResponse
        {
            Return = PropertyStruct.Write(PropertyObject.Create(new Property("answer", PropertyValue.Secret(PropertyValue.From("yes"))))),
        });
        ImmutableDictionary<string, string>? result = null;
        bool isSecret = false;
        string[] dependencies = [];

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            Thing first = new("first");
            Output<ImmutableDictionary<string, string>> output = Deployment.Instance.Invoke<ImmutableDictionary<string, string>>(
                "test:index:ask",
                new AskArgs { Question = Output.CreateSecret(first.Id), Of = first },
                new InvokeOptions { Provider = new Provider("prov"), Version = "1.2.3", PluginDownloadURL = "https://example.test" });
            result = await OutputUtilities.GetValueAsync(output);
            isSecret = await Output.IsSecretAsync(output);
            foreach (Resource resource in await OutputUtilities.GetDependenciesAsync(output))
            {
                dependencies = [.. dependencies, await OutputUtilities.GetValueAsync(resource.Urn)];
            }
        })));

        Assert.Equal(
            $$"""
            tok: test:index:ask
            args: { "of": { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "{{Prefix}}first", "id": "first-id" }, "question": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": "first-id" } }
            provider: urn:pulumi:dev::proj::pulumi:providers:test::prov::prov-id
            version: 1.2.3
            acceptResources: true
            pluginDownloadURL: https://example.test
            """,
            MessageText.Of(Assert.Single(engine.Requests.OfType<ResourceInvokeRequest>())));
        Assert.Equal(ImmutableDictionary<string, string>.Empty.Add("answer", "yes"), result);
        Assert.True(isSecret);
        Assert.Equal([Prefix + "first"], dependencies);
    }

    [Fact]
    public async Task Invoke_UnknownArgument_IsUnknownWithoutACall()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        bool? isKnown = null;

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            isKnown = await OutputUtilities.GetIsKnownAsync(Deployment.Instance.Invoke<string>(
                "test:index:ask", new AskArgs { Question = OutputUtilities.CreateUnknown("") }));
        })));

        Assert.False(isKnown);
        Assert.Empty(engine.Requests.OfType<ResourceInvokeRequest>());
    }

    public static TheoryData<string, ResourceInvokeResponse, string> Refusals => new()
    {
        {
            "failures",
            new ResourceInvokeResponse
            {
                Failures = { new CheckFailure { Property = "question", Reason = "is empty" }, new CheckFailure { Reason = "try again" } },
            },
            "Invoke of 'test:index:ask' failed: is empty (question); try again"
        },
    };

    [Theory]
    [MemberData(nameof(Refusals))]
    public async Task Invoke_Refused_FailsTheRun(string name, ResourceInvokeResponse response, string expected)
    {
        Assert.NotEmpty(name);
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnInvoke = _ => Task.FromResult(response);

        Assert.Equal(32, await engine.RunAsync(static () => Deployment.Instance.Invoke<string>("test:index:ask", new AskArgs())));
        Assert.Contains(expected, Assert.Single(engine.Messages).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Invoke_AnswerUnknown_IsUnknown()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnInvoke = static _ => Task.FromResult(new ResourceInvokeResponse { Unknown = true });
        bool? isKnown = null;

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            isKnown = await OutputUtilities.GetIsKnownAsync(Deployment.Instance.Invoke<AskArgs>("test:index:ask", new AskArgs()));
        })));

        Assert.False(isKnown);
    }

    [Fact]
    public async Task Call_Method_KeepsOutputs()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnCall = static _ => Task.FromResult(new Rampart.Wire.Messages.CallResponse
        {
            Return = PropertyStruct.Write(PropertyObject.Create(new Property("answer", PropertyValue.From("yes")))),
            ReturnDependencies = { ["answer"] = new PropertyDependencies { Urns = { Prefix + "other" } } },
        });
        ImmutableDictionary<string, string>? result = null;

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            Thing first = new("first");
            Thing self = new("self", options: new CustomResourceOptions { Provider = new Provider("prov"), Version = "2.0.0" });
            result = await OutputUtilities.GetValueAsync(Deployment.Instance.Call<ImmutableDictionary<string, string>>(
                "test:index:Thing/ask",
                new AskMethodArgs
                {
                    Question = Output.CreateSecret(first.Id),
                    Unknown = Output.CreateSecret(OutputUtilities.CreateUnknown("")),
                    Plain = "x",
                    Of = first,
                },
                self,
                new CallOptions { Version = "ignored" }));
        })));

        Assert.Equal(
            $$"""
            tok: test:index:Thing/ask
            args: { "__self__": { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "{{Prefix}}self", "id": "self-id" }, "of": { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "{{Prefix}}first", "id": "first-id" }, "plain": "x", "question": { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": "first-id", "secret": true, "dependencies": [ "{{Prefix}}first" ] }, "unknown": { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "secret": true } }
            argDependencies: __self__ = { }, of = { }, plain = { }, question = { "urns": [ "{{Prefix}}first" ] }, unknown = { }
            provider: urn:pulumi:dev::proj::pulumi:providers:test::prov::prov-id
            version: 2.0.0
            """,
            MessageText.Of(Assert.Single(engine.Requests.OfType<ResourceCallRequest>())));
        Assert.Equal(ImmutableDictionary<string, string>.Empty.Add("answer", "yes"), result);
    }

    [Fact]
    public async Task Read_Resource_SendsIdAndReadsState()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnRead = static (_, urn) => Task.FromResult(new ReadResourceResponse
        {
            Urn = urn,
            Properties = PropertyStruct.Write(PropertyObject.Create(new Property("text", PropertyValue.From("found")))),
        });
        (string, string) result = default;

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            Thing read = new(
                "read",
                new ThingArgs { Text = "hint" },
                new CustomResourceOptions { Id = "ext-1", Version = "1.2.3", DependsOn = { new Thing("first") } });
            result = await OutputUtilities.GetValueAsync(Output.Tuple(read.Id, read.Text));
        })));

        Assert.Equal(
            $$"""
            id: ext-1
            type: test:index:Thing
            name: read
            parent: urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev
            properties: { "text": "hint" }
            dependencies: {{Prefix}}first
            version: 1.2.3
            acceptSecrets: true
            acceptResources: true
            """,
            MessageText.Of(Assert.Single(engine.Requests.OfType<ReadResourceRequest>())));
        Assert.Equal(("ext-1", "found"), result);
    }

    [Fact]
    public async Task Read_StackReference_ReadsOutputs()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnRead = static (request, urn) => Task.FromResult(new ReadResourceResponse
        {
            Urn = urn,
            Properties = PropertyStruct.Write(PropertyObject.Create(
                new Property("name", PropertyStruct.Read(request.Properties)["name"]),
                new Property("outputs", PropertyValue.From(PropertyObject.Create(
                    new Property("host", PropertyValue.From("h")),
                    new Property("password", PropertyValue.Secret(PropertyValue.From("pw")))))),
                new Property("secretOutputNames", PropertyValue.From(PropertyList.Create(PropertyValue.From("password")))))),
        });
        object?[] values = [];
        bool[] secrets = [];

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            StackReference other = new("org/proj/other");
            Output<object> host = other.RequireOutput("host"), password = other.RequireOutput("password");
            values = [await OutputUtilities.GetValueAsync(host), await OutputUtilities.GetValueAsync(password)];
            secrets = [await Output.IsSecretAsync(host), await Output.IsSecretAsync(password)];
        })));

        Assert.Equal(["h", "pw"], values);
        Assert.Equal([false, true], secrets);
        ReadResourceRequest request = Assert.Single(engine.Requests.OfType<ReadResourceRequest>());
        Assert.Equal(("pulumi:pulumi:StackReference", "org/proj/other", "org/proj/other"), (request.Type, request.Name, request.Id));
    }

    [Fact]
    public async Task Get_ResourceOfUrn_AsksTheEngine()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnInvoke = static request => Task.FromResult(new ResourceInvokeResponse
        {
            Return = PropertyStruct.Write(PropertyObject.Create(
                new Property("urn", PropertyStruct.Read(request.Args)["urn"]),
                new Property("id", PropertyValue.From("the-id")),
                new Property("state", PropertyValue.From(PropertyObject.Create(new Property("text", PropertyValue.From("t"))))))),
        });
        (string, string, string) result = default;

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            Thing known = new("known", options: new CustomResourceOptions { Urn = Prefix + "known" });
            result = await OutputUtilities.GetValueAsync(Output.Tuple(known.Urn, known.Id, known.Text));
        })));

        Assert.Equal((Prefix + "known", "the-id", "t"), result);
        Assert.Equal(
            $$"""
            tok: pulumi:pulumi:getResource
            args: { "urn": "{{Prefix}}known" }
            acceptResources: true
            """,
            MessageText.Of(Assert.Single(engine.Requests.OfType<ResourceInvokeRequest>())));
    }

    [Fact]
    public async Task RegisterOutputs_StackAndComponent_SendsThem()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();

        Assert.Equal(0, await engine.RunAsync(static () => Deployment.RunAsync(static () =>
        {
            Thing first = new("first");
            return new Dictionary<string, object?>
            {
                ["id"] = first.Id,
                ["nothing"] = null,
                ["secret"] = Output.CreateSecret(1),
                ["thing"] = first,
            };
        })));

        Assert.Equal(
            $$"""
            urn: urn:pulumi:dev::proj::pulumi:pulumi:Stack::proj-dev
            outputs: { "id": "first-id", "secret": { "4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", "value": 1 }, "thing": { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", "urn": "{{Prefix}}first", "id": "first-id" } }
            """,
            MessageText.Of(Assert.Single(engine.Requests.OfType<RegisterResourceOutputsRequest>())));
    }

    [Fact]
    public async Task Log_Message_SendsAllOfIt()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();

        Assert.Equal(0, await engine.RunAsync(static () => Log.Warn("look", new Thing("first"), streamId: 7, ephemeral: true)));

        Assert.Equal(
            $"""
            severity: Warning
            message: look
            urn: {Prefix}first
            streamId: 7
            ephemeral: true
            """,
            MessageText.Of(Assert.Single(engine.Messages)));
    }

    [Fact]
    public async Task Register_DeepAndLargeValues_ComeBackWhole()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        object deep = "end";
        for (int i = 0; i < 200; i++)
        {
            deep = new Dictionary<string, object?> { ["in"] = deep };
        }

        string large = new('x', 8 * 1024 * 1024);
        string? text = null;

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            text = await OutputUtilities.GetValueAsync(new Thing("a", new ThingArgs { Any = deep, Text = large }).Text);
        })));

        Assert.Equal(large, text);
    }

    private sealed class AskArgs : InvokeArgs
    {
        [Input("question")]
        public Input<string>? Question { get; set; }

        [Input("of")]
        public object? Of { get; set; }
    }

    private sealed class AskMethodArgs : CallArgs
    {
        [Input("question")]
        public Input<string>? Question { get; set; }

        [Input("unknown")]
        public Input<string>? Unknown { get; set; }

        [Input("plain")]
        public Input<string>? Plain { get; set; }

        [Input("of")]
        public object? Of { get; set; }
    }
}

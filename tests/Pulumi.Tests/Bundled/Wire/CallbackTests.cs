using System.Collections.Immutable;
using Grpc.Core;
using Pulumi.Utilities;
using Rampart.Protocol.Values;
using Rampart.Wire.Messages;
using Rampart.Wire.Structs;

namespace Pulumi.Tests.Bundled.Wire;

/// <summary>Functions of the program that the engine calls, called as the engine calls them.</summary>
public sealed class CallbackTests
{
    private const string Prefix = "urn:pulumi:dev::proj::test:index:Thing::";

    [Fact]
    public async Task Transform_Resource_ChangesInputsAndOptions()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        TransformResponse? response = null;
        engine.OnRegister = async (request, urn) =>
        {
            if (request.Transforms.Count > 0)
            {
                response = TransformResponse.Parser.ParseFrom(await FakeEngine.CallAsync(Assert.Single(request.Transforms), new TransformRequest
                {
                    Type = request.Type,
                    Name = request.Name,
                    Custom = true,
                    Parent = request.Parent,
                    Properties = PropertyStruct.Write(PropertyObject.Create(
                        new Property("plain", PropertyValue.From(1)),
                        new Property("secret", PropertyValue.Secret(PropertyValue.From("pw"))),
                        new Property("text", PropertyValue.From(new PropertyOutput(PropertyValue.From("t"), [Prefix + "other"]))),
                        new Property("unknown", PropertyValue.Unknown))),
                    Options = new TransformResourceOptions
                    {
                        DependsOn = { Prefix + "other" },
                        Protect = true,
                        IgnoreChanges = { "a" },
                        ReplaceOnChanges = { "b" },
                        Version = "1.2.3",
                        Aliases = { new Rampart.Wire.Messages.Alias { Urn = Prefix + "old" }, new Rampart.Wire.Messages.Alias { Spec = new() { Name = "older" } } },
                        Provider = "urn:pulumi:dev::proj::pulumi:providers:test::prov::prov-id",
                        CustomTimeouts = new() { Create = "1h2m3.5s" },
                        PluginDownloadUrl = "https://example.test",
                        RetainOnDelete = false,
                        DeletedWith = Prefix + "other",
                        DeleteBeforeReplace = true,
                        AdditionalSecretOutputs = { "c" },
                        Import = "ext-1",
                        HideDiff = { "d" },
                        ReplaceWith = { Prefix + "other" },
                        ReplacementTrigger = PropertyStruct.WriteValue(PropertyValue.From("now")),
                        Hooks = new() { BeforeCreate = { "hook" } },
                    },
                }));
            }

            return await FakeEngine.Answer(request, urn);
        };
        string seen = "";

        Assert.Equal(0, await engine.RunAsync(() =>
        {
            CustomResourceOptions options = new();
            options.ResourceTransforms.Add(async (args, _) =>
            {
                Log.Info("inside");
                Output<string> text = Assert.IsType<Output<string>>(args.Args["text"]);
                seen = string.Join(
                    ' ',
                    args.Type,
                    args.Name,
                    args.Custom,
                    args.Args["plain"],
                    await OutputUtilities.GetValueAsync(text),
                    await OutputUtilities.GetIsKnownAsync(Assert.IsType<Output<object?>>(args.Args["unknown"])),
                    args.Options.CustomTimeouts?.Create);
                args.Options.IgnoreChanges.Add("added");
                return new ResourceTransformResult(args.Args.SetItem("text", text.Apply(static value => value + "!")).Add("none", null), args.Options);
            });
            _ = new Thing("a", options: options);
        }));

        Assert.Equal("test:index:Thing a True 1 t False 01:02:03.5000000", seen);
        Assert.Equal("inside", Assert.Single(engine.Messages).Message);
        Assert.Equal(
            $$"""
            properties: { "plain": 1, "secret": { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": "pw", "secret": true }, "text": { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4", "value": "t!", "dependencies": [ "{{Prefix}}other" ] }, "unknown": { "4dabf18193072939515e22adb298388d": "d0e6a833031e9bbcd3f4e8bde6ca49a4" } }
            """,
            MessageText.Of(new TransformResponse { Properties = response!.Properties }));
        Assert.Equal(
            $$"""
            depends_on: {{Prefix}}other
            protect: true
            ignore_changes: a, added
            replace_on_changes: b
            version: 1.2.3
            aliases: { "urn": "{{Prefix}}old" }, { "spec": { "name": "older", "noParent": false } }
            provider: urn:pulumi:dev::proj::pulumi:providers:test::prov::prov-id
            custom_timeouts: { "create": "3723500000000ns" }
            plugin_download_url: https://example.test
            retain_on_delete: false
            deleted_with: {{Prefix}}other
            delete_before_replace: true
            additional_secret_outputs: c
            hooks: { "beforeCreate": [ "hook" ] }
            import: ext-1
            hide_diff: d
            replace_with: {{Prefix}}other
            replacement_trigger: "now"
            """,
            MessageText.Of(response.Options));
    }

    [Fact]
    public async Task Transform_OfTheStack_IsOnTheStacksRegistration()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();

        Assert.Equal(0, await engine.RunAsync(static () => Deployment.RunAsync(
            static () =>
            {
                _ = new Thing("a");
                return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
            },
            new StackOptions { ResourceTransforms = { static (_, _) => Task.FromResult<ResourceTransformResult?>(null) } })));

        Assert.Equal([("proj-dev", 1), ("a", 0)], engine.Registrations.Select(static request => (request.Name, request.Transforms.Count)));
    }

    [Fact]
    public async Task Transform_ThatChangesNothing_AnswersNothing()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        TransformResponse? response = null;
        engine.OnRegister = async (request, urn) =>
        {
            foreach (Callback callback in request.Transforms)
            {
                response = TransformResponse.Parser.ParseFrom(await FakeEngine.CallAsync(callback, new TransformRequest()));
            }

            return await FakeEngine.Answer(request, urn);
        };

        Assert.Equal(0, await engine.RunAsync(static () => _ = new Group("group", new ComponentResourceOptions
        {
            ResourceTransforms = { static (_, _) => Task.FromResult<ResourceTransformResult?>(null) },
        })));
        Assert.Equal(new TransformResponse(), response);
    }

    [Fact]
    public async Task Transform_ThatThrows_TellsTheEngine()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        RpcException? failure = null;
        engine.OnRegister = async (request, urn) =>
        {
            foreach (Callback callback in request.Transforms)
            {
                failure = await Assert.ThrowsAsync<RpcException>(() => FakeEngine.CallAsync(callback, new TransformRequest()));
            }

            return await FakeEngine.Answer(request, urn);
        };

        Assert.Equal(0, await engine.RunAsync(static () => _ = new Group("group", new ComponentResourceOptions
        {
            ResourceTransforms = { static (_, _) => throw new InvalidOperationException("no such team") },
        })));
        Assert.Equal(new Status(StatusCode.Unknown, "no such team"), failure?.Status);
    }

    [Fact]
    public async Task Call_UnknownToken_IsRefused()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        RpcException? failure = null;
        engine.OnRegister = async (request, urn) =>
        {
            foreach (Callback callback in request.Transforms)
            {
                failure = await Assert.ThrowsAsync<RpcException>(() => FakeEngine.CallAsync(
                    new Callback { Target = callback.Target, Token = "guessed" }, new TransformRequest()));
            }

            return await FakeEngine.Answer(request, urn);
        };

        Assert.Equal(0, await engine.RunAsync(static () => _ = new Group("group", new ComponentResourceOptions
        {
            ResourceTransforms = { static (_, _) => Task.FromResult<ResourceTransformResult?>(null) },
        })));
        Assert.Equal(new Status(StatusCode.InvalidArgument, "Callback not found: guessed"), failure?.Status);
    }

    [Fact]
    public async Task InvokeTransform_Call_IsKnownBeforeItAndChangesIt()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        TransformInvokeResponse? response = null;
        engine.OnInvoke = async request =>
        {
            response = TransformInvokeResponse.Parser.ParseFrom(await FakeEngine.CallAsync(
                Assert.Single(engine.Requests.OfType<Callback>()),
                new TransformInvokeRequest
                {
                    Token = request.Tok,
                    Args = request.Args,
                    Options = new TransformInvokeOptions { Version = "1.0.0" },
                }));
            return new ResourceInvokeResponse { Return = response.Args };
        };
        string? result = null;

        Assert.Equal(0, await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            Deployment.Instance.RegisterInvokeTransform(static (args, _) => Task.FromResult<InvokeTransformResult?>(new InvokeTransformResult(
                args.Args.SetItem("question", args.Token + "?"), new InvokeOptions { Version = "2.0.0", PluginDownloadURL = "https://example.test" })));
            ImmutableDictionary<string, string> answer = await OutputUtilities.GetValueAsync(
                Deployment.Instance.Invoke<ImmutableDictionary<string, string>>(
                    "test:index:ask", new DictionaryInvokeArgs(ImmutableDictionary<string, object?>.Empty)));
            result = answer["question"];
        })));

        Assert.Equal("test:index:ask?", result);
        Assert.Equal("2.0.0", response?.Options.Version);
        Assert.Equal("https://example.test", response?.Options.PluginDownloadUrl);
    }

    [Fact]
    public async Task Hook_OfAResource_IsRegisteredAndRuns()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        ResourceHookResponse? before = null;
        ErrorHookResponse? failed = null;
        engine.OnRegister = async (request, urn) =>
        {
            if (request.Custom)
            {
                Callback hook = Assert.Single(engine.Requests.OfType<RegisterResourceHookRequest>()).Callback;
                before = ResourceHookResponse.Parser.ParseFrom(await FakeEngine.CallAsync(hook, new ResourceHookRequest
                {
                    Urn = urn,
                    Name = request.Name,
                    Type = request.Type,
                    NewInputs = PropertyStruct.Write(PropertyObject.Create(new Property("x", PropertyValue.From("y")))),
                }));
                Callback errorHook = Assert.Single(engine.Requests.OfType<RegisterErrorHookRequest>()).Callback;
                failed = ErrorHookResponse.Parser.ParseFrom(await FakeEngine.CallAsync(errorHook, new ErrorHookRequest
                {
                    Urn = urn,
                    FailedOperation = "create",
                    Errors = { "quota" },
                }));
            }

            return await FakeEngine.Answer(request, urn);
        };
        List<string> seen = [];

        Assert.Equal(0, await engine.RunAsync(() =>
        {
            ResourceHook hook = new(
                "before",
                (args, _) =>
                {
                    seen.Add($"{args.Urn} {args.NewInputs?["x"]} {args.OldInputs is null}");
                    return Task.CompletedTask;
                },
                new ResourceHookOptions { OnDryRun = true });
            ErrorHook onError = new("failed", (args, _) =>
            {
                seen.Add($"{args.FailedOperation} {args.Errors[0]}");
                return Task.FromResult(true);
            });
            _ = new Thing("a", options: new CustomResourceOptions
            {
                Hooks = new ResourceHookBinding { BeforeCreate = { hook }, OnError = { onError } },
            });
        }));

        Assert.Equal([$"{Prefix}a y True", "create quota"], seen);
        Assert.Equal(new ResourceHookResponse(), before);
        Assert.Equal(new ErrorHookResponse { Retry = true }, failed);
        RegisterResourceHookRequest registered = Assert.Single(engine.Requests.OfType<RegisterResourceHookRequest>());
        Assert.Equal(("before", true, false), (registered.Name, registered.OnDryRun, registered.IgnoreErrors));
        Assert.Equal(
            new ResourceHooksBinding { BeforeCreate = { "before" }, OnError = { "failed" } },
            engine.Registrations.Single(static request => request.Custom).Hooks);
    }

    [Fact]
    public async Task Package_OfAResource_IsRegisteredOnceAndNamed()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        RegisterPackageRequest package = new(
            "terraform-provider",
            "1.0.0",
            "",
            parameterization: new RegisterPackageRequest.PackageParameterization("random", "3.0.0", [1, 2]));

        Assert.Equal(0, await engine.RunAsync(() =>
        {
            _ = new CustomResource("random:index:Id", "a", ResourceArgs.Empty, null, package);
            _ = new CustomResource("random:index:Id", "b", ResourceArgs.Empty, null, package);
            _ = new CustomResource("random:index:Id", "c", ResourceArgs.Empty, new CustomResourceOptions { Id = "x" }, package);
        }));

        Rampart.Wire.Messages.RegisterPackageRequest request = Assert.Single(engine.Requests.OfType<Rampart.Wire.Messages.RegisterPackageRequest>());
        Assert.Equal(("terraform-provider", "random", "3.0.0"), (request.Name, request.Parameterization.Name, request.Parameterization.Version));
        Assert.Equal(
            ["ref-of-terraform-provider", "ref-of-terraform-provider"],
            engine.Registrations.Where(static registration => registration.Custom).Select(static registration => registration.PackageRef));
        Assert.Equal("ref-of-terraform-provider", Assert.Single(engine.Requests.OfType<ReadResourceRequest>()).PackageRef);
    }

    public static TheoryData<string, Action, string> Unsupported => new()
    {
        {
            "transforms",
            static () => _ = new Thing("a", options: new CustomResourceOptions
            {
                ResourceTransforms = { static (_, _) => Task.FromResult<ResourceTransformResult?>(null) },
            }),
            "resource transforms"
        },
        {
            "invokeTransforms",
            static () => Deployment.Instance.RegisterInvokeTransform(static (_, _) => Task.FromResult<InvokeTransformResult?>(null)),
            "invoke transforms"
        },
        { "resourceHooks", static () => _ = new ErrorHook("hook", static (_, _) => Task.FromResult(true)), "resource hooks" },
        {
            "parameterization",
            static () => _ = new CustomResource("random:index:Id", "a", ResourceArgs.Empty, null, new RegisterPackageRequest("x", "1.0.0", "")),
            "parameterized packages"
        },
    };

    [Theory]
    [MemberData(nameof(Unsupported))]
    public async Task Callback_ThatTheEngineLacks_SaysWhatToDo(string feature, Action program, string what)
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.Features.Remove(feature);

        Assert.Equal(32, await engine.RunAsync(program));
        Assert.Equal(
            $"The Pulumi CLI does not support {what}. Please update the Pulumi CLI.",
            Assert.Single(engine.Messages).Message);
    }

    [Fact]
    public async Task RequireVersion_NotInRange_FailsTheRunWithTheEnginesWords()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnRequireVersion = static range => throw new RpcException(new Status(
            StatusCode.FailedPrecondition, $"Pulumi CLI version 3.100.0 does not satisfy the version range \"{range}\""));

        Assert.Equal(32, await engine.RunAsync(static () => { _ = Deployment.RequirePulumiVersionAsync(">=4.0.0"); }));
        Assert.Equal(
            "Pulumi CLI version 3.100.0 does not satisfy the version range \">=4.0.0\"",
            Assert.Single(engine.Messages).Message);
    }
}

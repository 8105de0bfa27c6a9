using System.Diagnostics;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Pulumi.Utilities;
using Pulumi.Wire;
using Rampart.Wire.Messages;

namespace Pulumi.Tests.Bundled.Wire;

/// <summary>How a run under an engine in another process begins and ends.</summary>
public sealed class LifetimeTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    private static readonly EnginePatience Patience = new(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));

    [Fact]
    public async Task Run_Program_AsksFeaturesThenSendsResourcesThenEnds()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();

        int exitCode = await engine.RunAsync(static () =>
        {
            _ = new Thing("a");
            _ = new Thing("b");
        });

        Assert.Equal(0, exitCode);
        Assert.Empty(engine.Exceptions);
        IMessage[] requests = [.. engine.Requests];
        Assert.Equal(
            ["aliasSpecs", "outputValues", "resourceReferences"],
            requests[..3].Cast<SupportsFeatureRequest>().Select(static request => request.Id).Order(StringComparer.Ordinal));
        Assert.Equal("pulumi:pulumi:Stack", Assert.IsType<RegisterResourceRequest>(requests[3]).Type);
        Assert.Equal(
            ["RegisterResourceOutputsRequest", "RegisterResourceRequest", "RegisterResourceRequest"],
            requests[4..^1].Select(static request => request.Descriptor.Name).Order(StringComparer.Ordinal));
        Assert.IsType<Empty>(requests[^1]);
    }

    [Fact]
    public async Task Run_ManyResources_AreSentInTheProgramsOrder()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        string[] names = [.. Enumerable.Range(0, 300).Select(static i => $"thing-{i:D3}")];

        await engine.RunAsync(() =>
        {
            foreach (string name in names)
            {
                _ = new Thing(name);
            }
        });

        // A server begins calls in any order; the order of their streams is that in which the program sent them.
        Assert.Equal(names, engine.InOrderOfStreams<RegisterResourceRequest>().Skip(1).Select(static request => request.Name));
    }

    [Fact]
    public async Task Run_CallbackThatBlocks_DoesNotKeepOthersFromBeingSent()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();

        int exitCode = await engine.RunAsync(static () =>
        {
            Thing first = new("first");
            first.Id.Apply(static _ =>
            {
                Thing second = new("second", options: new CustomResourceOptions { Parent = new Group("group") });
                return OutputUtilities.GetValueAsync(second.Urn).GetAwaiter().GetResult();
            });
            _ = new Thing("third", new ThingArgs { Text = first.Id });
        }).WaitAsync(Soon, TestContext.Current.CancellationToken);

        Assert.Equal(0, exitCode);
        Assert.Equal(
            ["first", "group", "proj-dev", "second", "third"],
            engine.Registrations.Select(static request => request.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Run_ErrorLogged_IsOneWithoutWaitingForTheEnd()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();

        int exitCode = await engine.RunAsync(static () => Log.Error("not good"));

        Assert.Equal(1, exitCode);
        Assert.Equal("severity: Error\nmessage: not good", MessageText.Of(Assert.Single(engine.Messages)));
        Assert.DoesNotContain(engine.Requests, static request => request is Empty);
    }

    [Fact]
    public async Task Run_ProgramThrows_ReportsAndIsThirtyTwo()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();

        int exitCode = await engine.RunAsync((Action)(static () => throw new RunException("set spicedb:replicas")));

        Assert.Equal(32, exitCode);
        Assert.Equal("severity: Error\nmessage: set spicedb:replicas", MessageText.Of(Assert.Single(engine.Messages)));
        Assert.DoesNotContain(engine.Requests, static request => request is Empty);
    }

    [Fact]
    public async Task Run_RegistrationRefused_SaysWhatWasRefusedAndWhy()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnRegister = static (request, urn) => request.Name == "bad"
            ? throw new RpcException(new Status(StatusCode.InvalidArgument, "Duplicate resource URN"))
            : FakeEngine.Answer(request, urn);

        int exitCode = await engine.RunAsync(static () =>
        {
            Thing bad = new("bad");
            _ = new Thing("after", new ThingArgs { Text = bad.Text });
            Log.Info("about it", bad);
        });

        Assert.Equal(32, exitCode);
        Assert.Equal(
            ["The Pulumi engine refused test:index:Thing 'bad': Duplicate resource URN", "about it"],
            engine.Messages.OrderBy(static message => message.Severity == LogSeverity.Error ? 0 : 1).Select(static message => message.Message));
        Assert.DoesNotContain(engine.Registrations, static request => request.Name == "after");
    }

    [Fact]
    public async Task Run_EngineEndsTheRun_SaysSoOnce()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnRegister = static (request, urn) => request.Custom
            ? throw new RpcException(new Status(StatusCode.Unavailable, "resource monitor shut down while waiting on step's done channel"))
            : FakeEngine.Answer(request, urn);

        int exitCode = await engine.RunAsync(static () =>
        {
            for (int i = 0; i < 20; i++)
            {
                _ = new Thing($"thing-{i}");
            }
        });

        Assert.Equal(32, exitCode);
        Assert.Equal(
            "The Pulumi engine ended the run before the program was through: "
                + "resource monitor shut down while waiting on step's done channel. The reason is among the messages above.",
            Assert.Single(engine.Messages).Message);
    }

    [Fact]
    public async Task Run_EndUnimplemented_IsSuccess()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnShutdown = static () => throw new RpcException(new Status(StatusCode.Unimplemented, "old"));

        Assert.Equal(0, await engine.RunAsync(static () => { }));
    }

    [Fact]
    public async Task Run_EndFails_Reports()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.OnShutdown = static () => throw new RpcException(new Status(StatusCode.Internal, "no more"));

        Assert.Equal(32, await engine.RunAsync(static () => { }));
        Assert.Equal("The Pulumi engine refused the end of the program: no more", Assert.Single(engine.Messages).Message);
    }

    [Fact]
    public async Task Run_EngineNotThere_SaysWhereItWasLookedFor()
    {
        FakeEngine engine = await FakeEngine.StartAsync();
        await engine.DisposeAsync();
        bool hasRun = false;

        int exitCode = await engine.RunAsync(() => hasRun = true).WaitAsync(Soon, TestContext.Current.CancellationToken);

        Assert.Equal(1, exitCode);
        Assert.False(hasRun);
        EngineLostException exception = Assert.IsType<EngineLostException>(Assert.Single(engine.Exceptions));
        Assert.Equal(
            $"Cannot reach the Pulumi engine at {engine.Address} (Connection refused). The engine that started this program is gone, or "
                + "PULUMI_MONITOR and PULUMI_ENGINE are left over from it: start the program with `pulumi up`.",
            exception.Message);
    }

    public static TheoryData<string, Action> Programs => new()
    {
        { "waits for registrations", Register },
        { "waits for something else", static () => Output.Create(Task.Delay(Timeout.Infinite, CancellationToken.None).ContinueWith(static _ => 1, TaskScheduler.Default)) },
        { "blocks its thread", static () => Thread.Sleep(Timeout.Infinite) },
        {
            "logs",
            static () =>
            {
                Register();
                for (int i = 0; i < 100; i++)
                {
                    Log.Info("still here");
                }
            }
        },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task Run_EngineKilled_EndsSoonAndSaysSoOnce(string name, Action program)
    {
        Assert.NotEmpty(name);
        await using FakeEngine engine = await FakeEngine.StartAsync();
        TaskCompletionSource registered = new(TaskCreationOptions.RunContinuationsAsynchronously);
        engine.OnRegister = async (request, urn) =>
        {
            if (!request.Custom)
            {
                registered.TrySetResult();
                return await FakeEngine.Answer(request, urn);
            }

            await Task.Delay(Timeout.Infinite, CancellationToken.None);
            throw new UnreachableException();
        };

        Task<int> run = engine.RunAsync(program);
        await registered.Task.WaitAsync(Soon, TestContext.Current.CancellationToken);
        await Task.Delay(100, TestContext.Current.CancellationToken);
        await engine.KillAsync();
        int exitCode = await run.WaitAsync(Soon, TestContext.Current.CancellationToken);

        Assert.Equal(1, exitCode);
        EngineLostException exception = Assert.IsType<EngineLostException>(Assert.Single(engine.Exceptions.Distinct()));
        Assert.StartsWith($"Lost the Pulumi engine at {engine.Address} (", exception.Message, StringComparison.Ordinal);
        Assert.EndsWith(
            "). What it was doing may be half done: run `pulumi cancel` if the stack is locked, then `pulumi refresh` and `pulumi up`.",
            exception.Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_EngineThatNeverAnswers_EndsAndNamesTheAddress()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        await using SilentProxy proxy = new(engine.Address) { IsSilent = true };
        (engine.Via, engine.Patience) = (proxy.Address, Patience);
        bool hasRun = false;

        int exitCode = await engine.RunAsync(() => hasRun = true).WaitAsync(Soon, TestContext.Current.CancellationToken);

        Assert.Equal(1, exitCode);
        Assert.False(hasRun);
        Assert.Equal(
            $"What listens at {proxy.Address} has taken the connection and has not answered for 1 s. It hangs, or is no Pulumi engine: "
                + "end it and start the program with `pulumi up`, or unset PULUMI_MONITOR and PULUMI_ENGINE if they are left over.",
            Assert.IsType<EngineLostException>(Assert.Single(engine.Exceptions)).Message);
    }

    [Fact]
    public async Task Run_EngineThatFallsSilent_Ends()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        await using SilentProxy proxy = new(engine.Address);
        (engine.Via, engine.Patience) = (proxy.Address, Patience);
        engine.OnRegister = async (request, urn) =>
        {
            proxy.IsSilent = request.Custom;
            return await FakeEngine.Answer(request, urn);
        };

        int exitCode = await engine.RunAsync(Register).WaitAsync(Soon, TestContext.Current.CancellationToken);

        Assert.Equal(1, exitCode);
        EngineLostException exception = Assert.IsType<EngineLostException>(Assert.Single(engine.Exceptions.Distinct()));
        Assert.StartsWith($"Lost the Pulumi engine at {proxy.Address} (", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_RegistrationThatTakesLong_IsWaitedFor()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();
        engine.Patience = Patience;
        engine.OnRegister = async (request, urn) =>
        {
            await Task.Delay(request.Custom ? 4000 : 0);
            return await FakeEngine.Answer(request, urn);
        };

        Assert.Equal(0, await engine.RunAsync(static () => _ = new Thing("a")).WaitAsync(Soon, TestContext.Current.CancellationToken));
    }

    [Trait("Speed", "Slow")]
    [Fact]
    public async Task Run_EngineClosesAnIdleConnection_GoesOn()
    {
        await using FakeEngine engine = await FakeEngine.StartAsync();

        int exitCode = await engine.RunAsync(() => Deployment.RunAsync(async () =>
        {
            await OutputUtilities.GetValueAsync(new Thing("before").Urn);
            await engine.CloseConnectionsAsync();
            await Task.Delay(1500);
            _ = new Thing("after");
        }));

        Assert.Empty(engine.Exceptions);
        Assert.Equal(0, exitCode);
        Assert.Contains(engine.Registrations, static request => request.Name == "after");
    }

    private static void Register()
    {
        for (int i = 0; i < 10; i++)
        {
            _ = new Thing($"thing-{i}");
        }
    }
}

using Rampart.Protocol.Monitor;

namespace Pulumi.Tests;

/// <summary>What a run under an engine tells it, and its exit code.</summary>
[Collection(EnvironmentCollection.Name)]
public sealed class RunAsyncTests
{
    [Fact]
    public async Task RunAsync_WithoutEngine_NamesTheTwoWays()
    {
        InvalidOperationException exception = await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => { }));

        Assert.Equal(
            "Program run without the Pulumi engine available. Deploy it with `pulumi up`, or plan it without an engine: `dotnet run --project infra -- preview`.",
            exception.Message);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task RunAsync_Success_SignalsOnceAndGives0(bool answersLater)
    {
        SpyMonitor monitor = new() { AnswersLater = answersLater };

        int code = await monitor.RunAsync(() => { _ = new Thing("thing"); });

        Assert.Equal((0, 1), (code, monitor.Shutdowns));
        Assert.Empty(monitor.Logs);
        Assert.Equal(["p-s", "thing"], monitor.Registrations.Select(static request => request.Name));
    }

    [Fact]
    public async Task RunAsync_ProgramThrows_TellsTheEngineAndGives32()
    {
        SpyMonitor monitor = new();

        int code = await monitor.RunAsync(() => throw new RunException("for the user"));

        Assert.Equal((32, 0), (code, monitor.Shutdowns));
        Assert.Equal([new LogRequest(LogSeverity.Error, "for the user")], monitor.Logs);
    }

    [Fact]
    public async Task RunAsync_ProblemOfAResource_NamesItsUrn()
    {
        SpyMonitor monitor = new();

        int code = await monitor.RunAsync(() => throw new ResourceException("bad", new Thing("thing"), hideStack: true));

        Assert.Equal(32, code);
        Assert.Equal([new LogRequest(LogSeverity.Error, "bad", SpyMonitor.UrnOf("test:index:Thing", "thing"))], monitor.Logs);
    }

    [Fact]
    public async Task RunAsync_LoggedErrorOnly_Gives1WithoutASignal()
    {
        SpyMonitor monitor = new();

        int code = await monitor.RunAsync(() => Log.Error("bad"));

        Assert.Equal((1, 0), (code, monitor.Shutdowns));
        Assert.Equal([new LogRequest(LogSeverity.Error, "bad")], monitor.Logs);
    }

    [Fact]
    public async Task RunAsync_EngineGone_Gives1()
    {
        SpyMonitor monitor = new() { LogFailure = new IOException("gone") };

        Assert.Equal(1, await monitor.RunAsync(() => throw new RunException("for the user")));
    }

    [Fact]
    public async Task RunAsync_ShutdownFails_IsTold()
    {
        SpyMonitor monitor = new() { ShutdownFailure = new RunException("half way") };

        Assert.Equal(32, await monitor.RunAsync(() => { }));
        Assert.Equal("half way", Assert.Single(monitor.Logs).Message);
    }

    [Fact]
    public async Task RunAsync_SeveralFailures_AllAreToldAndOnlyThen()
    {
        SpyMonitor monitor = new();
        bool isThrough = false;

        int code = await monitor.RunAsync(() =>
        {
            Output.Create(1).Apply(Fail);
            Output.Create(Outputs.LaterAsync(2)).Apply(Fail);
            Output.Create(3).Apply(async _ =>
            {
                await Task.Delay(30, CancellationToken.None);
                isThrough = true;
            });
        });

        // Work that is under way is not abandoned because something else has failed.
        Assert.True(isThrough);
        Assert.Equal(32, code);
        Assert.Equal(
            ["System.FormatException: no 1", "System.FormatException: no 2"],
            monitor.Logs.Select(static log => Programs.WithoutProgram(log.Message)).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task RunAsync_OneFailureReachingMany_IsToldOnce()
    {
        SpyMonitor monitor = new();

        await monitor.RunAsync(() =>
        {
            Output<string> failed = Output.Create(Outputs.LaterAsync(1)).Apply(Fail);
            _ = new Thing("a", new ThingArgs { Text = failed });
            _ = new Thing("b", new ThingArgs { Text = Output.Format($"{failed}!") });
        });

        Assert.Equal("System.FormatException: no 1", Programs.WithoutProgram(Assert.Single(monitor.Logs).Message));
    }

    [Fact]
    public async Task Invoke_Failures_AreTold()
    {
        SpyMonitor monitor = new();

        await monitor.RunAsync(() => Deployment.Instance.Invoke<object>("test:index:ask", InvokeArgs.Empty));

        Assert.Equal(
            "System.InvalidOperationException: Invoke of 'test:index:ask' failed: is bad (a); no ()",
            Programs.WithoutProgram(Assert.Single(monitor.Logs).Message));
    }

    private static string Fail(int value) => throw new FormatException($"no {value}");
}

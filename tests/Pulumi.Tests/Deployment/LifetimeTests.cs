namespace Pulumi.Tests;

/// <summary>When a run ends, and what it reports.</summary>
public sealed class LifetimeTests
{
    [Fact]
    public async Task Run_WorkBegunInCallbacks_IsAwaited()
    {
        RecordingMocks mocks = new() { AnswersLater = true };
        bool isThrough = false;
        await Programs.RunAsync(mocks, () =>
        {
            Thing first = new("first");
            first.Id.Apply(async id =>
            {
                await Task.Delay(20, CancellationToken.None);
                Thing second = new("second", new ThingArgs { Text = id });
                second.Id.Apply(async _ =>
                {
                    await Task.Delay(20, CancellationToken.None);
                    isThrough = true;
                });
            });
        });

        Assert.True(isThrough);
        Assert.Equal(["first", "second"], mocks.Resources.Select(static args => args.Name));
    }

    [Fact]
    public async Task Run_NoResources_Ends()
    {
        RecordingMocks mocks = new();

        Assert.Empty(await Programs.RunAsync(mocks, () => { }));
        Assert.Empty(mocks.Resources);
    }

    [Fact]
    public async Task Run_FailedOutputThatNobodyAwaits_IsReported()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () => Output.Create(1).Apply(Fail));

        Assert.Equal("System.FormatException: no good", Programs.WithoutProgram(message));
    }

    [Fact]
    public async Task Run_LaterFailedOutput_IsReported()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () =>
            Output.Create(Outputs.LaterAsync(1)).Apply(static async value =>
            {
                await Task.Delay(20, CancellationToken.None);
                return value == 1 ? throw new FormatException("no good") : value;
            }));

        Assert.Equal("System.FormatException: no good", Programs.WithoutProgram(message));
    }

    [Fact]
    public async Task Run_ProgramThrows_IsReported()
    {
        Func<Exception, Task<string>> messageOf = static async exception =>
            await Programs.FailAsync(new RecordingMocks(), () => throw exception);

        Assert.Equal("System.FormatException: no good", Programs.WithoutProgram(await messageOf(new FormatException("no good"))));
        Assert.Equal("for the user", await messageOf(new RunException("for the user")));
        Assert.Equal("of a resource", await messageOf(new ResourceException("of a resource", resource: null, hideStack: true)));
        Assert.StartsWith("Pulumi.ResourceException: of a resource", await messageOf(new ResourceException("of a resource", resource: null)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Run_AsyncProgramThrows_IsReported()
    {
        RunException exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(new RecordingMocks(), Programs.Update, async () =>
        {
            await Task.Yield();
            throw new FormatException("no good");
        }));

        Assert.Equal("System.FormatException: no good", Programs.WithoutProgram(exception.Message));
    }

    [Fact]
    public async Task Log_OneError_FailsTheRun()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () => Log.Error("first"));

        Assert.Equal("first", message);
    }

    [Fact]
    public async Task Log_SeveralErrors_FailTheRunTogether()
    {
        AggregateException exception = await Assert.ThrowsAsync<AggregateException>(() => Programs.RunAsync(new RecordingMocks(), () =>
        {
            Log.Error("first");
            Log.Error("second", new Thing("thing"));
        }));

        Assert.Equal(["first", "second"], exception.InnerExceptions.Select(static inner => Assert.IsType<RunException>(inner).Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Log_Exception_FailsTheRunWithItsText()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () => Log.Exception(new FormatException("no good")));

        Assert.StartsWith("System.FormatException: no good", message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Log_LessThanErrors_PassTheRun()
    {
        await Programs.RunAsync(new RecordingMocks(), () =>
        {
            Log.Debug("debug");
            Log.Info("info", ephemeral: true);
            Log.Warn("warn", new Thing("thing"), streamId: 5);
        });
    }

    [Fact]
    public void Log_OutsideDeployment_Throws() =>
        Assert.Throws<InvalidOperationException>(() => Log.Info("lost"));

    private static string Fail(int value) => throw new FormatException("no good");
}

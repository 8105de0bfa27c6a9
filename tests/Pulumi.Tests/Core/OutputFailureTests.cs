using Pulumi.Utilities;

namespace Pulumi.Tests;

/// <summary>Exceptions inside outputs.</summary>
public sealed class OutputFailureTests
{
    public static IEnumerable<TheoryDataRow<Place, bool, string>> Cases() =>
        from place in Enum.GetValues<Place>()
        from isLater in (bool[])[false, true]
        from overload in Failing.Keys
        select new TheoryDataRow<Place, bool, string>(place, isLater, overload)
        {
            TestDisplayName = $"Apply {place}, {(isLater ? "later" : "ready")} source, {overload}",
        };

    private static readonly Dictionary<string, Func<Output<int>, Output<int>>> Failing = new(StringComparer.Ordinal)
    {
        ["function throws"] = source => source.Apply(Throw<int>),
        ["task function throws"] = source => source.Apply(Throw<Task<int>>),
        ["task fails"] = source => source.Apply(_ => FailAsync()),
        ["input function throws"] = source => source.Apply(Throw<Input<int>>),
        ["output function throws"] = source => source.Apply(Throw<Output<int>>),
        ["inner output fails"] = source => source.Apply(_ => Output.Create(FailAsync())),
        ["combined with another"] = source => Output.Tuple(source.Apply(Throw<int>), source).Apply(static both => both.Item2),
        ["in a list"] = source => Output.All(source, source.Apply(Throw<int>)).Apply(static all => all[0]),
        ["of a secret"] = source => Output.CreateSecret(source.Apply(Throw<int>)),
        ["no longer secret"] = source => Output.Unsecret(source.Apply(Throw<int>)),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Apply_CallbackFails_ExceptionReachesWhoeverWaits(Place place, bool isLater, string overload)
    {
        async Task<string> StatementsAsync()
        {
            Output<int> output = Failing[overload](Outputs.Create(Shape.Plain with { IsLater = isLater }, 1));
            return (await Assert.ThrowsAsync<FormatException>(() => OutputUtilities.GetValueAsync(output))).Message;
        }

        if (place == Place.Outside)
        {
            Assert.Equal("no good", await StatementsAsync());
            return;
        }

        // The failed output belongs to the run, although the program has looked at it.
        string message = "";
        RunException exception = await Assert.ThrowsAsync<RunException>(
            () => Programs.RunAsync(place, async () => message = await StatementsAsync()));
        Assert.Equal("no good", message);
        Assert.Equal("System.FormatException: no good", Programs.WithoutProgram(exception.Message));
    }

    [Fact]
    public async Task Create_OfCanceledTask_IsCanceled()
    {
        Output<int> output = Output.Create(Task.FromCanceled<int>(new CancellationToken(canceled: true)));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => OutputUtilities.GetValueAsync(output));
    }

    private static T Throw<T>(int value) => throw new FormatException("no good");

    private static async Task<int> FailAsync()
    {
        await Task.Yield();
        throw new FormatException("no good");
    }
}

using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi.Tests;

/// <summary>Where a test's statements run.</summary>
public enum Place
{
    /// <summary>Outside any deployment.</summary>
    Outside,

    /// <summary>In a preview.</summary>
    Preview,

    /// <summary>In an update.</summary>
    Update,
}

/// <summary>Runs statements as a Pulumi program on mocks.</summary>
internal static class Programs
{
    public static readonly TestOptions Update = new() { IsPreview = false };

    public static readonly TestOptions Preview = new() { IsPreview = true };

    /// <summary>The result of statements that run in a place.</summary>
    public static async Task<T> RunAsync<T>(Place place, Func<Task<T>> statements)
    {
        if (place == Place.Outside)
        {
            return await statements();
        }

        T result = default!;
        await Deployment.TestAsync(new EmptyMocks(), place == Place.Preview ? Preview : Update, async () =>
        {
            result = await statements();
        });
        return result;
    }

    /// <summary>The resources of a program, in an update.</summary>
    public static Task<ImmutableArray<Resource>> RunAsync(IMocks mocks, Action program) => Deployment.TestAsync(mocks, Update, program);

    /// <summary>The message of the only error of a program.</summary>
    public static async Task<string> FailAsync(IMocks mocks, Action program) =>
        (await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync(mocks, Update, program))).Message;

    /// <summary>The first line of what an exception in a program is reported as, without the path of the program.</summary>
    public static string WithoutProgram(string message)
    {
        const string Start = "Running program '", End = "' failed with an unhandled exception:\n";
        Assert.StartsWith(Start, message, StringComparison.Ordinal);
        int end = message.IndexOf(End, StringComparison.Ordinal);
        Assert.True(end > 0, message);
        return message[(end + End.Length)..].Split('\n')[0].TrimEnd('\r');
    }
}

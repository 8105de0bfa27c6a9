using System.Diagnostics;

namespace Pulumi;

/// <summary>Holds a program until a debugger is attached, where <c>pulumi up --attach-debugger</c> asks for it.</summary>
internal static class AttachedDebugger
{
    /// <summary>The environment variable by which the engine asks, <c>true</c>.</summary>
    public const string Variable = "PULUMI_ATTACH_DEBUGGER";

    private const int PauseMilliseconds = 100;

    /// <summary>Ends when a debugger is attached; at once when none is asked for.</summary>
    public static Task WaitAsync() => WaitAsync(Environment.GetEnvironmentVariable(Variable), static () => Debugger.IsAttached);

    /// <summary>Ends when a debugger is attached; at once when none is asked for.</summary>
    /// <param name="asked">The value of <see cref="Variable"/>.</param>
    /// <param name="isAttached">Whether a debugger is attached.</param>
    internal static async Task WaitAsync(string? asked, Func<bool> isAttached)
    {
        while (string.Equals(asked, "true", StringComparison.OrdinalIgnoreCase) && !isAttached())
        {
            await Task.Delay(PauseMilliseconds).ConfigureAwait(false);
        }
    }
}

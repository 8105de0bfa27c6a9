using System.Globalization;

namespace Pulumi.Wire;

/// <summary>Whether the engine has gone. However many calls notice it, it is one event, told once.</summary>
internal sealed class EngineLoss
{
    private readonly TaskCompletionSource<EngineLostException> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile bool _connected;

    /// <summary>Completes when the engine has gone.</summary>
    public Task<EngineLostException> Task => _lost.Task;

    /// <summary>The engine has been reached.</summary>
    public void Connected() => _connected = true;

    /// <summary>Somebody has taken the connection, and does not answer.</summary>
    /// <param name="address">Where.</param>
    /// <param name="waited">How long nothing came.</param>
    /// <returns>The exception that everybody gets.</returns>
    public EngineLostException ReportSilence(EngineAddress address, TimeSpan waited) => Report(
        string.Create(
            CultureInfo.InvariantCulture,
            $"What listens at {address} has taken the connection and has not answered for {waited.TotalSeconds} s. It hangs, or is no Pulumi engine: ")
            + "end it and start the program with `pulumi up`, or unset PULUMI_MONITOR and PULUMI_ENGINE if they are left over.",
        cause: null);

    /// <summary>The engine has gone, or was never there.</summary>
    /// <param name="address">Where it should be.</param>
    /// <param name="cause">How it showed; null for a closed connection.</param>
    /// <returns>The exception that everybody gets.</returns>
    public EngineLostException Report(EngineAddress address, Exception? cause)
    {
        string reason = cause?.GetBaseException().Message ?? "the connection was closed";
        string message = _connected
            ? $"Lost the Pulumi engine at {address} ({reason}). What it was doing may be half done: run `pulumi cancel` if the stack is locked, "
                + "then `pulumi refresh` and `pulumi up`."
            : $"Cannot reach the Pulumi engine at {address} ({reason}). The engine that started this program is gone, or PULUMI_MONITOR and "
                + "PULUMI_ENGINE are left over from it: start the program with `pulumi up`.";
        return Report(message, cause);
    }

    private EngineLostException Report(string message, Exception? cause)
    {
        _lost.TrySetResult(new EngineLostException(message, cause));
        return _lost.Task.Result;
    }
}

using Rampart.Protocol.Monitor;

namespace Pulumi;

/// <summary>Messages to the user of the engine.</summary>
public static class Log
{
    /// <summary>A message for those who look for a fault; shown with <c>--debug</c>.</summary>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Send(LogSeverity.Debug, message, resource, streamId, ephemeral);

    /// <summary>A message that is good to know.</summary>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Send(LogSeverity.Info, message, resource, streamId, ephemeral);

    /// <summary>Something to look at.</summary>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Send(LogSeverity.Warning, message, resource, streamId, ephemeral);

    /// <summary>An error: the program goes on, and the run ends as failed.</summary>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null) =>
        Send(LogSeverity.Error, message, resource, streamId, ephemeral);

    /// <summary>An error from an exception.</summary>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
    {
        ArgumentNullException.ThrowIfNull(exception);
        Error(exception.ToString(), resource, streamId, ephemeral);
    }

    private static void Send(LogSeverity severity, string message, Resource? resource, int? streamId, bool? ephemeral) =>
        Deployment.Require().Log(severity, message, resource, streamId ?? 0, ephemeral ?? false);
}

namespace Rampart.Protocol.Monitor;

/// <summary>How much a message matters.</summary>
public enum LogSeverity
{
    /// <summary>For those who look for a fault.</summary>
    Debug = 0,

    /// <summary>Good to know.</summary>
    Info = 1,

    /// <summary>Something to look at.</summary>
    Warning = 2,

    /// <summary>The run has failed.</summary>
    Error = 3,
}

/// <summary>A message to the user.</summary>
/// <param name="Severity">How much it matters.</param>
/// <param name="Message">The text.</param>
/// <param name="Urn">The resource it is about; empty for none.</param>
/// <param name="StreamId">Groups messages of one stream; 0 for none.</param>
/// <param name="Ephemeral">Whether it is shown only while the run lasts.</param>
public sealed record LogRequest(LogSeverity Severity, string Message, string Urn = "", int StreamId = 0, bool Ephemeral = false);

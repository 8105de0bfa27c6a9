namespace Pulumi.Wire;

/// <summary>The engine cannot be reached, or not any more. There is nobody to report it to but the console.</summary>
/// <param name="message">What happened, and what to do.</param>
/// <param name="cause">How it showed.</param>
internal sealed class EngineLostException(string message, Exception? cause) : RunException(message, cause);

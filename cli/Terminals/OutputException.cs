namespace Rampart.Cli.Terminals;

/// <summary>A report that could not be written to its end.</summary>
/// <param name="cause">What the system says.</param>
internal sealed class OutputException(Exception cause) : Exception(cause.GetBaseException().Message.TrimEnd('.'), cause);

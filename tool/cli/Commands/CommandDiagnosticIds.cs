namespace Rampart.Cli.Commands;

/// <summary>The ids of what can be wrong with what a command is asked to do.</summary>
public static class CommandDiagnosticIds
{
    /// <summary>A secret is to be written in the clear and could not be decrypted.</summary>
    public const string SecretNotDecrypted = "RMP7080";
}

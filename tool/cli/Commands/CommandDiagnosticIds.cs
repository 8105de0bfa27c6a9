namespace Rampart.Cli.Commands;

/// <summary>The ids of what can be wrong with what a command is asked to do.</summary>
public static class CommandDiagnosticIds
{
    /// <summary>A secret is to be written in the clear and could not be decrypted.</summary>
    public const string SecretNotDecrypted = "RMP7080";

    /// <summary>A part of a stack cannot be planned: a component, a chart or a function of a provider, which a plan does not start.</summary>
    public const string NotPlanned = "RMP7121";
}

namespace Rampart.Rules.Settings;

/// <summary>What a component does about a workload that breaks a rule, before it registers it.</summary>
public enum EnforcementMode
{
    /// <summary>Errors stop the program, warnings are logged.</summary>
    Error,

    /// <summary>Everything is logged as a warning.</summary>
    Warning,

    /// <summary>Nothing is looked at: somebody else checks the whole stack.</summary>
    Off,
}

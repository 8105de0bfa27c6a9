using Pulumi;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Options;
using Rampart.Rules.Settings;

namespace Rampart.Components.Enforcement;

/// <summary>What components do about a workload that breaks a rule.</summary>
/// <param name="Mode">The value of <c>rampart:enforcement</c>: <c>error</c>, the default, <c>warning</c> or <c>off</c>.</param>
/// <param name="Options">What the check goes by.</param>
internal sealed record EnforcementSettings(EnforcementMode Mode, CheckOptions Options)
{
    private static readonly EnforcementSettings Off = new(EnforcementMode.Off, CheckOptions.Default);

    /// <summary>Reads the configuration of the stack that runs.</summary>
    /// <exception cref="RunException">Something is wrong with it; the message has a line for each problem, the same as those of <c>check</c>.</exception>
    public static EnforcementSettings Read()
    {
        RuleSettingsResult result = RuleConfiguration.Read();
        if (result.Settings.Enforcement == EnforcementMode.Off)
        {
            return Off;
        }

        List<Diagnostic> diagnostics = [.. result.Diagnostics];
        if (!CheckDay.TryFind(Environment.GetEnvironmentVariable, TimeProvider.System, out DateOnly today, out Diagnostic? wrongDay))
        {
            diagnostics.Add(wrongDay);
        }

        return diagnostics.Count == 0
            ? new EnforcementSettings(result.Settings.Enforcement, result.Settings.ToOptions(level: null, version: null, today))
            : throw new RunException(string.Join('\n', diagnostics));
    }
}

using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Settings;

/// <summary>Settings, and all that is wrong with them.</summary>
/// <param name="Settings">What could be read.</param>
/// <param name="Diagnostics">What is wrong, in the order of <see cref="DiagnosticOrder"/>.</param>
public sealed record RuleSettingsResult(RuleSettings Settings, IReadOnlyList<Diagnostic> Diagnostics)
{
    /// <summary>Reads settings.</summary>
    /// <param name="settings">The settings; the key of each is <paramref name="prefix"/> and the setting's name.</param>
    /// <param name="prefix">What stands before the names.</param>
    public static RuleSettingsResult Of(IEnumerable<SettingNode> settings, string prefix)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(prefix);
        List<Diagnostic> diagnostics = [];
        RuleSettingsReader reader = new(diagnostics, prefix);
        foreach (SettingNode setting in settings)
        {
            reader.Read(setting);
        }

        DiagnosticOrder.Sort(diagnostics);
        return new RuleSettingsResult(reader.ToSettings(), diagnostics);
    }

    /// <summary>Reads the keys <c>rampart:…</c> of the configuration that an engine hands over.</summary>
    /// <param name="configuration">Texts by full keys, lists and mappings as JSON; other keys are left alone.</param>
    /// <param name="isSecret">Whether the value of a key is secret; no setting may be.</param>
    /// <param name="stack">Name of the stack.</param>
    public static RuleSettingsResult OfConfiguration(
        IEnumerable<KeyValuePair<string, string>> configuration, Func<string, bool> isSecret, string stack) => Of(
            configuration
                .Where(static value => value.Key.StartsWith(RuleSettings.Namespace, StringComparison.Ordinal))
                .Select(value => JsonSettingNode.Of($"Pulumi.{stack}.yaml", value.Key, isSecret(value.Key) ? null : value.Value)),
            RuleSettings.Namespace);
}

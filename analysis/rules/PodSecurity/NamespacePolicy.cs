using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity;

/// <summary>The standards of a namespace, one per mode.</summary>
/// <param name="Enforce">Pods that violate it are rejected.</param>
/// <param name="Audit">What violates it is noted in the audit log.</param>
/// <param name="Warn">Who applies what violates it is warned.</param>
public sealed record NamespacePolicy(LevelVersion Enforce, LevelVersion Audit, LevelVersion Warn)
{
    /// <summary>What starts every label.</summary>
    public const string LabelPrefix = "pod-security.kubernetes.io/";

    /// <summary>The policy of a namespace without labels in a cluster that sets no defaults: privileged everywhere.</summary>
    public static readonly NamespacePolicy Default = new(Open, Open, Open);

    private static LevelVersion Open => new(PodSecurityLevel.Privileged, PolicyVersion.Latest);

    /// <summary>
    /// What the API server says of labels that it does not take, e.g. <c>metadata.labels[pod-security.kubernetes.io/warn]:
    /// Invalid value: "none": must be one of privileged, baseline, restricted</c>. Empty when there are none.
    /// </summary>
    public IReadOnlyList<string> Errors { get; init; } = [];

    /// <summary>The paths of labels whose values are not known yet; what they decide is taken from the defaults.</summary>
    public IReadOnlyList<UnknownField> UnknownFields { get; init; } = [];

    /// <summary>Reads the labels of a namespace.</summary>
    /// <param name="labels">The value of <c>metadata.labels</c>.</param>
    /// <param name="defaults">What holds without labels; the default is <see cref="Default"/>.</param>
    /// <remarks>
    /// A version without label is <c>latest</c>, unless the defaults say otherwise. An invalid enforce label counts as
    /// restricted, an invalid audit or warn label as privileged, an invalid version as latest. Without a warn label the warn
    /// level follows a stricter enforce level, and then, without a warn-version label, its version too; audit does not.
    /// </remarks>
    public static NamespacePolicy FromLabels(PropertyValue labels, NamespacePolicy? defaults = null)
    {
        defaults ??= Default;
        List<string> errors = [];
        List<UnknownField> unknown = [];
        Field fields = new(labels);
        if (fields.Presence == Flag.Unknown)
        {
            unknown.Add(new UnknownField("metadata.labels", UnknownFieldFinder.Describe(fields.Value, PropertyKind.Object)));
            return defaults with { UnknownFields = unknown };
        }

        Label enforceLevel = Read(LabelPrefix + "enforce"), enforceVersion = Read(LabelPrefix + "enforce-version");
        Label auditLevel = Read(LabelPrefix + "audit"), auditVersion = Read(LabelPrefix + "audit-version");
        Label warnLevel = Read(LabelPrefix + "warn"), warnVersion = Read(LabelPrefix + "warn-version");
        LevelVersion enforce = new(
            Level(enforceLevel, defaults.Enforce.Level, PodSecurityLevel.Restricted), Version(enforceVersion, defaults.Enforce.Version));
        LevelVersion audit = new(
            Level(auditLevel, defaults.Audit.Level, PodSecurityLevel.Privileged), Version(auditVersion, defaults.Audit.Version));
        LevelVersion warn = new(
            Level(warnLevel, defaults.Warn.Level, PodSecurityLevel.Privileged), Version(warnVersion, defaults.Warn.Version));

        bool isEnforceLevelValid = enforceLevel.Text is not null && PodSecurityLevels.TryParse(enforceLevel.Text, out _);
        if (!warnLevel.IsPresent && isEnforceLevelValid && enforce.Level > warn.Level)
        {
            warn = new LevelVersion(enforce.Level, warnVersion.IsPresent ? warn.Version : enforce.Version);
        }

        return new NamespacePolicy(enforce, audit, warn) { Errors = errors, UnknownFields = unknown };

        Label Read(string name)
        {
            Field field = fields[name];
            if (field.TryGetText(out string text))
            {
                return new Label(name, !field.IsUnset, field.IsUnset ? null : text, field.Shown);
            }

            unknown.Add(new UnknownField($"metadata.labels[{name}]", UnknownFieldFinder.Describe(field.Value, PropertyKind.String)));
            return new Label(name, true, null, "");
        }

        PodSecurityLevel Level(Label label, PodSecurityLevel missing, PodSecurityLevel invalid)
        {
            if (label.Text is null)
            {
                return missing;
            }

            if (PodSecurityLevels.TryParse(label.Text, out PodSecurityLevel level))
            {
                return level;
            }

            errors.Add(Invalid(label, PodSecurityLevels.Expected));
            return invalid;
        }

        PolicyVersion Version(Label label, PolicyVersion missing)
        {
            if (label.Text is null)
            {
                return missing;
            }

            if (!PolicyVersion.TryParse(label.Text, out PolicyVersion version))
            {
                errors.Add(Invalid(label, PolicyVersion.Expected));
            }

            return version;
        }
    }

    private static string Invalid(Label label, string expected) =>
        $"metadata.labels[{label.Name}]: Invalid value: {GoQuote.Of(label.Shown)}: {expected}";

    private readonly record struct Label(string Name, bool IsPresent, string? Text, string Shown);
}

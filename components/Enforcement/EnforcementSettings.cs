using System.Globalization;
using System.Text.Json;
using Pulumi;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Images;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Waivers;

namespace Rampart.Components.Enforcement;

/// <summary>What the stack's configuration says about checks: the same keys that <c>check</c> reads and explains, <c>rampart:…</c>.</summary>
/// <param name="Mode">The value of <c>rampart:enforcement</c>: <c>error</c>, the default, <c>warning</c> or <c>off</c>.</param>
/// <param name="Options">What the check goes by.</param>
internal sealed record EnforcementSettings(EnforcementMode Mode, CheckOptions Options)
{
    private const string Namespace = "rampart";

    private static readonly EnforcementSettings Off = new(EnforcementMode.Off, CheckOptions.Default);

    /// <summary>Reads the configuration of the stack that runs.</summary>
    /// <exception cref="RunException">A value is not what <c>check</c> takes either.</exception>
    public static EnforcementSettings Read()
    {
        Config config = new(Namespace);
        EnforcementMode mode = config.Get("enforcement") switch
        {
            null or "" or "error" => EnforcementMode.Error,
            "warning" => EnforcementMode.Warning,
            "off" => EnforcementMode.Off,
            { } other => throw Invalid("enforcement", other, "give error, warning or off"),
        };
        return mode == EnforcementMode.Off ? Off : new EnforcementSettings(mode, new CheckOptions
        {
            PodSecurity = new LevelVersion(Level(config), Version(config)),
            Severities = Severities(config),
            Waivers = [.. Items(config, "waivers").Select(Waiver)],
            AllowedRegistries = [.. Items(config, "allowedRegistries").Select(Registry)],
            Today = DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        });
    }

    private static PodSecurityLevel Level(Config config) => config.Get("level") is not { Length: > 0 } text ? PodSecurityLevel.Restricted
        : PodSecurityLevels.TryParse(text, out PodSecurityLevel level) && level != PodSecurityLevel.Privileged ? level
        : throw Invalid("level", text, "give baseline or restricted");

    private static PolicyVersion Version(Config config) => config.Get("version") is not { Length: > 0 } text ? PolicyVersion.Latest
        : PolicyVersion.TryParse(text, out PolicyVersion version) ? version
        : throw Invalid("version", text, "give latest or v1.N, e.g. v1.35");

    private static Dictionary<string, DiagnosticSeverity?> Severities(Config config)
    {
        Dictionary<string, DiagnosticSeverity?> severities = new(StringComparer.Ordinal);
        if (config.GetObject<JsonElement?>("severities") is not { } given)
        {
            return severities;
        }

        if (given.ValueKind != JsonValueKind.Object)
        {
            throw Invalid("severities", given.GetRawText(), "give a mapping from rules to severities");
        }

        foreach (JsonProperty entry in given.EnumerateObject())
        {
            severities[Rule("severities", entry.Name).Id] = entry.Value.ValueKind == JsonValueKind.String ? entry.Value.GetString() switch
            {
                "error" => DiagnosticSeverity.Error,
                "warning" => DiagnosticSeverity.Warning,
                "info" => DiagnosticSeverity.Info,
                "off" => null,
                { } other => throw Invalid($"severities.{entry.Name}", other, "give error, warning, info or off"),
                null => null,
            }
            : throw Invalid($"severities.{entry.Name}", entry.Value.GetRawText(), "give error, warning, info or off");
        }

        return severities;
    }

    private static JsonElement[] Items(Config config, string key)
    {
        if (config.GetObject<JsonElement?>(key) is not { } given)
        {
            return [];
        }

        return given.ValueKind == JsonValueKind.Array
            ? [.. given.EnumerateArray()]
            : throw Invalid(key, given.GetRawText(), "give a list");
    }

    private static ImagePrefix Registry(JsonElement item) =>
        ImagePrefix.TryParse(item.ValueKind == JsonValueKind.String ? item.GetString() : null, out ImagePrefix? prefix, out string? error)
            ? prefix
            : throw new RunException($"{Namespace}:allowedRegistries: {error}; give a registry or a part of one, e.g. docker.io/authzed");

    private static Waiver Waiver(JsonElement item)
    {
        string expires = Text(item, "expires");
        if (!DateOnly.TryParseExact(expires, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out DateOnly day))
        {
            throw Invalid("waivers.expires", expires, "give the last day as YYYY-MM-DD");
        }

        return ObjectPattern.TryParse(Text(item, "object"), out ObjectPattern? pattern, out string? error)
            ? new Waiver(Rule("waivers.rule", Text(item, "rule")).Id, pattern, Text(item, "reason"), Text(item, "owner"), day)
            {
                Path = item.TryGetProperty("path", out _) ? Path(Text(item, "path")) : PathPrefix.Everything,
            }
            : throw new RunException($"{Namespace}:waivers.object: {error}; {ObjectPattern.Expected}");
    }

    private static PathPrefix Path(string text) => PathPrefix.TryParse(text, out PathPrefix? path, out string? error)
        ? path
        : throw new RunException($"{Namespace}:waivers.path: {error}; {PathPrefix.Expected}");

    private static string Text(JsonElement waiver, string name) =>
        waiver.ValueKind == JsonValueKind.Object
        && waiver.TryGetProperty(name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString() is { Length: > 0 } text
            ? text
            : throw new RunException($"{Namespace}:waivers: a waiver has no {name}; give rule, object, reason, owner and expires");

    private static Rule Rule(string key, string text) =>
        RuleCatalogue.TryFind(text, out Rule? rule) ? rule : throw Invalid(key, text, "give the number or the name of a rule");

    private static RunException Invalid(string key, string value, string fix) =>
        new($"{Namespace}:{key}: {QuotedText.Of(value)} is not allowed; {fix}");
}

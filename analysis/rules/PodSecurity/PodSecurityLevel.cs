using System.Diagnostics.CodeAnalysis;

namespace Rampart.Rules.PodSecurity;

/// <summary>How strict a Pod Security Standard is; a larger value is stricter.</summary>
public enum PodSecurityLevel
{
    /// <summary>Everything is allowed.</summary>
    Privileged,

    /// <summary>Known ways to take over the node are forbidden.</summary>
    Baseline,

    /// <summary>Baseline, and what hardening of pods asks for besides.</summary>
    Restricted,
}

/// <summary>The texts of <see cref="PodSecurityLevel"/> in labels and messages.</summary>
public static class PodSecurityLevels
{
    /// <summary>What a text that is no level is answered with.</summary>
    public const string Expected = "must be one of privileged, baseline, restricted";

    /// <summary>The text of a level: <c>privileged</c>, <c>baseline</c> or <c>restricted</c>.</summary>
    public static string ToText(this PodSecurityLevel level) => level switch
    {
        PodSecurityLevel.Privileged => "privileged",
        PodSecurityLevel.Baseline => "baseline",
        _ => "restricted",
    };

    /// <summary>Reads a level. Case matters. A text that is none gives <see cref="PodSecurityLevel.Restricted"/> and false.</summary>
    public static bool TryParse([NotNullWhen(true)] string? text, out PodSecurityLevel level)
    {
        level = text switch
        {
            "privileged" => PodSecurityLevel.Privileged,
            "baseline" => PodSecurityLevel.Baseline,
            _ => PodSecurityLevel.Restricted,
        };
        return level != PodSecurityLevel.Restricted || text is "restricted";
    }
}

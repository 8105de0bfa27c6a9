namespace Rampart.Rules.PodSecurity;

/// <summary>A Pod Security Standard: a level as of a version.</summary>
/// <param name="Level">How strict it is.</param>
/// <param name="Version">The version, as it was asked for.</param>
public readonly record struct LevelVersion(PodSecurityLevel Level, PolicyVersion Version)
{
    /// <summary>The text in messages: <c>restricted:latest</c>, <c>baseline:v1.35</c>.</summary>
    public override string ToString() => $"{Level.ToText()}:{Version}";
}

namespace Rampart.Plan.Configuration;

/// <summary>Configuration that is given in code, and wins over that of files.</summary>
/// <param name="Values">Texts by key, lists and mappings as JSON; a key without a namespace is the project's.</param>
/// <param name="SecretKeys">The keys whose values are secret, besides those that files or declarations make so.</param>
public sealed record GivenValues(IReadOnlyDictionary<string, string> Values, IReadOnlyCollection<string> SecretKeys)
{
    /// <summary>What messages name as the file of such a value.</summary>
    public const string Source = "Config";
}

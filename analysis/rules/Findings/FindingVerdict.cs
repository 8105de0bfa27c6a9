namespace Rampart.Rules.Findings;

/// <summary>What a finding says of its rule.</summary>
public enum FindingVerdict
{
    /// <summary>The rule is broken, whatever the values that are not known yet turn out to be.</summary>
    Broken,

    /// <summary>It depends on a value that is not known yet; or on one of a wrong type, while the rule about types is off.</summary>
    Unknown,
}

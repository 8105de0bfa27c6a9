namespace Rampart.Rules.Images.Advisories;

/// <summary>A security advisory about SpiceDB.</summary>
/// <param name="Id">The CVE, or else the GHSA id, or else what it is called here.</param>
/// <param name="Introduced">The first release that has the flaw.</param>
/// <param name="Fixed">The first release without it.</param>
/// <param name="Effect">What can happen, in a few words.</param>
internal sealed record SpiceDbAdvisory(string Id, SpiceDbVersion Introduced, SpiceDbVersion Fixed, string Effect)
{
    public bool Affects(SpiceDbVersion version) => version >= Introduced && version < Fixed;
}

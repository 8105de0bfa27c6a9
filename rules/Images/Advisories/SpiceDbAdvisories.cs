namespace Rampart.Rules.Images.Advisories;

/// <summary>What is publicly known against releases of SpiceDB.</summary>
/// <remarks>
/// Sources: the changelog and the advisories of github.com/authzed/spicedb. An advisory that names no first release counts from
/// the beginning, as vulnerability databases have it.
/// </remarks>
internal static class SpiceDbAdvisories
{
    // By the release that mends them.
    public static IReadOnlyList<SpiceDbAdvisory> All { get; } =
    [
        Of("CVE-2023-29193", default, V(19, 1), "the metrics port shows the preshared key"),
        Of("CVE-2023-35930", V(22, 0), V(22, 2), "LookupResources misses results"),
        Of("CVE-2023-46255", default, V(27, 0), "a malformed datastore URI is logged with its password"),
        Of("CVE-2024-27101", default, V(29, 2), "checks of very large sets give a wrong answer"),
        Of("CVE-2024-32001", default, V(30, 1), "LookupSubjects misses results"),
        Of("CVE-2024-48909", V(35, 0), V(37, 1), "LookupResources loses the context of caveats"),
        Of("CVE-2025-49011", default, V(44, 2), "checks with caveats deny what is allowed"),
        Of("GHSA-9m7r-g8hg-x3vr", default, V(47, 1), "LookupResources misses results"),
        Of("GHSA-vhvq-fv9f-wh4q", default, V(49, 1), "of low severity"),
        Of("CVE-2026-40091", V(49, 0), V(51, 1), "the datastore's password is logged at level info"),
        Of("GHSA-4vrg-r928-h5vv", default, V(54, 0), "a cached answer is given to another check"),
        Of("GHSA-hrxh-6v49-42gf", default, V(56, 0), "gRPC's xDS RBAC and HTTP/2 flaws"),
    ];

    /// <summary>Whether a release was withdrawn, and which one its authors name instead.</summary>
    public static bool IsWithdrawn(SpiceDbVersion version, out SpiceDbVersion instead)
    {
        bool isFaulty = version == V(45, 0);
        instead = isFaulty ? V(45, 1) : V(51, 1);
        return isFaulty || (version >= V(49, 0) && version <= V(51, 0));
    }

    /// <summary>Whether an image is one that SpiceDB's authors publish.</summary>
    public static bool IsPublished(ImageReference image) =>
        image.Path == "authzed/spicedb" && image.Domain is "docker.io" or "ghcr.io" or "quay.io";

    private static SpiceDbAdvisory Of(string id, SpiceDbVersion introduced, SpiceDbVersion mended, string effect) =>
        new(id, introduced, mended, effect);

    private static SpiceDbVersion V(int minor, int patch) => new(1, minor, patch);
}

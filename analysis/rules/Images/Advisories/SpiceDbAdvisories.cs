namespace Rampart.Rules.Images.Advisories;

/// <summary>What is publicly known against releases of SpiceDB.</summary>
/// <remarks>
/// Sources: the changelog and the advisories of github.com/authzed/spicedb. An advisory that names no first release counts from
/// the beginning, as vulnerability databases have it.
/// </remarks>
internal static class SpiceDbAdvisories
{
    // By the release that fixes them.
    public static IReadOnlyList<SpiceDbAdvisory> All { get; } =
    [
        Of("CVE-2022-21646", V(3, 0), V(4, 0), "Lookup takes no account of wildcards"),
        Of("CVE-2023-29193", default, V(19, 1), "the metrics port shows the preshared key"),
        Of("CVE-2023-35930", V(22, 0), V(22, 2), "LookupResources misses results"),
        Of("CVE-2023-46255", default, V(27, 0), "a malformed datastore URI is logged with its password"),
        Of("CVE-2024-27101", default, V(29, 2), "checks of very large sets give a wrong answer"),
        Of("CVE-2024-32001", default, V(30, 1), "LookupSubjects misses results"),
        Of("CVE-2024-38361", default, V(33, 1), "checks of exclusions below an arrow deny what is allowed"),
        Of("CVE-2024-46989", default, V(35, 3), "checks with several caveats deny what is allowed"),
        Of("CVE-2024-48909", V(35, 0), V(37, 1), "LookupResources loses the context of caveats"),
        Of("CVE-2025-49011", default, V(44, 2), "checks with caveats deny what is allowed"),
        Of("CVE-2025-64529", default, V(45, 2), "a write that is too large is lost and reported as done"),
        Of("CVE-2025-65111", default, V(47, 1), "LookupResources misses results"),
        Of("GHSA-vhvq-fv9f-wh4q", V(29, 3), V(49, 1), "a forged cursor of LookupResources ends the process"),
        Of("CVE-2026-40091", V(49, 0), V(51, 1), "the datastore's password is logged at level info"),
        Of("CVE-2026-46668", V(15, 0), V(52, 0), "checks with nested lists in caveats get another check's answer"),
        Of("CVE-2026-55866", V(34, 0), V(54, 0), "a cached answer is given to another check"),
        Of("GHSA-hrxh-6v49-42gf", default, V(56, 0), "gRPC's xDS RBAC and HTTP/2 flaws"),
        Of("GHSA-jf7w-wx43-32gc", default, V(56, 2), "of low severity"),

        // Its changelog has no number for it.
        Of("expired permissions", V(54, 0), V(57, 1), "caches keep permissions that have expired"),
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

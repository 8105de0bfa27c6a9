using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Images;

/// <summary>The cases of the rule about releases of SpiceDB.</summary>
internal static class SpiceDbAdvisoryRuleCases
{
    private const string Path = "spec.template.spec.containers[0].image";
    private const string Cached = "GHSA-4vrg-r928-h5vv (a cached answer is given to another check; mended in v1.54.0)";
    private const string Grpc = "GHSA-hrxh-6v49-42gf (gRPC's xDS RBAC and HTTP/2 flaws; mended in v1.56.0)";
    private const string Lookup = "GHSA-9m7r-g8hg-x3vr (LookupResources misses results; mended in v1.47.1)";
    private const string Low = "GHSA-vhvq-fv9f-wh4q (of low severity; mended in v1.49.1)";
    private const string Password = "CVE-2026-40091 (the datastore's password is logged at level info; mended in v1.51.1)";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP2031", "another image", [Hardened.Deployment()]),
        new("RMP2031", "without known flaws", [Hardened.Container("image", "'docker.io/authzed/spicedb:v1.56.0'")]),
        new("RMP2031", "a tag that is no release",
            [Hardened.Container("image", "'authzed/spicedb:latest'"), Hardened.Container("image", "'authzed/spicedb:1.39.0'"), Hardened.Container("image", "'authzed/spicedb:v1.39'")]),
        new("RMP2031", "another registry", [Hardened.Container("image", "'registry.example.com/authzed/spicedb:v1.39.0'")]),
        new("RMP2031", "the guide's", [Hardened.Container("image", "'authzed/spicedb:v1.39.0'")],
            $"{Path}: v1.39.0 of SpiceDB in container 'app' has known flaws: "
            + $"CVE-2025-49011 (checks with caveats deny what is allowed; mended in v1.44.2), {Lookup}, {Low}, {Cached}, {Grpc}"),
        new("RMP2031", "withdrawn", [Hardened.Container("image", "'ghcr.io/authzed/spicedb:v1.50.0-debug'")],
            $"{Path}: v1.50.0 of SpiceDB in container 'app' was withdrawn in favour of v1.51.1 and has known flaws: {Password}, {Cached}, {Grpc}"),
        new("RMP2031", "withdrawn for another reason", [Hardened.Container("image", "'quay.io/authzed/spicedb:v1.45.0'")],
            $"{Path}: v1.45.0 of SpiceDB in container 'app' was withdrawn in favour of v1.45.1 and has known flaws: {Lookup}, {Low}, {Cached}, {Grpc}"),
        new("RMP2031", "one flaw", [Hardened.Container("image", "'authzed/spicedb:v1.54.0'")],
            $"{Path}: v1.54.0 of SpiceDB in container 'app' has known flaws: {Grpc}"),
        new("RMP2031", "unknown", [Hardened.Container("image", "'?'")], $"? {Path} is not known yet"),
    ];
}

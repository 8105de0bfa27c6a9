using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Images;

/// <summary>The cases of the rule about releases of SpiceDB.</summary>
internal static class SpiceDbAdvisoryRuleCases
{
    private const string Path = "spec.template.spec.containers[0].image";
    private const string Cached = "CVE-2026-55866 (a cached answer is given to another check; fixed in v1.54.0)";
    private const string Grpc = "GHSA-hrxh-6v49-42gf (gRPC's xDS RBAC and HTTP/2 flaws; fixed in v1.56.0)";
    private const string Lookup = "CVE-2025-65111 (LookupResources misses results; fixed in v1.47.1)";
    private const string Cursor = "GHSA-vhvq-fv9f-wh4q (a forged cursor of LookupResources ends the process; fixed in v1.49.1)";
    private const string Password = "CVE-2026-40091 (the datastore's password is logged at level info; fixed in v1.51.1)";
    private const string Write = "CVE-2025-64529 (a write that is too large is lost and reported as done; fixed in v1.45.2)";
    private const string Nested = "CVE-2026-46668 (checks with nested lists in caveats get another check's answer; fixed in v1.52.0)";
    private const string Low = "GHSA-jf7w-wx43-32gc (of low severity; fixed in v1.56.2)";
    private const string Expired = "expired permissions (caches keep permissions that have expired; fixed in v1.57.1)";

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP2031", "another image", [Hardened.Deployment()]),
        new("RMP2031", "without known flaws", [Hardened.Container("image", "'docker.io/authzed/spicedb:v1.57.1'")]),
        new("RMP2031", "a tag that is no release",
            [Hardened.Container("image", "'authzed/spicedb:latest'"), Hardened.Container("image", "'authzed/spicedb:1.39.0'"), Hardened.Container("image", "'authzed/spicedb:v1.39'")]),
        new("RMP2031", "another registry", [Hardened.Container("image", "'registry.example.com/authzed/spicedb:v1.39.0'")]),
        new("RMP2031", "the guide's", [Hardened.Container("image", "'authzed/spicedb:v1.39.0'")],
            $"{Path}: v1.39.0 of SpiceDB in container 'app' has known vulnerabilities: "
            + $"CVE-2025-49011 (checks with caveats deny what is allowed; fixed in v1.44.2), {Write}, {Lookup}, {Cursor}, {Nested}, {Cached}, {Grpc}, {Low}"),
        new("RMP2031", "withdrawn", [Hardened.Container("image", "'ghcr.io/authzed/spicedb:v1.50.0-debug'")],
            $"{Path}: v1.50.0 of SpiceDB in container 'app' was withdrawn in favor of v1.51.1 and has known vulnerabilities: {Password}, {Nested}, {Cached}, {Grpc}, {Low}"),
        new("RMP2031", "withdrawn for another reason", [Hardened.Container("image", "'quay.io/authzed/spicedb:v1.45.0'")],
            $"{Path}: v1.45.0 of SpiceDB in container 'app' was withdrawn in favor of v1.45.1 and has known vulnerabilities: {Write}, {Lookup}, {Cursor}, {Nested}, {Cached}, {Grpc}, {Low}"),
        new("RMP2031", "one flaw", [Hardened.Container("image", "'authzed/spicedb:v1.54.0'")],
            $"{Path}: v1.54.0 of SpiceDB in container 'app' has known vulnerabilities: {Grpc}, {Low}, {Expired}"),
        new("RMP2031", "expired permissions only", [Hardened.Container("image", "'authzed/spicedb:v1.57.0'")],
            $"{Path}: v1.57.0 of SpiceDB in container 'app' has known vulnerabilities: {Expired}"),
        new("RMP2031", "before the ranges", [Hardened.Container("image", "'authzed/spicedb:v1.29.2'")],
            $"{Path}: v1.29.2 of SpiceDB in container 'app' has known vulnerabilities: CVE-2024-32001 (LookupSubjects misses results; fixed in v1.30.1), "
            + "CVE-2024-38361 (checks of exclusions below an arrow deny what is allowed; fixed in v1.33.1), "
            + "CVE-2024-46989 (checks with several caveats deny what is allowed; fixed in v1.35.3), "
            + $"CVE-2025-49011 (checks with caveats deny what is allowed; fixed in v1.44.2), {Write}, {Lookup}, {Nested}, {Grpc}, {Low}"),
        new("RMP2031", "unknown", [Hardened.Container("image", "'?'")], $"? {Path} is not known yet"),
    ];
}

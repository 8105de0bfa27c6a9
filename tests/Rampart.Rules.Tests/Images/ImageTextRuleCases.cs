using Rampart.Protocol.Values;
using Rampart.Rules.Images;
using Rampart.Rules.Options;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Images;

/// <summary>The cases of the rules about what an image is called.</summary>
internal static class ImageTextRuleCases
{
    private const string Container = "spec.template.spec.containers[0]";
    private const string Digest = "sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa";

    private static readonly CheckOptions FromAuthzed = Allow("docker.io/authzed/", "ghcr.io");

    public static IReadOnlyList<RuleCase> All { get; } =
    [
        new("RMP2001", "valid", [Hardened.Deployment()]),
        new("RMP2001", "missing", [Image("null")], $"{Container}.image: container 'app' has no image"),
        new("RMP2001", "empty", [Image("''")], $"{Container}.image: container 'app' has no image"),
        new("RMP2001", "upper case", [Image("'shop/App:v1'")],
            $"{Container}.image: container 'app' has no valid image: 'shop/App:v1' is not an image reference: unexpected 'A' at character 6 in the repository name; it must be lower case"),
        new("RMP2001", "a secret that is none", [Image("'!shop/App:v1'")],
            $"{Container}.image: container 'app' has no valid image: the text is not an image reference"),
        new("RMP2001", "a password", [Image("'user:hunter2@registry.example/app:v1'")],
            $"{Container}.image: container 'app' has no valid image: a reference cannot hold a user and a password"),
        new("RMP2001", "unknown", [Image("'?'")], $"? {Container}.image is not known yet"),
        new("RMP2001", "not a text", [Image("7")], $"? {Container}.image is a number, which the API server does not take here"),
        new("RMP2001", "containers that are a text", [Hardened.Pod("containers", "'app'")], "? spec.template.spec.containers is a string, which the API server does not take here"),
        new("RMP2001", "volume", [Hardened.Pod("volumes", "[{'name': 'model', 'image': {}}, {'name': 'tmp', 'emptyDir': {}}, '?']")],
            "spec.template.spec.volumes[0].image.reference: volume 'model' has no image"),

        new("RMP2002", "tag and digest", [Hardened.Deployment()]),
        new("RMP2002", "tag", [Image("'app:v1'")]),
        new("RMP2002", "digest alone", [Image($"'app@{Digest}'")]),
        new("RMP2002", "latest with a digest", [Image($"'app:latest@{Digest}'")]),
        new("RMP2002", "no tag", [Image("'localhost:5000/app'")],
            $"{Container}.image: image 'localhost:5000/app' of container 'app' has no tag, which means 'latest'"),
        new("RMP2002", "latest", [Image("'app:latest'")], $"{Container}.image: image 'app:latest' of container 'app' has the tag 'latest', which moves"),
        .. new[] { "main", "master", "stable", "nightly", "edge", "dev", "alpine", "slim-bookworm", "LATEST" }.Select(static tag => new RuleCase(
            "RMP2002", tag, [Image($"'app:{tag}'")], $"{Container}.image: image 'app:{tag}' of container 'app' has the tag '{tag}', which moves")),
        new("RMP2002", "a channel with a digest", [Image($"'app:main@{Digest}'")]),
        new("RMP2002", "a build of a channel", [Image("'app:main-20260101'")]),
        new("RMP2002", "a commit without digits", [Image("'app:deadbee'")]),
        new("RMP2002", "a channel in a secret", [Image("'!app:main'")], $"{Container}.image: image [secret] of container 'app' has the tag [secret], which moves"),
        new("RMP2002", "a secret", [Image("'!app'")], $"{Container}.image: image [secret] of container 'app' has no tag, which means 'latest'"),
        new("RMP2002", "invalid is told elsewhere", [Image("'App'")]),
        new("RMP2002", "every kind of container",
            [Hardened.Deployment(
                ("spec.template.spec.initContainers", "[{'name': 'a', 'image': 'i'}, {'name': 'b', 'image': 's', 'restartPolicy': 'Always'}]"),
                ("spec.template.spec.ephemeralContainers", "[{'name': 'c', 'image': 'e'}]"),
                ("spec.template.spec.volumes", "[{'name': 'd', 'image': {'reference': 'v'}}]"))],
            "spec.template.spec.ephemeralContainers[0].image: image 'e' of ephemeral container 'c' has no tag, which means 'latest'",
            "spec.template.spec.initContainers[0].image: image 'i' of init container 'a' has no tag, which means 'latest'",
            "spec.template.spec.initContainers[1].image: image 's' of sidecar 'b' has no tag, which means 'latest'",
            "spec.template.spec.volumes[0].image.reference: image 'v' of volume 'd' has no tag, which means 'latest'"),

        new("RMP2003", "none", [Hardened.Deployment()]),
        new("RMP2003", "a name with debug", [Image("'debug/debug:v1-debugger'")]),
        new("RMP2003", "debug", [Image("'app:v1-debug'")], $"{Container}.image: image 'app:v1-debug' of container 'app' is a debug image, which has a shell"),
        new("RMP2003", "ephemeral container", [Hardened.Pod("ephemeralContainers", "[{'name': 'look', 'image': 'app:v1-debug'}]")]),

        new("RMP2004", "digest", [Hardened.Deployment()]),
        new("RMP2004", "tag", [Image("'app:v1'")], $"{Container}.image: image 'app:v1' of container 'app' has no digest, so its tag can refer to another image tomorrow"),
        new("RMP2004", "latest is told elsewhere", [Image("'app'")]),
        new("RMP2004", "unknown", [Image("'?'")], $"? {Container}.image is not known yet"),

        new("RMP2005", "anything goes by default", [Image("'evil/app:v1'")]),
        new("RMP2005", "allowed", [Image("'authzed/spicedb:v1'"), Image("'ghcr.io/any/app'")]) { Options = FromAuthzed },
        new("RMP2005", "a longer name", [Image("'docker.io/authzed-evil/spicedb:v1'")],
            $"{Container}.image: image 'docker.io/authzed-evil/spicedb:v1' of container 'app' is not from an allowed registry")
        {
            Options = FromAuthzed,
        },
        new("RMP2005", "a host called authzed", [Image("'authzed:5000/spicedb:v1'")],
            $"{Container}.image: image 'authzed:5000/spicedb:v1' of container 'app' is not from an allowed registry")
        {
            Options = FromAuthzed,
        },
        new("RMP2005", "a short name", [Image("'nginx:1'")],
            $"{Container}.image: image 'nginx:1' (docker.io/library/nginx) of container 'app' is not from an allowed registry")
        {
            Options = FromAuthzed,
        },
        new("RMP2005", "a secret", [Image("'!nginx:1'")], $"{Container}.image: image [secret] of container 'app' is not from an allowed registry")
        {
            Options = FromAuthzed,
        },

        new("RMP2006", "registry", [Hardened.Deployment(), Image("'localhost/app:v1'"), Image("'docker.io/authzed/spicedb:v1'"), Image("'index.docker.io/a/b:v1'")]),
        new("RMP2006", "user of Docker Hub", [Image("'authzed/spicedb:v1'")],
            $"{Container}.image: image 'authzed/spicedb:v1' of container 'app' names no registry, which means 'docker.io/authzed/spicedb:v1'"),
        new("RMP2006", "official image", [Image("'nginx:1'")],
            $"{Container}.image: image 'nginx:1' of container 'app' names no registry, which means 'docker.io/library/nginx:1'"),
        new("RMP2006", "a secret", [Image("'!nginx:1'")],
            $"{Container}.image: image [secret] of container 'app' names no registry, which means its name on Docker Hub"),
    ];

    private static PropertyObject Image(string json) => Hardened.Container("image", json);

    private static CheckOptions Allow(params string[] prefixes)
    {
        List<ImagePrefix> allowed = [];
        foreach (string text in prefixes)
        {
            Assert.True(ImagePrefix.TryParse(text, out ImagePrefix? prefix, out _));
            allowed.Add(prefix);
        }

        return CheckOptions.Default with { AllowedRegistries = allowed };
    }
}

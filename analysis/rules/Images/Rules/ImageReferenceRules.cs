using System.Text;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Images.Advisories;
using Rampart.Rules.Images.Uses;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Images.Rules;

/// <summary>The rules about the references of images.</summary>
internal static class ImageReferenceRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new ObjectSetRule("RMP2001", "image-reference", RuleCategory.Images, DiagnosticSeverity.Error)
        {
            Summary = "Every image is a valid reference; the kubelet cannot pull any other.",
            Allowed = "registry/name:tag, registry/name@digest, or both",
            Fix = "give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…",
            Guide = "Best Practices for Container Images",
            Point = ChecklistPoint.SpecificImageTags,
            Example = new(
                """
                containers:
                - name: app
                  image: Registry.example.com/App:v1.2.3
                """,
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3
                """),
            Check = CheckImageReference,
        },
        new ImageRule("RMP2002", "image-pinned", DiagnosticSeverity.Error)
        {
            Summary = "Every image names a version, so that all pods run the same program and a rollback restores the old one.",
            Allowed = "a digest, or a tag that names a version, not one that moves such as latest, main, stable, nightly or edge",
            Fix = "give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…",
            Guide = "1. Use Specific Image Tags",
            OtherIds =
                ["checkov:CKV_K8S_14", "kube-linter:latest-tag", "kube-score:container-image-tag", "polaris:tagNotSpecified", "trivy:KSV-0013"],
            Point = ChecklistPoint.SpecificImageTags,
            Example = new(
                """
                containers:
                - name: app
                  image: registry.example.com/app:latest
                """,
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3
                """,
                "Nothing is updated any more by a restart alone: raise the tag with each release."),
            Check = static (use, image, inspection) =>
            {
                if (image.NamesVersion)
                {
                    return;
                }

                string tag = use.Image.IsSecret ? Field.Secret : $"'{image.Tag}'";
                string problem = image.HasTag ? $"has the tag {tag}, which moves" : "has no tag, which means 'latest'";
                inspection.Broken(use.Workload.Object, use.Path, $"image {use.Quoted} of {use} {problem}", use.Image.Shown);
            },
        },
        new ImageRule("RMP2003", "debug-image", DiagnosticSeverity.Error)
        {
            Summary = "No container runs the debug variant of an image, whose shell helps an intruder as much as a developer.",
            Allowed = "a tag that is not 'debug' and does not end with '-debug'",
            Fix = "use the tag without 'debug', and inspect pods with kubectl debug",
            Example = new(
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3-debug
                """,
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3
                """,
                "Scripts and probes that call a shell, which images for production often lack."),
            Check = static (use, image, inspection) =>
            {
                if (image.IsDebugTag && !use.IsEphemeral)
                {
                    inspection.Broken(use.Workload.Object, use.Path, $"image {use.Quoted} of {use} is a debug image, which has a shell", use.Image.Shown);
                }
            },
        },
        new ImageRule("RMP2004", "image-digest", DiagnosticSeverity.Info)
        {
            Summary = "Every image has a digest: anyone who can push to a registry can move a tag.",
            Allowed = "a digest, with or without a tag",
            Fix = "add the digest after the tag: registry/name:v1.2.3@sha256:…",
            Guide = "1. Use Specific Image Tags",
            OtherIds = ["checkov:CKV_K8S_43", "kubescape:C-0306"],
            Example = new(
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3
                """,
                """
                containers:
                - name: app
                  image: registry.example.com/app:v1.2.3@sha256:2d9e4a5c8f6b1a3d7c0e5f4b9a8d6c3e1f2a7b5d4c6e8f9a0b1c2d3e4f5a6b7c
                """,
                "Digests of one architecture only; take that of the index where nodes differ."),
            Check = static (use, image, inspection) =>
            {
                // RMP2002 reports images without a version.
                if (!image.IsPinnedByDigest && image.NamesVersion)
                {
                    inspection.Broken(use.Workload.Object, use.Path, $"image {use.Quoted} of {use} has no digest, so its tag can refer to another image tomorrow", use.Image.Shown);
                }
            },
        },
        new ImageRule("RMP2005", "allowed-registries", DiagnosticSeverity.Error)
        {
            Summary = "Every image comes from a trusted registry or repository, compared by whole segments of its full name.",
            Allowed = "an image in one of the allowed registries",
            Fix = "copy the image to an allowed registry, or allow its registry",
            Guide = "Image Policy Enforcement",
            OtherIds = ["kubescape:C-0001", "kubescape:C-0078", "trivy:KSV-0125"],
            IsAsked = static inspection => inspection.Options.AllowedRegistries.Count > 0,
            Example = new(
                """
                containers:
                - name: app
                  image: docker.io/library/nginx:1.27.3
                """,
                """
                containers:
                - name: app
                  image: registry.example.com/nginx:1.27.3
                """,
                "With allowedRegistries [registry.example.com]. Nodes need access to the allowed registry, and a pull secret where it asks for one."),
            Check = CheckAllowedRegistries,
        },
        new ImageRule("RMP2006", "named-registry", DiagnosticSeverity.Info)
        {
            Summary = "Every image names its registry, so that policies that compare text, and nodes with mirrors, refer to the same image.",
            Allowed = "a reference that starts with a registry, e.g. docker.io/",
            Fix = "write the registry before the name",
            Guide = "Image Policy Enforcement",
            Example = new(
                """
                containers:
                - name: app
                  image: nginx:1.27.3
                """,
                """
                containers:
                - name: app
                  image: docker.io/library/nginx:1.27.3
                """),
            Check = static (use, image, inspection) =>
            {
                if (!use.NamesRegistry)
                {
                    string meant = use.Image.IsSecret ? "its name on Docker Hub" : $"'{image}'";
                    inspection.Broken(use.Workload.Object, use.Path, $"image {use.Quoted} of {use} names no registry, which means {meant}", use.Image.Shown);
                }
            },
        },
        new ImageRule("RMP2031", "spicedb-advisories", DiagnosticSeverity.Warning)
        {
            Summary = "Every SpiceDB is a release that was not withdrawn and for which this tool knows no advisory.",
            Allowed = $"{SpiceDbAdvisories.All[^1].Fixed} or later",
            Fix = "use a newer release, after reading its notes on migrations",
            Guide = "2. Scan Images for Vulnerabilities",
            Example = new(
                """
                containers:
                - name: spicedb
                  image: docker.io/authzed/spicedb:v1.30.0
                """,
                """
                containers:
                - name: spicedb
                  image: docker.io/authzed/spicedb:v1.57.1
                """,
                "Migrations of the datastore: read the notes of each release in between."),
            Check = CheckSpiceDbAdvisories,
        },
    ];

    private static bool HasCredentials(string text)
    {
        int at = text.IndexOf('@'), slash = text.IndexOf('/');
        return at > 0 && at < slash;
    }

    private static void CheckImageReference(Inspection inspection)
    {
        foreach (ImageUse use in ImageUses.Of(inspection.Facts).All)
        {
            if (use.Reference is not null)
            {
                continue;
            }

            if (!use.Image.TryGetText(out string text))
            {
                inspection.Unknown(use.Workload.Object, use.Path);
            }
            else if (text.Length == 0)
            {
                inspection.Broken(use.Workload.Object, use.Path, $"{use} has no image");
            }
            else if (!ImageReference.TryParse(text, out _, out string? error))
            {
                // Text before @ that is not a digest can be a password.
                bool isHidden = use.Image.IsSecret || HasCredentials(text);
                string problem = HasCredentials(text) ? "a reference cannot hold a user and a password" : isHidden ? "the text is not an image reference" : error;
                inspection.Broken(use.Workload.Object, use.Path, $"{use} has no valid image: {problem}", isHidden ? Field.Secret : text);
            }
        }
    }

    private static void CheckAllowedRegistries(ImageUse use, ImageReference image, Inspection inspection)
    {
        IReadOnlyList<ImagePrefix> allowed = inspection.Options.AllowedRegistries;
        for (int i = 0; i < allowed.Count; i++)
        {
            if (allowed[i].Covers(image))
            {
                return;
            }
        }

        string where = use.Image.IsSecret || use.NamesRegistry ? "" : $" ({image.Repository})";
        inspection.Broken(
            use.Workload.Object,
            use.Path,
            $"image {use.Quoted}{where} of {use} is not from an allowed registry",
            use.Image.Shown,
            "an image in " + string.Join(", ", allowed));
    }

    private static void CheckSpiceDbAdvisories(ImageUse use, ImageReference image, Inspection inspection)
    {
        if (!SpiceDbAdvisories.IsPublished(image) || !SpiceDbVersion.TryParse(image.Tag, out SpiceDbVersion version))
        {
            return;
        }

        StringBuilder? problems = null;
        if (SpiceDbAdvisories.IsWithdrawn(version, out SpiceDbVersion instead))
        {
            problems = new StringBuilder($"was withdrawn in favor of {instead}");
        }

        bool isFirst = true;
        foreach (SpiceDbAdvisory advisory in SpiceDbAdvisories.All)
        {
            if (advisory.Affects(version))
            {
                problems ??= new StringBuilder();
                problems.Append(!isFirst ? ", " : problems.Length > 0 ? " and has known vulnerabilities: " : "has known vulnerabilities: ")
                    .Append(advisory.Id).Append(" (").Append(advisory.Effect).Append("; fixed in ").Append(advisory.Fixed).Append(')');
                isFirst = false;
            }
        }

        if (problems is not null)
        {
            string release = use.Image.IsSecret ? "the release" : version.ToString();
            inspection.Broken(use.Workload.Object, use.Path, $"{release} of SpiceDB in {use} {problems}", use.Image.Shown);
        }
    }
}

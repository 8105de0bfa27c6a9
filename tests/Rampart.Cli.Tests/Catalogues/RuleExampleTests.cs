using System.Text;
using Rampart.Plan.ManifestFiles;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Findings;
using Rampart.Rules.Images;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.Reports;

namespace Rampart.Cli.Tests.Catalogues;

public sealed class RuleExampleTests
{
    // What a fragment of a pod's spec is put into.
    private const string Around =
        """
        apiVersion: apps/v1
        kind: Deployment
        metadata: {name: app, namespace: shop, labels: {app: app}}
        spec:
          replicas: 3
          selector: {matchLabels: {app: app}}
          template:
            metadata: {labels: {app: app}}
            spec:

        """;

    private static readonly Dictionary<string, string> Versions = new(StringComparer.Ordinal)
    {
        ["Deployment"] = "apps/v1",
        ["StatefulSet"] = "apps/v1",
        ["DaemonSet"] = "apps/v1",
        ["Job"] = "batch/v1",
        ["CronJob"] = "batch/v1",
        ["PodDisruptionBudget"] = "policy/v1",
        ["HorizontalPodAutoscaler"] = "autoscaling/v2",
        ["NetworkPolicy"] = "networking.k8s.io/v1",
        ["Ingress"] = "networking.k8s.io/v1",
        ["PriorityClass"] = "scheduling.k8s.io/v1",
        ["Role"] = "rbac.authorization.k8s.io/v1",
        ["ClusterRole"] = "rbac.authorization.k8s.io/v1",
        ["RoleBinding"] = "rbac.authorization.k8s.io/v1",
        ["ClusterRoleBinding"] = "rbac.authorization.k8s.io/v1",
        ["ValidatingAdmissionPolicy"] = "admissionregistration.k8s.io/v1",
        ["ValidatingAdmissionPolicyBinding"] = "admissionregistration.k8s.io/v1",
        ["ClusterPolicy"] = "kyverno.io/v1",
        ["ImageValidatingPolicy"] = "policies.kyverno.io/v1",
        ["ConstraintTemplate"] = "templates.gatekeeper.sh/v1",
        ["TracingPolicy"] = "cilium.io/v1alpha1",
        ["TracingPolicyNamespaced"] = "cilium.io/v1alpha1",
    };

    private static readonly CheckOptions Options = CheckOptions.Default with
    {
        Cluster = new ClusterInventory { NodesByZone = new Dictionary<string, int>(StringComparer.Ordinal) { ["a"] = 3 }, PriorityClasses = [] },
        AllowedRegistries = [ImagePrefix.TryParse("registry.example.com", out ImagePrefix? prefix, out _) ? prefix : throw new InvalidOperationException()],
    };

    public static TheoryData<string> Ids() => [.. DiagnosticCatalogue.All.Where(static entry => entry.Bad.Length > 0).Select(static entry => entry.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Bad_IsFound(string id) => Assert.Contains(FindingVerdict.Broken, Check(id, DiagnosticCatalogue.Find(id)!.Bad));

    [Theory]
    [MemberData(nameof(Ids))]
    public void Good_IsNotFound(string id) => Assert.Equal([], Check(id, DiagnosticCatalogue.Find(id)!.Good));

    private static FindingVerdict[] Check(string id, string fragment)
    {
        string text = Complete(fragment);
        ManifestFileSet files = ManifestFileSet.Read(["-"], "/", () => new MemoryStream(Encoding.UTF8.GetBytes(text)));
        Assert.True(files.Diagnostics.Count == 0, $"{string.Join("\n", files.Diagnostics)}\n{text}");

        // At the level restricted some checks of baseline give way to those that ask for more.
        CheckOptions baseline = Options with { PodSecurity = new LevelVersion(PodSecurityLevel.Baseline, PolicyVersion.Latest) };
        return [.. new[] { Options, baseline }
            .SelectMany(options => ObjectChecker.Check(new ObjectSet(files.Objects), options).Findings)
            .Where(finding => finding.Rule.Id == id)
            .Select(static finding => finding.Verdict)];
    }

    private static string Complete(string fragment)
    {
        if (fragment.StartsWith("- ", StringComparison.Ordinal))
        {
            return fragment;
        }

        string[] documents = fragment.Split("\n---\n");
        return documents.Any(static document => ValueOf(document, "kind") is not null)
            ? string.Join("\n---\n", documents.Select(static document => ValueOf(document, "kind") is null ? InPod(document) : CompleteObject(document)))
            : InPod(fragment);
    }

    private static string InPod(string spec)
    {
        string containers = ValueOf(spec, "containers") is null ? "\ncontainers: [{name: app, image: registry.example.com/app:v1.2.3}]" : "";
        return Around + string.Concat((spec + containers).Split('\n').Select(static line => $"      {line}\n"));
    }

    private static string CompleteObject(string document)
    {
        string kind = ValueOf(document, "kind")!;
        string version = ValueOf(document, "apiVersion") is null ? $"apiVersion: {Versions.GetValueOrDefault(kind, "v1")}\n" : "";
        string metadata = ValueOf(document, "metadata") is null ? "metadata: {name: app, namespace: shop}\n" : "";
        return version + metadata + document;
    }

    private static string? ValueOf(string document, string key) =>
        document.Split('\n').Where(line => line.StartsWith(key + ":", StringComparison.Ordinal)).Select(line => line[(key.Length + 1)..].Trim()).FirstOrDefault();
}

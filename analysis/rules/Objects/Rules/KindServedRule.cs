using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects.Rules;

/// <summary>RMP1201: the API server knows what an object is.</summary>
internal sealed class KindServedRule() : AnyObjectRule("RMP1201", "kind-served", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
{
    public override string Summary =>
        $"Objects of Kubernetes' own groups are of a kind and version that Kubernetes {BuiltInKinds.Release} serves: the API server rejects all else, and no other rule looks at it as what it is meant to be.";

    public override string Allowed => $"kinds in groups and versions that Kubernetes {BuiltInKinds.Release} serves, and custom resources";

    public override string Fix => "correct apiVersion and kind; kubectl api-resources lists those of a cluster";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:no-extensions-v1beta", "kube-score:stable-version", "trivy:KSV-0107"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        // What is not written cannot be wrong, and what is not known yet can be right.
        if (item.ApiVersion.Length == 0 || item.Kind.Length == 0 || BuiltInKinds.IsServed(item.ApiVersion, item.Kind))
        {
            return;
        }

        IReadOnlyList<BuiltInKind> kinds = BuiltInKinds.Find(item.Group, item.Kind);

        // Custom resources have groups with a dot, and may have any kind.
        if (BuiltInKinds.IsGroup(item.Group) ? IsListOfServed(item) : item.Group.Contains('.', StringComparison.Ordinal) || kinds.Count == 0)
        {
            return;
        }

        string apiVersion = item["apiVersion"].ShownText, kind = item["kind"].ShownText;
        if (kinds.Count == 0)
        {
            inspection.Broken(item, "kind", $"Kubernetes {BuiltInKinds.Release} serves no kind '{kind}' in {apiVersion}", kind);
            return;
        }

        // Of several kinds with this name the one that was here, or else the first, which is that of the group if there is one.
        BuiltInKind meant = kinds.FirstOrDefault(candidate => RemovalOf(candidate, item) is not null, kinds[0]);
        if (meant.Kind == item.Kind && RemovalOf(meant, item) is { } release)
        {
            string since = release == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" since 1.{release}");
            inspection.Broken(item, "apiVersion", $"Kubernetes serves no {kind} in {apiVersion} any more{since}", apiVersion, AllowedOf(meant), FixOf(meant));
        }
        else if (meant.Kind == item.Kind)
        {
            string other = meant.ApiVersion.Length == 0 ? "" : $"; {meant.ApiVersion} does";
            inspection.Broken(item, "apiVersion", $"{apiVersion} serves no {kind}{other}", apiVersion, AllowedOf(meant), FixOf(meant));
        }
        else
        {
            string both = meant.IsServedBy(item.ApiVersion) || meant.ApiVersion.Length == 0 ? "" : $" and apiVersion {meant.ApiVersion}";
            inspection.Broken(item, "kind", $"{apiVersion} serves no kind '{kind}'; it is called {meant.Kind}", kind, meant.Kind, $"write kind {meant.Kind}{both}");
        }
    }

    // The list of a kind, which a client takes apart.
    private static bool IsListOfServed(KubernetesObject item) =>
        item.Kind.EndsWith("List", StringComparison.Ordinal)
        && BuiltInKinds.Find(item.Group, item.Kind[..^"List".Length]) is [var single, ..]
        && single.IsServedBy(item.ApiVersion);

    private static int? RemovalOf(BuiltInKind kind, KubernetesObject item)
    {
        foreach ((string apiVersion, int release) in kind.Removed)
        {
            if (apiVersion == item.ApiVersion)
            {
                return release;
            }
        }

        return null;
    }

    private static string AllowedOf(BuiltInKind meant) => meant.ApiVersion.Length == 0 ? "no object of this kind" : meant.ApiVersion;

    private static string FixOf(BuiltInKind meant) =>
        meant.ApiVersion.Length > 0 ? $"write apiVersion {meant.ApiVersion}, and look for fields that are other there"
        : meant.Kind == "PodSecurityPolicy" ? "remove it, and label namespaces for Pod Security admission"
        : "remove it";
}

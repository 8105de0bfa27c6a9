using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects.Values;

namespace Rampart.Rules.Objects.Rules;

/// <summary>The rules about what an object must be, so that other rules can check it.</summary>
internal static class ObjectRules
{
    /// <summary>RMP1203, which reports the values that leave other rules unknown.</summary>
    public static readonly Rule FieldType = new AnyObjectRule("RMP1203", "field-type", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
    {
        Summary =
            "Every known value has the type of its field; the API server rejects any other, and rules cannot judge it.",
        Allowed = "the type that Kubernetes' API gives the field",
        Fix = "write a value of the field's type; kubectl explain shows it",
        Example = new(
            """
            hostNetwork: "false"
            """,
            """
            hostNetwork: false
            """),
        Check = static (item, inspection) =>
        {
            if (inspection.WrongTypes.Find(item) is not { } found)
            {
                return;
            }

            foreach (WrongType wrong in found)
            {
                if (!wrong.IsUnknownField)
                {
                    inspection.Broken(item, wrong.Path, MessageOf(wrong), wrong.Found, wrong.Allowed, wrong.Fix);
                }
            }
        },
    };

    public static IReadOnlyList<Rule> All { get; } =
    [
        new AnyObjectRule("RMP1201", "kind-served", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary =
                $"Objects in Kubernetes' own groups have a kind and version that Kubernetes {BuiltInKinds.Release} serves; the API server rejects any other, and no other rule recognizes it.",
            Allowed = $"kinds in groups and versions that Kubernetes {BuiltInKinds.Release} serves, and custom resources",
            Fix = "correct apiVersion and kind; kubectl api-resources lists those of a cluster",
            OtherIds = ["kube-linter:no-extensions-v1beta", "kube-score:stable-version", "trivy:KSV-0107"],
            Example = new(
                """
                apiVersion: extensions/v1beta1
                kind: Ingress
                """,
                """
                apiVersion: networking.k8s.io/v1
                kind: Ingress
                """),
            Check = CheckKindServed,
        },
        new WorkloadRule("RMP1202", "containers-present", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary =
                "Every pod has at least one container; the API server rejects any other, and without containers other rules find nothing.",
            Allowed = "a list of one container or more",
            Fix = "add a list named containers to the pod's spec",
            Example = new(
                """
                kind: Pod
                spec:
                  container: [{name: app}]
                """,
                """
                kind: Pod
                spec:
                  containers: [{name: app}]
                """),
            Check = static (workload, inspection) =>
            {
                string path = PathPool.Field(workload.SpecPath, "containers");
                if (!workload.PodSpec["containers"].TryGetItems(out FieldItems items))
                {
                    inspection.Unknown(workload.Object, path);
                }
                else if (items.Count == 0)
                {
                    string misplaced = FindMisplaced(workload) is { } other ? $"; {other} is not a field" : "";
                    inspection.Broken(workload.Object, path, $"{workload.Object} has no containers{misplaced}");
                }
            },
        },
        FieldType,
        new AnyObjectRule("RMP1204", "unknown-field", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary =
                $"Objects of Kubernetes' own kinds have only fields that Kubernetes {BuiltInKinds.Release} knows: without strict validation the API server silently drops any other, and the setting never takes effect.",
            Allowed = "the fields of the kind, in the same case",
            Fix = "correct the field's name or place; kubectl explain lists the fields",
            Example = new(
                """
                containers:
                - name: app
                  securityContext: {readOnlyRootFileSystem: true}
                """,
                """
                containers:
                - name: app
                  securityContext: {readOnlyRootFilesystem: true}
                """),
            Check = static (item, inspection) =>
            {
                if (inspection.WrongTypes.Find(item) is not { } found)
                {
                    return;
                }

                foreach (WrongType wrong in found)
                {
                    if (wrong.IsUnknownField)
                    {
                        inspection.Broken(item, wrong.Path, $"{wrong.Found} {wrong.Problem}", wrong.Found, wrong.Allowed, wrong.Fix);
                    }
                }
            },
        },
        new ObjectSetRule("RMP1205", "object-once", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
        {
            Summary =
                "Every object is declared once: of two with the same group, kind, namespace and name, one overwrites the other or cannot be created.",
            Allowed = "one object of each kind and name in a namespace",
            Fix = "remove one of the two, or give it another name or namespace",
            NeedsOtherObjects = true,
            Example = new(
                """
                kind: ConfigMap
                metadata: {name: app, namespace: shop}
                ---
                kind: ConfigMap
                metadata: {name: app, namespace: shop}
                """,
                """
                kind: ConfigMap
                metadata: {name: app, namespace: shop}
                ---
                kind: ConfigMap
                metadata: {name: other, namespace: shop}
                """),
            Check = static inspection =>
            {
                foreach ((KubernetesObject again, KubernetesObject first) in inspection.Objects.Repeated)
                {
                    inspection.Broken(again, "metadata.name", $"{again} is declared at {PlaceOf(first.Origin, "another place")} and again {PlaceOf(again.Origin, "here", "at ")}; other rules see only the first");
                }
            },
        },
        new AnyObjectRule("RMP4071", "rejected-value", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary =
                "Names, labels, annotations, selectors, tolerations, node affinity, numbers and enumerated values are valid: "
                + "the API server rejects an object for one invalid value, and then none of its pods is created.",
            Allowed = "a value that is valid in this field",
            Fix = "correct the value",
            Example = new(
                """
                kind: ConfigMap
                metadata:
                  name: My_Settings
                """,
                """
                kind: ConfigMap
                metadata:
                  name: my-settings
                """,
                "The API server rejects the object as it is."),
            Check = static (item, inspection) =>
            {
                if (RejectedValues.Find(item, inspection.RejectedValues) is not { } rejected)
                {
                    return;
                }

                foreach (RejectedValue value in rejected)
                {
                    string path = value.Key is { } key ? PathOfKey(value.Path, key) : value.Path;
                    inspection.Broken(item, path, MessageOfRejected(value), value.Shown, fix: value.Fix);
                }
            },
        },
    ];

    private static void CheckKindServed(KubernetesObject item, Inspection inspection)
    {
        // A missing value is another rule's, and a value that is not known yet can be right.
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

        // Of several kinds with this name, the one that was removed from this version, or else the first, which is in the same group if any is.
        BuiltInKind meant = kinds.FirstOrDefault(candidate => RemovalOf(candidate, item) is not null, kinds[0]);
        if (meant.Kind == item.Kind && RemovalOf(meant, item) is { } release)
        {
            string since = release == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" since 1.{release}");
            inspection.Broken(item, "apiVersion", $"Kubernetes no longer serves {kind} in {apiVersion}{since}", apiVersion, AllowedOf(meant), FixOf(meant));
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

    // The list of a kind, which a client splits.
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
        meant.ApiVersion.Length > 0 ? $"write apiVersion {meant.ApiVersion}, and check for fields that differ there"
        : meant.Kind == "PodSecurityPolicy" ? "remove it, and label namespaces for Pod Security admission"
        : "remove it";

    // The list under another name in the pod's spec, or one level too high.
    private static string? FindMisplaced(Workload workload)
    {
        workload.PodSpec.TryGetProperties(out ReadOnlySpan<Property> fields);
        foreach (Property field in fields)
        {
            if (field.Name != "containers"
                && (field.Name.Equals("containers", StringComparison.OrdinalIgnoreCase) || field.Name.Equals("container", StringComparison.OrdinalIgnoreCase)))
            {
                return $"{workload.SpecPath}.{field.Name}";
            }
        }

        string above = workload.Pod.Path + "containers";
        return FieldPath.Find(workload.Object.Body, above).IsNull ? null : above;
    }

    /// <summary>What is wrong, with the field's own name; the path has the rest.</summary>
    public static string MessageOf(WrongType wrong)
    {
        int start = 0;
        bool isInBrackets = false;
        for (int i = 0; i < wrong.Path.Length; i++)
        {
            isInBrackets = wrong.Path[i] == '[' || (isInBrackets && wrong.Path[i] != ']');
            start = wrong.Path[i] == '.' && !isInBrackets ? i + 1 : start;
        }

        return $"{wrong.Path[start..]} {wrong.Problem}";
    }

    private static string PlaceOf(ObjectOrigin origin, string otherwise, string before = "") =>
        origin.Urn.Length > 0 ? before + origin.Urn
        : origin.File.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $"{before}{(origin.File == "-" ? "standard input" : origin.File)}:{origin.Line}")
        : otherwise;

    // With the field's own name; the path has the rest.
    private static string MessageOfRejected(RejectedValue value)
    {
        if (value.Shown.Length == 0)
        {
            return value.Problem;
        }

        string path = value.Path[(value.Path.LastIndexOf('.') + 1)..];
        return value.Key is null ? $"{path} {value.Message}" : $"{value.Message} in {path}";
    }

    private static string PathOfKey(string path, string key) =>
        key == "…" || key.AsSpan().ContainsAny('.', '/', '[') ? $"{path}[{key}]" : $"{path}.{key}";
}

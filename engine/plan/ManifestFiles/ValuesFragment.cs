using Rampart.Protocol.Values;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.Reports;

namespace Rampart.Plan.ManifestFiles;

/// <summary>
/// A fragment of a chart's values, such as the hardening guide shows: a pod's fields under the names that charts give them. What a
/// fragment says is checked as part of a pod; what it leaves out may be said elsewhere, so that nothing is held against it.
/// </summary>
public static class ValuesFragment
{
    /// <summary>The kind that a fragment gets as an object.</summary>
    public const string Kind = "Values";

    private const string Template = "spec.template.";
    private const string Container = "spec.containers[0].";

    // Stands for a repository that is said elsewhere, so that no rule takes it for Docker Hub.
    private const string UnnamedRepository = "registry.example/unnamed";

    // Stands for the name of a container that only the chart knows.
    private const string UnnamedContainer = "values";

    private const string AppArmorAnnotation = "container.apparmor.security.beta.kubernetes.io/";

    private enum Shape
    {
        Object,
        List,
        Text,
        TextOrObject,
        Number,
    }

    // Key of a chart, field of a pod; no field for what says nothing about a pod. Longer fields come first. Files of other kinds
    // have some of the keys, too, such as the resources of a kustomization, but with values of another shape.
    private static readonly (string Key, string Field, Shape Shape)[] Fields =
    [
        ("securityContext", Container + "securityContext", Shape.Object),
        ("resources", Container + "resources", Shape.Object),
        ("image", Container + "image", Shape.TextOrObject),
        ("podSecurityContext", "spec.securityContext", Shape.Object),
        ("imagePullSecrets", "spec.imagePullSecrets", Shape.List),
        ("priorityClassName", "spec.priorityClassName", Shape.Text),
        ("topologySpreadConstraints", "spec.topologySpreadConstraints", Shape.List),
        ("affinity", "spec.affinity", Shape.Object),
        ("tolerations", "spec.tolerations", Shape.List),
        ("nodeSelector", "spec.nodeSelector", Shape.Object),
        ("podAnnotations", "metadata.annotations", Shape.Object),
        ("podLabels", "metadata.labels", Shape.Object),
        ("replicaCount", "", Shape.Number),
    ];

    /// <summary>What rules say about the parts of a pod that a fragment says.</summary>
    /// <param name="fragment">An object of the kind <see cref="Kind"/>.</param>
    /// <param name="options">What the check goes by. Waivers name objects, which a fragment is none of, and are left out.</param>
    public static ObjectReport Check(KubernetesObject fragment, CheckOptions options)
    {
        ArgumentNullException.ThrowIfNull(fragment);
        ArgumentNullException.ThrowIfNull(options);
        bool hasRepository = RepositoryOf(fragment.Body["image"]) is not null;
        CheckOptions own = options with { Waivers = [], AllowedRegistries = hasRepository ? options.AllowedRegistries : [] };
        List<Finding> findings = [];
        foreach (Finding finding in ObjectChecker.Check(new ObjectSet([ToDeployment(fragment)]), own).Findings)
        {
            if (finding.Verdict == FindingVerdict.Broken && PathOf(fragment, finding) is { } path)
            {
                findings.Add(finding with { Object = fragment, Path = path, Message = Shown(finding.Message), Found = Shown(finding.Found) });
            }
        }

        return new ObjectReport(fragment, PodSecurity: null, findings);
    }

    /// <summary>Whether a document is a fragment: it has no apiVersion and no kind, and only keys of charts with what charts have there.</summary>
    internal static bool IsIn(PropertyObject document)
    {
        foreach (Property property in document.Properties)
        {
            if (!IsOfChart(property))
            {
                return false;
            }
        }

        return document.Count > 0;
    }

    private static bool IsOfChart(in Property property)
    {
        foreach ((string key, _, Shape shape) in Fields)
        {
            if (key == property.Name && Has(property.Value, shape))
            {
                return true;
            }
        }

        return false;
    }

    private static bool Has(PropertyValue value, Shape shape) => value.Kind switch
    {
        PropertyKind.Null => true,
        PropertyKind.Object => shape is Shape.Object or Shape.TextOrObject,
        PropertyKind.List => shape == Shape.List,
        PropertyKind.String => shape is Shape.Text or Shape.TextOrObject,
        PropertyKind.Number => shape == Shape.Number,
        _ => false,
    };

    // Messages speak of what the fragment is made into, which its author does not know.
    private static string Shown(string text) => text
        .Replace(UnnamedRepository, "[repository]", StringComparison.Ordinal)
        .Replace("Deployment [unnamed]", "the workload", StringComparison.Ordinal)
        .Replace($"container '{UnnamedContainer}'", "the container", StringComparison.Ordinal);

    private static KubernetesObject ToDeployment(KubernetesObject fragment)
    {
        PropertyObject Part(string prefix, params ReadOnlySpan<Property> more)
        {
            List<Property> properties = [.. more];
            foreach ((string key, string field, _) in Fields)
            {
                if (field.StartsWith(prefix, StringComparison.Ordinal) && !field.AsSpan(prefix.Length).ContainsAny('.', '['))
                {
                    PropertyValue said = key == "image" ? Image(fragment.Body[key]) : fragment.Body[key];
                    properties.Add(new Property(field[prefix.Length..], said.IsNull ? PropertyValue.Unknown : said));
                }
            }

            return PropertyObject.Create([.. properties]);
        }

        PropertyObject container = Part(Container, new Property("name", PropertyValue.From(ContainerName(fragment.Body["podAnnotations"]))));
        PropertyList containers = PropertyList.Create(PropertyValue.From(container));
        PropertyObject template = PropertyObject.Create(
            new Property("metadata", PropertyValue.From(Part("metadata."))),
            new Property("spec", PropertyValue.From(Part("spec.", new Property("containers", PropertyValue.From(containers))))));
        return new KubernetesObject(
            PropertyObject.Create(
                new Property("apiVersion", PropertyValue.From("apps/v1")),
                new Property("kind", PropertyValue.From("Deployment")),
                new Property("spec", PropertyValue.From(PropertyObject.Create(
                    new Property("replicas", PropertyValue.Unknown),
                    new Property("selector", PropertyValue.Unknown),
                    new Property("template", PropertyValue.From(template)))))),
            fragment.Origin);
    }

    // An annotation that names a container tells what the chart calls it.
    private static string ContainerName(PropertyValue annotations)
    {
        foreach (Property annotation in annotations.ObjectOrNull() is { } all ? all.Properties : default)
        {
            if (annotation.Name.StartsWith(AppArmorAnnotation, StringComparison.Ordinal))
            {
                return annotation.Name[AppArmorAnnotation.Length..];
            }
        }

        return UnnamedContainer;
    }

    // Charts write an image as one text, or as repository, tag and digest. The rules about tags need no repository.
    private static PropertyValue Image(PropertyValue image)
    {
        if (image.ObjectOrNull() is not { } parts)
        {
            return image;
        }

        string tag = parts["tag"].StringOrNull() ?? "", digest = parts["digest"].StringOrNull() ?? "";
        return tag.Length + digest.Length == 0
            ? PropertyValue.Unknown
            : PropertyValue.From((RepositoryOf(image) ?? UnnamedRepository) + (tag.Length == 0 ? "" : ":" + tag) + (digest.Length == 0 ? "" : "@" + digest));
    }

    private static string? RepositoryOf(PropertyValue image) =>
        image.ObjectOrNull() is not { } parts ? image.StringOrNull()
        : parts["repository"].StringOrNull() is not { Length: > 0 } repository ? null
        : parts["registry"].StringOrNull() is { Length: > 0 } registry ? $"{registry}/{repository}"
        : repository;

    // The path in the fragment; null when the fragment does not say the field. The standards point at one of the fields that a
    // check looks at, so that a neighbour of the field that is said will do, but for the fields of the key itself.
    private static string? PathOf(KubernetesObject fragment, Finding finding)
    {
        if (!finding.Path.StartsWith(Template, StringComparison.Ordinal))
        {
            return null;
        }

        string podPath = finding.Path[Template.Length..];
        foreach ((string key, string field, _) in Fields)
        {
            if (field.Length > 0
                && podPath.StartsWith(field, StringComparison.Ordinal)
                && (podPath.Length == field.Length || podPath[field.Length] is '.' or '['))
            {
                string path = key + podPath[field.Length..];
                string parent = path[..Math.Max(path.LastIndexOf('.'), 0)];
                return IsSaid(fragment, path) ? path
                    : finding.Rule.Category is RuleCategory.PodSecurity or RuleCategory.Availability && parent.Length > key.Length && IsSaid(fragment, parent) ? parent
                    : null;
            }
        }

        return null;
    }

    private static bool IsSaid(KubernetesObject fragment, string path) => !FieldPath.Find(fragment.Body, path).IsNull;
}

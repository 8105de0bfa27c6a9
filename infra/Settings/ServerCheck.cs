using Rampart.Components.Configuration;
using Rampart.Protocol.Values;
using Rampart.Rules.Availability;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Infra.Settings;

/// <summary>
/// Whether the API server takes what settings of Kubernetes' own shape become: they are put where they belong in objects that have
/// nothing else, and the rules look at those.
/// </summary>
internal static class ServerCheck
{
    private const string PodSpec = "spec.template.spec";
    private const string Resources = PodSpec + ".containers[0].resources";

    // Where settings are put, in objects in this order.
    private static readonly (string Kind, string Path, string Setting)[] Places =
    [
        ("Deployment", Resources, "resources"),
        ("Deployment", PodSpec + ".tolerations", "tolerations"),
        ("Deployment", PodSpec + ".affinity", "affinity"),
        ("Deployment", PodSpec + ".topologySpreadConstraints", "topologySpreadConstraints"),
        ("Deployment", PodSpec + ".securityContext", "podSecurityContext"),
        ("Deployment", "spec.template.metadata.annotations", "podAnnotations"),
        ("Deployment", "spec.selector.matchLabels", "selectorLabels"),
        ("Deployment", "spec.strategy.rollingUpdate.maxUnavailable", "maxUnavailable"),
        ("Deployment", "spec.strategy.rollingUpdate", "maxSurge"),
        ("Job", Resources, "migrationResources"),
        ("ResourceQuota", "spec.hard", "resourceQuota"),
        ("LimitRange", "spec.limits[0]", "limitRange"),
    ];

    public static void Check(SettingsBinder settings)
    {
        KubernetesObject[] objects =
        [
            Object("apps/v1", "Deployment", Make(
                ("selector", Make(("matchLabels", settings.Value("selectorLabels")))),
                ("strategy", Make(("rollingUpdate", Make(("maxSurge", Share(PodCount.Of(settings, "maxSurge"))), ("maxUnavailable", Share(PodCount.Of(settings, "maxUnavailable"))))))),
                ("template", Make(
                    ("metadata", Make(("annotations", settings.Value("podAnnotations")))),
                    ("spec", Make(
                        ("affinity", settings.Value("affinity")),
                        ("containers", Containers(settings.Value("resources"))),
                        ("securityContext", settings.Value("podSecurityContext")),
                        ("tolerations", settings.Value("tolerations")),
                        ("topologySpreadConstraints", settings.Value("topologySpreadConstraints")))))))),
            Object("batch/v1", "Job", Make(("template", Make(("spec", Make(("containers", Containers(settings.Value("migrationResources"))))))))),
            Object("v1", "ResourceQuota", Make(("hard", settings.Value("resourceQuota")))),
            Object("v1", "LimitRange", Make(("limits", Limits(settings.Value("limitRange"))))),
        ];
        foreach (Finding finding in ServerRules.Check(objects))
        {
            foreach ((string kind, string path, string setting) in Places)
            {
                if (finding.Object.Kind == kind && finding.Path.StartsWith(path, StringComparison.Ordinal))
                {
                    settings.ErrorBelow(finding.Rule.Id, setting, FieldPath.Split(finding.Path[path.Length..]), finding.Message, finding.Fix);
                    break;
                }
            }
        }
    }

    private static KubernetesObject Object(string version, string kind, PropertyValue spec) =>
        new(Make(("apiVersion", PropertyValue.From(version)), ("kind", PropertyValue.From(kind)), ("spec", spec)).AsObject());

    private static PropertyValue Containers(PropertyValue resources) =>
        PropertyValue.From(PropertyList.Create(Make(("name", PropertyValue.From("spicedb")), ("resources", resources))));

    private static PropertyValue Limits(PropertyValue range) => PropertyValue.From(
        PropertyList.Create(PropertyValue.From((range.ObjectOrNull() ?? PropertyObject.Empty).With("type", PropertyValue.From("Container")))));

    private static PropertyValue Share(IntOrPercent share) =>
        share.IsPercent ? PropertyValue.From(share.ToString()) : PropertyValue.From(share.Value);

    private static PropertyValue Make(params ReadOnlySpan<(string Name, PropertyValue Value)> fields)
    {
        PropertyObject made = PropertyObject.Empty;
        foreach ((string name, PropertyValue value) in fields)
        {
            made = value.IsNull ? made : made.With(name, value);
        }

        return PropertyValue.From(made);
    }
}

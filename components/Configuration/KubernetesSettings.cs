namespace Rampart.Components.Configuration;

/// <summary>What the API documentation of Kubernetes says about inputs of its own types, and the SDK does not.</summary>
/// <remarks><see href="https://kubernetes.io/docs/reference/kubernetes-api/"/>.</remarks>
internal static class KubernetesSettings
{
    private const string Namespace = "Pulumi.Kubernetes.";
    private const string NodeLabel = "a node label such as 'workload-type'";

    /// <summary>What an input of a Kubernetes type may be; <see langword="null"/> when the type says it all, or is another's.</summary>
    public static SettingAttribute? Find(Type type, string input)
        => type.Namespace?.StartsWith(Namespace, StringComparison.Ordinal) == true ? Find(type.Name, input) : null;

    private static SettingAttribute? Find(string type, string input) => (type, input) switch
    {
        ("LocalObjectReferenceArgs", "name") => new SettingAttribute<ObjectNameForm> { IsRequired = true },
        ("ResourceRequirementsArgs", "requests" or "limits") => new SettingAttribute<QuantityForm>(),

        ("TolerationArgs", "operator") => new() { Allowed = ["Exists", "Equal"] },
        ("TolerationArgs", "effect") => new() { Allowed = ["NoSchedule", "PreferNoSchedule", "NoExecute"] },
        ("TolerationArgs", "tolerationSeconds") => new() { Minimum = 0 },

        ("TopologySpreadConstraintArgs", "maxSkew") => new() { Minimum = 1, Default = 1 },
        ("TopologySpreadConstraintArgs", "minDomains") => new() { Minimum = 1 },
        ("TopologySpreadConstraintArgs", "topologyKey") => new() { What = "a node label such as 'kubernetes.io/hostname'" },
        ("TopologySpreadConstraintArgs", "whenUnsatisfiable") => new() { Allowed = ["ScheduleAnyway", "DoNotSchedule"], Default = "DoNotSchedule" },
        ("TopologySpreadConstraintArgs", "nodeAffinityPolicy" or "nodeTaintsPolicy") => new() { Allowed = ["Honor", "Ignore"] },
        ("TopologySpreadConstraintArgs", "matchLabelKeys") => new() { What = "a label key" },

        ("NodeSelectorRequirementArgs", "key") => new() { What = NodeLabel },
        ("NodeSelectorRequirementArgs", "operator") => new() { Allowed = ["In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt"], Default = "In" },
        ("PreferredSchedulingTermArgs", "weight") => new() { Minimum = 1, Maximum = 100, Default = 100 },
        ("PreferredSchedulingTermArgs", "preference") => new() { What = "matchExpressions" },
        ("LabelSelectorRequirementArgs", "operator") => new() { Allowed = ["In", "NotIn", "Exists", "DoesNotExist"] },
        _ => null,
    };
}

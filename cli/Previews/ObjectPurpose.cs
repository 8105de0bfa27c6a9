using System.Globalization;
using Rampart.Plan.Manifests;
using Rampart.Plan.Plans;
using Rampart.Protocol.Values;

namespace Rampart.Cli.Previews;

/// <summary>What an object of a plan is for, in a few words taken from its own values.</summary>
public static class ObjectPurpose
{
    private const string PodSecurityLabel = "pod-security.kubernetes.io/";

    /// <summary>The words; empty for kinds that speak for themselves.</summary>
    public static string Describe(PlanResource resource)
    {
        ArgumentNullException.ThrowIfNull(resource);
        PropertyObject inputs = resource.Inputs;
        PropertyObject spec = Object(inputs, "spec");
        return Text(inputs, "kind") switch
        {
            "Namespace" => DescribeNamespace(Object(Object(inputs, "metadata"), "labels")),
            "ResourceQuota" => "caps the namespace at " + Pairs(Object(spec, "hard")),
            "LimitRange" => "gives containers that name no resources a default, and bounds the rest",
            "NetworkPolicy" => DescribeNetworkPolicy(spec),
            "ServiceAccount" => inputs["automountServiceAccountToken"].Inner.BooleanOrNull() == false
                ? "identity of pods, without an API token"
                : "identity of pods",
            "Role" or "ClusterRole" => DescribeRole(inputs["rules"].Inner.ListOrNull()),
            "RoleBinding" or "ClusterRoleBinding" => $"gives {Text(Object(inputs, "roleRef"), "name")} to {Subjects(inputs["subjects"].Inner.ListOrNull())}",
            "Secret" => $"keys {Keys(inputs)}",
            "ConfigMap" => $"keys {Keys(inputs)}",
            "Service" => DescribeService(spec),
            "Deployment" or "StatefulSet" => $"{Count(spec["replicas"])} of {Images(spec)}",
            "DaemonSet" => $"one pod on each node of {Images(spec)}",
            "Job" => $"runs {Images(spec)} to its end",
            "CronJob" => $"runs at {Text(spec, "schedule")}",
            "PodDisruptionBudget" => DescribeBudget(spec),
            "HorizontalPodAutoscaler" => $"scales from {Show(spec["minReplicas"])} to {Show(spec["maxReplicas"])} pods",
            "PriorityClass" => $"priority {Show(inputs["value"])}",
            _ => "",
        };
    }

    private static string DescribeNamespace(PropertyObject labels)
    {
        string enforce = Text(labels, PodSecurityLabel + "enforce");
        if (enforce.Length == 0)
        {
            return "no pod security level is enforced";
        }

        string version = Text(labels, PodSecurityLabel + "enforce-version");
        return $"pod security: {enforce}{(version.Length == 0 ? "" : " " + version)} enforced";
    }

    private static string DescribeNetworkPolicy(PropertyObject spec)
    {
        int ingress = spec["ingress"].Inner.ListOrNull()?.Count ?? 0;
        int egress = spec["egress"].Inner.ListOrNull()?.Count ?? 0;
        if (ingress + egress == 0)
        {
            return "denies all traffic that no other policy allows";
        }

        List<string> allowed = [];
        AddPorts(allowed, "in", spec["ingress"].Inner.ListOrNull());
        AddPorts(allowed, "out", spec["egress"].Inner.ListOrNull());
        return "allows " + string.Join(", ", allowed);
    }

    private static void AddPorts(List<string> allowed, string direction, PropertyList? rules)
    {
        foreach (PropertyValue rule in rules is null ? default : rules.Items)
        {
            PropertyList? ports = rule.Inner.ObjectOrNull()?["ports"].Inner.ListOrNull();
            if (ports is null)
            {
                allowed.Add($"{direction} any port");
                continue;
            }

            SortedSet<string> numbers = new(StringComparer.Ordinal);
            foreach (PropertyValue port in ports.Items)
            {
                numbers.Add(Show(port.Inner.ObjectOrNull()?["port"] ?? default));
            }

            allowed.Add($"{direction} {string.Join("/", numbers)}");
        }
    }

    private static string DescribeRole(PropertyList? rules)
    {
        List<string> parts = [];
        foreach (PropertyValue rule in rules is null ? default : rules.Items)
        {
            PropertyObject source = rule.Inner.ObjectOrNull() ?? PropertyObject.Empty;
            parts.Add($"{Join(source["verbs"])} {Join(source["resources"])}");
        }

        return "may " + string.Join("; ", parts);
    }

    private static string DescribeService(PropertyObject spec)
    {
        List<string> ports = [];
        foreach (PropertyValue port in spec["ports"].Inner.ListOrNull() is { } list ? list.Items : default)
        {
            PropertyObject source = port.Inner.ObjectOrNull() ?? PropertyObject.Empty;
            string name = Text(source, "name");
            ports.Add(name.Length == 0 ? Show(source["port"]) : $"{name} {Show(source["port"])}");
        }

        return string.Join(", ", ports);
    }

    private static string DescribeBudget(PropertyObject spec)
    {
        PropertyValue unavailable = spec["maxUnavailable"];
        return unavailable.IsNull
            ? $"keeps {Show(spec["minAvailable"])} pods through voluntary disruptions"
            : $"lets {Show(unavailable)} pod go at a time in voluntary disruptions";
    }

    private static string Images(PropertyObject spec)
    {
        PropertyObject pod = Object(Object(spec, "template"), "spec");
        List<string> images = [];
        foreach (PropertyValue container in pod["containers"].Inner.ListOrNull() is { } list ? list.Items : default)
        {
            images.Add(Show(container.Inner.ObjectOrNull()?["image"] ?? default));
        }

        return string.Join(", ", images);
    }

    private static string Count(PropertyValue replicas) => replicas.Inner.NumberOrNull() switch
    {
        1 => "1 pod",
        { } number => string.Create(CultureInfo.InvariantCulture, $"{number} pods"),
        null => replicas.IsUnknown ? "[unknown] pods" : "pods",
    };

    private static string Subjects(PropertyList? subjects)
    {
        List<string> names = [];
        foreach (PropertyValue subject in subjects is null ? default : subjects.Items)
        {
            names.Add(Text(subject.Inner.ObjectOrNull() ?? PropertyObject.Empty, "name"));
        }

        return string.Join(", ", names);
    }

    private static string Keys(PropertyObject inputs)
    {
        SortedSet<string> keys = new(StringComparer.Ordinal);
        foreach (string map in (ReadOnlySpan<string>)["data", "stringData"])
        {
            foreach (Property property in Object(inputs, map).Properties)
            {
                keys.Add(property.Name);
            }
        }

        return string.Join(", ", keys);
    }

    private static string Pairs(PropertyObject map)
    {
        List<string> pairs = [];
        foreach (Property property in map.Properties)
        {
            pairs.Add($"{property.Name} {Show(property.Value)}");
        }

        return string.Join(", ", pairs);
    }

    private static string Join(PropertyValue list)
    {
        List<string> texts = [];
        foreach (PropertyValue item in list.Inner.ListOrNull() is { } items ? items.Items : default)
        {
            texts.Add(Show(item));
        }

        return string.Join("/", texts);
    }

    private static string Show(PropertyValue value) => Masking.Mask(value).ToString();

    private static PropertyObject Object(PropertyObject source, string name) => source[name].Inner.ObjectOrNull() ?? PropertyObject.Empty;

    private static string Text(PropertyObject source, string name) => source[name] is { IsNull: false } value ? Show(value) : "";
}

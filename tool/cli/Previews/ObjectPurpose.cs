using System.Globalization;
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
        // What is secret as a whole is a text from here on, which says so.
        PropertyObject inputs = PropertyMask.Mask(PropertyValue.From(resource.Inputs)).AsObject();
        PropertyObject spec = Object(inputs, "spec");
        return Text(inputs, "kind") switch
        {
            "Namespace" => DescribeNamespace(Object(Object(inputs, "metadata"), "labels")),
            "ResourceQuota" => "caps the namespace at " + Pairs(Object(spec, "hard")),
            "LimitRange" => "gives containers that name no resources a default, and bounds the rest",
            "NetworkPolicy" => DescribeNetworkPolicy(spec),
            "ServiceAccount" => inputs["automountServiceAccountToken"].BooleanOrNull() == false
                ? "identity of pods, without an API token"
                : "identity of pods",
            "Role" or "ClusterRole" => DescribeRole(inputs["rules"]),
            "RoleBinding" or "ClusterRoleBinding" => $"gives {Text(Object(inputs, "roleRef"), "name")} to {Subjects(inputs["subjects"])}",
            "Secret" => $"keys {Keys(resource.Inputs)}",
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
        List<string> allowed = [];
        AddPorts(allowed, "in", spec["ingress"]);
        AddPorts(allowed, "out", spec["egress"]);
        return allowed.Count == 0 ? "denies all traffic that no other policy allows" : "allows " + string.Join(", ", allowed);
    }

    private static void AddPorts(List<string> allowed, string direction, PropertyValue rules)
    {
        if (rules.StringOrNull() is { } hidden)
        {
            allowed.Add($"{direction} {hidden}");
        }

        foreach (PropertyValue rule in Items(rules))
        {
            PropertyValue ports = rule.ObjectOrNull()?["ports"] ?? rule;
            if (ports.IsNull)
            {
                allowed.Add($"{direction} any port");
                continue;
            }

            SortedSet<string> numbers = new(StringComparer.Ordinal);
            if (ports.StringOrNull() is { } text)
            {
                numbers.Add(text);
            }

            foreach (PropertyValue port in Items(ports))
            {
                numbers.Add(Show(port.ObjectOrNull()?["port"] ?? port));
            }

            allowed.Add($"{direction} {string.Join("/", numbers)}");
        }
    }

    private static string DescribeRole(PropertyValue rules)
    {
        List<string> parts = rules.StringOrNull() is { } hidden ? [hidden] : [];
        foreach (PropertyValue rule in Items(rules))
        {
            PropertyObject source = rule.ObjectOrNull() ?? PropertyObject.Empty;
            parts.Add($"{Join(source["verbs"])} {Join(source["resources"])}");
        }

        return "may " + string.Join("; ", parts);
    }

    private static string DescribeService(PropertyObject spec)
    {
        List<string> ports = [];
        foreach (PropertyValue port in Items(spec["ports"]))
        {
            PropertyObject source = port.ObjectOrNull() ?? PropertyObject.Empty;
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
        foreach (PropertyValue container in Items(pod["containers"]))
        {
            images.Add(Show(container.ObjectOrNull()?["image"] ?? container));
        }

        return string.Join(", ", images);
    }

    private static string Count(PropertyValue replicas) => replicas.NumberOrNull() switch
    {
        1 => "1 pod",
        { } number => string.Create(CultureInfo.InvariantCulture, $"{number} pods"),
        null => replicas.IsNull ? "pods" : $"{Show(replicas)} pods",
    };

    private static string Subjects(PropertyValue subjects)
    {
        List<string> names = subjects.StringOrNull() is { } hidden ? [hidden] : [];
        foreach (PropertyValue subject in Items(subjects))
        {
            names.Add(subject.ObjectOrNull() is { } fields ? Text(fields, "name") : Show(subject));
        }

        return string.Join(", ", names);
    }

    private static string Keys(PropertyObject inputs)
    {
        SortedSet<string> keys = new(StringComparer.Ordinal);
        foreach (string map in (ReadOnlySpan<string>)["data", "stringData"])
        {
            if (inputs[map].StringOrNull() is { } hidden)
            {
                keys.Add(hidden);
            }

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
        List<string> texts = list.StringOrNull() is { } hidden ? [hidden] : [];
        foreach (PropertyValue item in Items(list))
        {
            texts.Add(Show(item));
        }

        return string.Join("/", texts);
    }

    private static ReadOnlySpan<PropertyValue> Items(PropertyValue list) => list.ListOrNull() is { } items ? items.Items : default;

    private static string Show(PropertyValue value) => PropertyMask.Mask(value).ToString();

    private static PropertyObject Object(PropertyObject source, string name) => source[name].Inner.ObjectOrNull() ?? PropertyObject.Empty;

    private static string Text(PropertyObject source, string name) => source[name] is { IsNull: false } value ? Show(value) : "";
}

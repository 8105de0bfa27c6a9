using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;

namespace Rampart.Infra.Settings;

/// <summary>Reads where pods may and should run, in Kubernetes' own shapes.</summary>
internal static class SchedulingReader
{
    private const int MaxWeight = 100;

    public static IReadOnlyList<TopologySpreadConstraintArgs>? ReadSpread(SettingsSection root)
    {
        if (root.Sections("topologySpreadConstraints") is not { Count: > 0 } sections)
        {
            return null;
        }

        List<TopologySpreadConstraintArgs> constraints = [];
        foreach (SettingsSection section in sections)
        {
            TopologySpreadConstraintArgs constraint = new()
            {
                MaxSkew = section.Integer("maxSkew", 1, int.MaxValue) ?? 1,
                TopologyKey = section.Required("topologyKey", section.Text("topologyKey"), "give a node label such as 'kubernetes.io/hostname'"),
                WhenUnsatisfiable = section.Choice("whenUnsatisfiable", "ScheduleAnyway", "DoNotSchedule") ?? "DoNotSchedule",
            };
            if (section.Integer("minDomains", 1, int.MaxValue) is int minDomains)
            {
                constraint.MinDomains = minDomains;
            }

            if (section.Choice("nodeAffinityPolicy", "Honor", "Ignore") is { } nodeAffinityPolicy)
            {
                constraint.NodeAffinityPolicy = nodeAffinityPolicy;
            }

            if (section.Choice("nodeTaintsPolicy", "Honor", "Ignore") is { } nodeTaintsPolicy)
            {
                constraint.NodeTaintsPolicy = nodeTaintsPolicy;
            }

            if (section.Texts("matchLabelKeys", static _ => true, "a label key") is { } keys)
            {
                constraint.MatchLabelKeys = ToInput(keys);
            }

            if (section.Section("labelSelector") is { } selector)
            {
                constraint.LabelSelector = ReadSelector(selector);
            }

            section.RejectOthers();
            constraints.Add(constraint);
        }

        return constraints;
    }

    public static NodeAffinityArgs? ReadNodeAffinity(SettingsSection root)
    {
        if (root.Section("affinity") is not { } affinity)
        {
            return null;
        }

        NodeAffinityArgs? args = null;
        if (affinity.Section("nodeAffinity") is { } section)
        {
            args = new NodeAffinityArgs();
            if (section.Section("requiredDuringSchedulingIgnoredDuringExecution") is { } required)
            {
                NodeSelectorArgs selector = new();
                foreach (SettingsSection term in required.Sections("nodeSelectorTerms") ?? [])
                {
                    selector.NodeSelectorTerms.Add(ReadTerm(term));
                }

                required.RejectOthers();
                args.RequiredDuringSchedulingIgnoredDuringExecution = selector;
            }

            foreach (SettingsSection preferred in section.Sections("preferredDuringSchedulingIgnoredDuringExecution") ?? [])
            {
                PreferredSchedulingTermArgs term = new() { Weight = preferred.Integer("weight", 1, MaxWeight) ?? MaxWeight };
                if (preferred.Section("preference") is { } preference)
                {
                    term.Preference = ReadTerm(preference);
                }
                else
                {
                    _ = preferred.Required("preference", null, "give matchExpressions");
                }

                preferred.RejectOthers();
                args.PreferredDuringSchedulingIgnoredDuringExecution.Add(term);
            }

            section.RejectOthers();
        }

        affinity.RejectOthers();
        return args;
    }

    public static IReadOnlyList<TolerationArgs> ReadTolerations(SettingsSection root)
    {
        List<TolerationArgs> tolerations = [];
        foreach (SettingsSection section in root.Sections("tolerations") ?? [])
        {
            TolerationArgs toleration = new();
            if (section.Text("key") is { } key)
            {
                toleration.Key = key;
            }

            if (section.Choice("operator", "Exists", "Equal") is { } comparison)
            {
                toleration.Operator = comparison;
            }

            if (section.Text("value") is { } value)
            {
                toleration.Value = value;
            }

            if (section.Choice("effect", "NoSchedule", "PreferNoSchedule", "NoExecute") is { } effect)
            {
                toleration.Effect = effect;
            }

            if (section.Integer("tolerationSeconds", 0, int.MaxValue) is int seconds)
            {
                toleration.TolerationSeconds = seconds;
            }

            section.RejectOthers();
            tolerations.Add(toleration);
        }

        return tolerations;
    }

    private static NodeSelectorTermArgs ReadTerm(SettingsSection section)
    {
        NodeSelectorTermArgs term = new();
        foreach (SettingsSection expression in section.Sections("matchExpressions") ?? [])
        {
            NodeSelectorRequirementArgs requirement = new()
            {
                Key = expression.Required("key", expression.Text("key"), "give a node label such as 'workload-type'"),
                Operator = expression.Choice("operator", "In", "NotIn", "Exists", "DoesNotExist", "Gt", "Lt") ?? "In",
            };
            if (expression.Texts("values", static _ => true, "a text") is { } values)
            {
                requirement.Values = ToInput(values);
            }

            expression.RejectOthers();
            term.MatchExpressions.Add(requirement);
        }

        section.RejectOthers();
        return term;
    }

    private static LabelSelectorArgs ReadSelector(SettingsSection section)
    {
        LabelSelectorArgs selector = new();
        foreach ((string key, string value) in section.TextMap("matchLabels") ?? new Dictionary<string, string>())
        {
            selector.MatchLabels.Add(key, value);
        }

        section.RejectOthers();
        return selector;
    }

    private static InputList<string> ToInput(IReadOnlyList<string> texts)
    {
        string[] values = [.. texts];
        return values;
    }
}

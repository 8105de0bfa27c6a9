using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>Which pods a ResourceQuota counts: those that all its scopes select.</summary>
internal static class QuotaScope
{
    public const string Terminating = "Terminating";
    public const string NotTerminating = "NotTerminating";
    public const string BestEffort = "BestEffort";
    public const string NotBestEffort = "NotBestEffort";
    public const string PriorityClass = "PriorityClass";
    public const string CrossNamespacePodAffinity = "CrossNamespacePodAffinity";
    public const string VolumeAttributesClass = "VolumeAttributesClass";

    /// <summary>Whether a quota has scopes, and so counts pods alone; unknown when its scopes are.</summary>
    public static Flag IsSet(KubernetesObject quota)
    {
        Field scopes = quota.Spec["scopes"], selector = quota.Spec["scopeSelector"]["matchExpressions"];
        return !scopes.TryGetItems(out FieldItems names) || !selector.TryGetItems(out FieldItems expressions) ? Flag.Unknown
            : names.Count + expressions.Count > 0 ? Flag.True
            : Flag.False;
    }

    /// <summary>Whether a quota counts the pods of a workload.</summary>
    /// <param name="quota">The quota.</param>
    /// <param name="workload">The workload.</param>
    /// <param name="pod">Its pods as they are stored.</param>
    /// <param name="defaultPriorityClass">The class of pods that set none; null when there is no such class.</param>
    public static Flag Selects(KubernetesObject quota, Workload workload, PodResources pod, string? defaultPriorityClass)
    {
        if (!quota.Spec["scopes"].TryGetItems(out FieldItems scopes)
            || !quota.Spec["scopeSelector"]["matchExpressions"].TryGetItems(out FieldItems expressions))
        {
            return Flag.Unknown;
        }

        Flag result = Flag.True;
        foreach (Field scope in scopes)
        {
            result = result.And(scope.TryGetText(out string name) ? Matches(name, "Exists", default, workload, pod, defaultPriorityClass) : Flag.Unknown);
        }

        foreach (Field expression in expressions)
        {
            bool isKnown = expression["scopeName"].TryGetText(out string name)
                & expression["operator"].TryGetText(out string operation)
                & expression["values"].TryGetItems(out FieldItems values);
            result = result.And(isKnown ? Matches(name, operation, values, workload, pod, defaultPriorityClass) : Flag.Unknown);
        }

        return result;
    }

    private static Flag Matches(
        string scope, string operation, FieldItems values, Workload workload, PodResources pod, string? defaultPriorityClass) => scope switch
        {
            Terminating => HasDeadline(workload),
            NotTerminating => Not(HasDeadline(workload)),
            BestEffort => Of(QualityOfService.Of(pod) == QualityOfServiceClass.BestEffort),
            NotBestEffort => Of(QualityOfService.Of(pod) != QualityOfServiceClass.BestEffort),
            PriorityClass => MatchesPriority(operation, values, workload, defaultPriorityClass),
            CrossNamespacePodAffinity => ReachesOtherNamespaces(workload),

            // Of volume claims only.
            VolumeAttributesClass => Flag.False,
            _ => Flag.Unknown,
        };

    private static Flag HasDeadline(Workload workload)
    {
        Field deadline = workload.PodSpec["activeDeadlineSeconds"];
        return deadline.IsUnknown ? Flag.Unknown : Of(!deadline.IsUnset);
    }

    private static Flag MatchesPriority(string operation, FieldItems values, Workload workload, string? defaultPriorityClass)
    {
        Field field = workload.PodSpec["priorityClassName"];
        if (!field.TryGetText(out string name))
        {
            return Flag.Unknown;
        }

        name = name.Length == 0 ? defaultPriorityClass ?? "" : name;
        return operation switch
        {
            "Exists" => Of(name.Length > 0),
            "DoesNotExist" => Of(name.Length == 0),
            "In" => Contains(values, name),
            "NotIn" => Not(Contains(values, name)),
            _ => Flag.Unknown,
        };
    }

    private static Flag Contains(FieldItems values, string name)
    {
        Flag result = Flag.False;
        foreach (Field value in values)
        {
            if (!value.TryGetText(out string text))
            {
                result = Flag.Unknown;
            }
            else if (text == name)
            {
                return Flag.True;
            }
        }

        return result;
    }

    private static Flag ReachesOtherNamespaces(Workload workload)
    {
        Field affinity = workload.PodSpec["affinity"];
        Flag result = Flag.False;
        foreach (string kind in (ReadOnlySpan<string>)["podAffinity", "podAntiAffinity"])
        {
            foreach (string list in (ReadOnlySpan<string>)["requiredDuringSchedulingIgnoredDuringExecution", "preferredDuringSchedulingIgnoredDuringExecution"])
            {
                if (!affinity[kind][list].TryGetItems(out FieldItems terms))
                {
                    result = Flag.Unknown;
                }

                foreach (Field item in terms)
                {
                    Field term = item["podAffinityTerm"].IsUnset ? item : item["podAffinityTerm"];
                    if ((term["namespaces"].TryGetItems(out FieldItems names) && names.Count > 0) || term["namespaceSelector"].Presence == Flag.True)
                    {
                        return Flag.True;
                    }
                }
            }
        }

        return result;
    }

    private static Flag Of(bool value) => value ? Flag.True : Flag.False;

    private static Flag Not(Flag flag) => flag switch
    {
        Flag.True => Flag.False,
        Flag.False => Flag.True,
        _ => flag,
    };
}

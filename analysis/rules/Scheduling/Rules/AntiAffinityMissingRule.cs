using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4058: the pods of a workload keep apart.</summary>
internal sealed class AntiAffinityMissingRule()
    : WorkloadRule("RMP4058", "pod-anti-affinity-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary => "Pods of a workload prefer nodes on which none of them runs, so that one node takes few of them when it goes.";

    public override string Allowed => "podAntiAffinity on kubernetes.io/hostname, or a zone, with the workload's own labels";

    public override string Fix => "add a preferred podAntiAffinity term on kubernetes.io/hostname with the labels of the workload's selector";

    public override IReadOnlyList<string> OtherIds =>
    [
        "kube-linter:no-anti-affinity",
        "kube-score:deployment-has-host-podantiaffinity",
        "kube-score:statefulset-has-host-podantiaffinity",
    ];

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (!workload.HasScale || workload.Object.IsOwned)
        {
            return;
        }

        Field affinity = workload.PodSpec["affinity"]["podAntiAffinity"];
        Flag required = KeepsApart(affinity["requiredDuringSchedulingIgnoredDuringExecution"], isWeighted: false, workload, inspection.Objects);
        Flag preferred = KeepsApart(affinity["preferredDuringSchedulingIgnoredDuringExecution"], isWeighted: true, workload, inspection.Objects);
        if (required == Flag.True || preferred == Flag.True)
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "affinity.podAntiAffinity");
        if (required == Flag.Unknown || preferred == Flag.Unknown)
        {
            bool isReadable = affinity.Presence == Flag.True && !affinity.Value.ContainsUnknowns;
            inspection.Unknown(workload.Object, path, isReadable ? "cannot be compared with labels that are not known yet" : null);
        }
        else
        {
            inspection.Broken(
                workload.Object,
                path,
                affinity.IsUnset ? $"nothing keeps the pods of {workload.Object} apart" : $"podAntiAffinity does not keep the pods of {workload.Object} apart");
        }
    }

    private static Flag KeepsApart(Field terms, bool isWeighted, Workload workload, ObjectSet objects)
    {
        if (!terms.TryGetItems(out FieldItems items))
        {
            return Flag.Unknown;
        }

        Flag result = Flag.False;
        foreach (Field item in items)
        {
            Field term = isWeighted ? item["podAffinityTerm"] : item;
            if (!term["topologyKey"].TryGetText(out string key))
            {
                result = Flag.Unknown;
            }
            else if (key is SpreadConstraints.Hostname or SpreadConstraints.Zone or "topology.kubernetes.io/region")
            {
                Flag isMatch = LabelSelector.Matches(term["labelSelector"], workload.PodLabels);
                Flag isHere = AffinityNamespaces.IncludeOwn(term, workload, objects);
                if (isMatch == Flag.True && isHere == Flag.True)
                {
                    return Flag.True;
                }

                result = isMatch != Flag.False && isHere != Flag.False ? Flag.Unknown : result;
            }
        }

        return result;
    }
}

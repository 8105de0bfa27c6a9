using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4041: StatefulSets have a headless Service.</summary>
internal sealed class StatefulSetServiceRule()
    : ObjectRule("RMP4041", "stateful-set-service", RuleCategory.Availability, DiagnosticSeverity.Warning, "apps", "StatefulSet")
{
    public override string Summary => "A StatefulSet names a headless Service that chooses its pods, which gives each of them a name in DNS.";

    public override string Allowed => "serviceName of a Service with clusterIP None that chooses the pods";

    public override string Fix => "set serviceName, and clusterIP None at that Service";

    public override IReadOnlyList<string> OtherIds => ["kube-score:statefulset-has-servicename"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        const string Path = "spec.serviceName";
        Field name = item.Spec["serviceName"];
        if (!name.TryGetText(out string text))
        {
            inspection.Unknown(item, Path);
            return;
        }

        if (text.Length == 0)
        {
            inspection.Broken(item, Path, $"{item} names no Service, so its pods have no names in DNS");
            return;
        }

        // The Service may be in the cluster already.
        if (inspection.Objects.Find("", "Service", item.Place, text) is not { } service || item.Workload is not { } workload)
        {
            return;
        }

        if (service.Spec["clusterIP"].TryGetText(out string address) && address != "None")
        {
            inspection.Broken(item, Path, $"{service} is not headless, so the pods of {item} have no names in DNS", name.Shown);
        }
        else if (LabelSelector.MatchesLabels(service.Spec["selector"], workload.PodLabels) == Flag.False)
        {
            inspection.Broken(item, Path, $"{service} does not choose the pods of {item}", name.Shown);
        }
    }
}

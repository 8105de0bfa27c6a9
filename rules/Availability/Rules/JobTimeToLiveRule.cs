using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4043: finished jobs go away.</summary>
internal sealed class JobTimeToLiveRule()
    : ObjectRule("RMP4043", "job-time-to-live", RuleCategory.Availability, DiagnosticSeverity.Info, "batch", "Job")
{
    public override string Summary => "A finished Job is removed after a time; otherwise jobs and their pods pile up.";

    public override string Allowed => "ttlSecondsAfterFinished set";

    public override string Fix => "set ttlSecondsAfterFinished, e.g. to 3600";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:job-ttl-seconds-after-finished"];

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        // A CronJob keeps as many of its jobs as its history limits say.
        if (!item.IsOwned && item.Spec["ttlSecondsAfterFinished"].IsUnset)
        {
            inspection.Broken(item, "spec.ttlSecondsAfterFinished", $"{item} stays for ever after it has finished");
        }
    }
}

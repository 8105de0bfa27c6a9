using Rampart.Protocol.Values;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4043: finished jobs go away.</summary>
internal sealed class JobTimeToLiveRule()
    : Rule("RMP4043", "job-time-to-live", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "A finished Job is removed after a time, since otherwise jobs and their pods pile up; those of a CronJob stay as long as its history limits say.";

    public override string Allowed => "ttlSecondsAfterFinished at a Job, and none in a CronJob or at a Job with annotations of Pulumi, which deletes it itself";

    public override string Fix => "set ttlSecondsAfterFinished, e.g. to 3600";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:job-ttl-seconds-after-finished"];

    internal override void Check(Inspection inspection)
    {
        foreach (KubernetesObject job in inspection.Objects.OfKind("batch", "Job"))
        {
            // A CronJob keeps as many of its jobs as its history limits say; Pulumi deletes its own, and takes one that is gone for drift.
            if (!job.IsOwned && !IsManagedByPulumi(job) && job.Spec["ttlSecondsAfterFinished"].IsUnset)
            {
                inspection.Broken(job, "spec.ttlSecondsAfterFinished", $"{job} stays for ever after it has finished");
            }
        }

        foreach (KubernetesObject cronJob in inspection.Objects.OfKind("batch", "CronJob"))
        {
            Field seconds = cronJob.Spec["jobTemplate"]["spec"]["ttlSecondsAfterFinished"];
            if (!seconds.IsUnset && seconds.TryGetInteger(out _))
            {
                inspection.Broken(
                    cronJob,
                    "spec.jobTemplate.spec.ttlSecondsAfterFinished",
                    $"the jobs of {cronJob} go {seconds.Shown} seconds after they have finished, also those that its history limits keep",
                    seconds.Shown,
                    fix: "remove ttlSecondsAfterFinished, and set successfulJobsHistoryLimit and failedJobsHistoryLimit");
            }
        }
    }

    private static bool IsManagedByPulumi(KubernetesObject job)
    {
        if (job.Metadata["annotations"].TryGetProperties(out ReadOnlySpan<Property> annotations))
        {
            foreach (ref readonly Property annotation in annotations)
            {
                if (annotation.Name.StartsWith("pulumi.com/", StringComparison.Ordinal))
                {
                    return true;
                }
            }
        }

        return false;
    }
}

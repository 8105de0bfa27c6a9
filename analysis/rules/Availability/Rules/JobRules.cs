using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>The rules about jobs.</summary>
internal static class JobRules
{
    public static IReadOnlyList<Rule> All { get; } =
    [
        new WorkloadRule("RMP4042", "restart-policy", RuleCategory.Availability, DiagnosticSeverity.Error)
        {
            Summary =
                "Pods of jobs are not always restarted and those of all other controllers are; the API server rejects all else.",
            Allowed = "OnFailure or Never for Job and CronJob; Always or unset for all other controllers",
            Fix = "set restartPolicy to OnFailure for a job, and leave it out otherwise",
            OtherIds = ["kube-score:cronjob-restartpolicy"],
            Check = CheckRestartPolicy,
        },
        new ObjectSetRule("RMP4043", "job-time-to-live", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary =
                "A finished Job is removed after a time, since otherwise jobs and their pods pile up; those of a CronJob stay as long as its history limits say.",
            Allowed = "ttlSecondsAfterFinished at a Job, and none in a CronJob or at a Job with annotations of Pulumi, which deletes it itself",
            Fix = "set ttlSecondsAfterFinished, e.g. to 3600",
            OtherIds = ["kube-linter:job-ttl-seconds-after-finished"],
            Check = CheckJobTimeToLive,
        },
        new WorkloadRule("RMP4044", "job-deadline", RuleCategory.Availability, DiagnosticSeverity.Info)
        {
            Summary = "A job has a deadline; one that hangs would otherwise run for ever, and hold up what waits for it.",
            Allowed = "activeDeadlineSeconds set",
            Fix = "set activeDeadlineSeconds",
            Check = static (workload, inspection) =>
            {
                KubernetesObject item = workload.Object;
                if (item.Group != "batch" || item.IsOwned || !workload.PodSpec["activeDeadlineSeconds"].IsUnset)
                {
                    return;
                }

                bool isCron = item.Kind == "CronJob";
                Field spec = isCron ? item.Spec["jobTemplate"]["spec"] : item.Spec;
                if (spec["activeDeadlineSeconds"].IsUnset)
                {
                    inspection.Broken(item, isCron ? "spec.jobTemplate.spec.activeDeadlineSeconds" : "spec.activeDeadlineSeconds", $"{item} may run for ever");
                }
            },
        },
        new ObjectRule("RMP4045", "cron-job-starting-deadline", RuleCategory.Availability, DiagnosticSeverity.Info, "batch", "CronJob")
        {
            Summary = "A CronJob says how late a job may start; without it, one that missed a hundred starts never runs again.",
            Allowed = "startingDeadlineSeconds set",
            Fix = "set startingDeadlineSeconds to less than the time between two starts",
            OtherIds = ["kube-score:cronjob-has-deadline"],
            Check = static (item, inspection) =>
            {
                if (item.Spec["startingDeadlineSeconds"].IsUnset)
                {
                    inspection.Broken(item, "spec.startingDeadlineSeconds", $"{item} does not say how late a job may start");
                }
            },
        },
        new ObjectRule("RMP4046", "cron-job-overlap", RuleCategory.Availability, DiagnosticSeverity.Info, "batch", "CronJob")
        {
            Summary =
                "A CronJob says what happens when the last job still runs; by default slow jobs pile up until the nodes are full.",
            Allowed = "concurrencyPolicy Forbid or Replace",
            Fix = "set concurrencyPolicy to Forbid",
            Check = static (item, inspection) =>
            {
                Field policy = item.Spec["concurrencyPolicy"];
                if (!policy.TryGetText(out string text))
                {
                    inspection.Unknown(item, "spec.concurrencyPolicy");
                }
                else if (text is "" or "Allow")
                {
                    inspection.Broken(item, "spec.concurrencyPolicy", $"{item} starts a job although the last one still runs", policy.Shown);
                }
            },
        },
    ];

    private static void CheckRestartPolicy(Workload workload, Inspection inspection)
    {
        KubernetesObject item = workload.Object;
        if (item.Kind is "Pod" or "PodTemplate" || workload.Pod.IsByShape)
        {
            return;
        }

        Field policy = workload.PodSpec["restartPolicy"];
        string path = PathPool.Field(workload.SpecPath, "restartPolicy");
        if (!policy.TryGetText(out string text))
        {
            inspection.Unknown(item, path);
        }
        else if (item.Group == "batch" && text is not ("OnFailure" or "Never"))
        {
            inspection.Broken(item, path, $"{item} needs the restartPolicy OnFailure or Never", policy.Shown, "OnFailure or Never");
        }
        else if (item.Group != "batch" && text is not ("" or "Always"))
        {
            inspection.Broken(item, path, $"{item} takes no restartPolicy but Always", policy.Shown, "Always");
        }
    }

    private static void CheckJobTimeToLive(Inspection inspection)
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

using System.Globalization;
using Rampart.Rules.Availability;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Checklists;

/// <summary>What shows that a point of the checklist is met, or that it does not apply.</summary>
internal sealed class ChecklistEvidence(ObjectSet objects, CheckOptions options)
{
    // A line that names more is not read.
    private const int MostNamed = 5;

    // Of the workloads that have some.
    private readonly int _containers = objects.Workloads.Sum(static workload => workload.Containers.Count);
    private readonly int _withContainers = objects.Workloads.Count(static workload => workload.Containers.Count > 0);

    /// <summary>Why a point is about nothing here; null when it is about something.</summary>
    public string? WhyNotApplicable(ChecklistPoint point) => objects.Workloads.Count == 0 ? "there are no pods"
        : IsOfContainers(point) && _containers == 0 ? "no pod has containers"
        : point == ChecklistPoint.DisruptionBudgets && !objects.Workloads.Any(workload => workload.HasScale) ? "nothing keeps a number of pods"
        : point == ChecklistPoint.DisruptionBudgets && !HasBudgetOrNeedsOne() ? "nothing keeps several pods"
        : null;

    /// <summary>Why nothing can be said, since no rule, or not the one that decides, has looked; null when it has.</summary>
    public string? WhyOff(ChecklistPoint point)
    {
        if (DecidingCheck(point) is { } deciding)
        {
            PodSecurityCheck? asked = PodSecurityChecks.For(options.PodSecurity).FirstOrDefault(check => check.Id == deciding);
            return asked is null ? $"{options.PodSecurity} does not ask for it"
                : RuleCatalogue.TryFind(asked.RuleId, out Rule? rule) && options.SeverityOf(rule) is null ? $"{rule} is off"
                : null;
        }

        foreach (Rule rule in RuleCatalogue.All)
        {
            if (rule.Point == point && options.SeverityOf(rule) is not null)
            {
                return null;
            }
        }

        return "its rules are off";
    }

    /// <summary>What shows that a point is met.</summary>
    public string OfMet(ChecklistPoint point)
    {
        string pods = Number(objects.Workloads.Count, "workload");
        string all = $"{Number(_containers, "container")} of {Number(_withContainers, "workload")}";
        return point switch
        {
            ChecklistPoint.PodSecurityStandards => $"{Enforcing()}{pods} allowed by {options.PodSecurity}",
            ChecklistPoint.NonRootContainers => $"root cannot run in {all}",
            ChecklistPoint.ReadOnlyRootFilesystem => $"the image cannot be written to in {all}",
            ChecklistPoint.CapabilitiesDropped => $"ALL dropped in {all}",
            ChecklistPoint.SeccompProfile => $"a profile for {all}",
            ChecklistPoint.ResourceLimits => $"limits for {all}",
            ChecklistPoint.SpecificImageTags => $"a version for {all}",
            ChecklistPoint.DisruptionBudgets => $"{Budgets()} room for a drain",
            _ => $"an object for {pods}",
        };
    }

    // Other rules of these points look for mistakes, but only this check for what is claimed where nothing is broken.
    private static string? DecidingCheck(ChecklistPoint point) => point switch
    {
        ChecklistPoint.NonRootContainers => "runAsNonRoot",
        ChecklistPoint.CapabilitiesDropped => "capabilities_restricted",
        ChecklistPoint.SeccompProfile => "seccompProfile_restricted",
        _ => null,
    };

    private static bool IsOfContainers(ChecklistPoint point) => point is ChecklistPoint.NonRootContainers or ChecklistPoint.ReadOnlyRootFilesystem
        or ChecklistPoint.CapabilitiesDropped or ChecklistPoint.SeccompProfile or ChecklistPoint.ResourceLimits or ChecklistPoint.SpecificImageTags
        or ChecklistPoint.AppArmorOrSELinux;

    private string Budgets()
    {
        int count = objects.OfKind("policy", "PodDisruptionBudget").Count;
        return $"{Number(count, "budget")} leave{(count == 1 ? "s" : "")}";
    }

    private bool HasBudgetOrNeedsOne()
    {
        AutoscalerMap autoscalers = new(objects);
        return objects.OfKind("policy", "PodDisruptionBudget").Count > 0
            || objects.Workloads.Any(workload => workload.HasScale && PodScale.Of(workload, autoscalers).Lowest is not (0 or 1));
    }

    private string Enforcing()
    {
        List<string> places = [];
        IReadOnlyList<KubernetesObject> namespaces = objects.OfKind("", "Namespace");
        for (int i = 0; i < Math.Min(namespaces.Count, MostNamed); i++)
        {
            NamespacePolicy policy = NamespacePolicy.FromLabels(namespaces[i].Metadata["labels"].Value);
            places.Add($"namespace {namespaces[i].Name} enforces {policy.Enforce}");
        }

        if (namespaces.Count > MostNamed)
        {
            places.Add($"and {Number(namespaces.Count - MostNamed, "more namespace")}");
        }

        return places.Count == 0 ? "" : string.Join(", ", places) + "; ";
    }

    private static string Number(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}

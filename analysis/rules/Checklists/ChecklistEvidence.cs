using System.Globalization;
using Rampart.Rules.Availability;
using Rampart.Rules.Findings;
using Rampart.Rules.Images.Uses;
using Rampart.Rules.Objects;
using Rampart.Rules.Options;
using Rampart.Rules.PodSecurity;
using Rampart.Rules.PodSecurity.Evaluation;
using Rampart.Rules.PodSecurity.Rules;

namespace Rampart.Rules.Checklists;

/// <summary>What shows that a point of the checklist is met, or that it does not apply. An object that is there twice counts once.</summary>
internal sealed class ChecklistEvidence
{
    // A line that names more is not read.
    private const int MostNamed = 5;

    private readonly Inspection _inspection;
    private readonly List<Workload> _workloads = [];

    // Of the workloads that have some, and of those that are not of Windows.
    private readonly string _all;
    private readonly string _notOfWindows;
    private readonly int _containers;
    private readonly int _containersNotOfWindows;

    public ChecklistEvidence(Inspection inspection)
    {
        _inspection = inspection;
        _workloads.AddRange(Objects.Workloads);
        (_containers, _all) = Count(_workloads);
        (_containersNotOfWindows, _notOfWindows) = Count(_workloads.Where(static workload => !workload.IsWindows()));
    }

    private ObjectSet Objects => _inspection.Objects;

    private CheckOptions Options => _inspection.Options;

    /// <summary>Why a point is about nothing here; null when it is about something.</summary>
    public string? WhyNotApplicable(ChecklistPoint point) => _workloads.Count == 0 ? "there are no pods"
        : IsOfContainers(point) && _containers == 0 ? "no pod has containers"
        : IsOfLinux(point) && _containersNotOfWindows == 0 ? "all pods are of Windows, which does not have it"
        : point == ChecklistPoint.DisruptionBudgets && !_workloads.Exists(static workload => workload.HasScale) ? "nothing keeps a number of pods"
        : point == ChecklistPoint.DisruptionBudgets && !HasBudgetOrNeedsOne() ? "nothing keeps several pods"
        : null;

    /// <summary>Why it cannot be told whether what a point claims holds, though no rule says so; null when it can.</summary>
    public string? WhyUnknown(ChecklistPoint point)
    {
        if (point == ChecklistPoint.ImageVerification)
        {
            foreach (ImageUse use in ImageUses.Of(_inspection.Facts).All)
            {
                if (use.Reference is null && !use.Image.TryGetText(out _))
                {
                    return $"{use.Workload.Object}: the image of {use} is not known yet";
                }
            }
        }

        return null;
    }

    /// <summary>Why nothing can be said, since no rule, or not one that decides, has looked at anything; null when it has.</summary>
    public string? WhyNothingIsShown(ChecklistPoint point, StandardVerdict standard)
    {
        foreach (Rule rule in ChecklistClaims.Of(point))
        {
            if (rule is PodSecurityRule && !PodSecurityChecks.For(Options.PodSecurity).Any(check => check.RuleId == rule.Id))
            {
                return $"{Options.PodSecurity} does not ask for it";
            }

            if (Options.SeverityOf(rule) is null)
            {
                return $"{rule} is off";
            }
        }

        return point switch
        {
            ChecklistPoint.PodSecurityStandards when Options.PodSecurity.Level != PodSecurityLevel.Restricted => $"{Allowed(standard)}, which is not restricted",
            ChecklistPoint.ImageVerification when CountImages() == 0 => "no pod names an image",
            ChecklistPoint.DisruptionBudgets when CountBudgets() == 0 => "no budget chooses pods that it could keep",
            _ => null,
        };
    }

    /// <summary>What shows that a point is met.</summary>
    public string OfMet(ChecklistPoint point, StandardVerdict standard) => point switch
    {
        ChecklistPoint.PodSecurityStandards => $"{Enforcing()}{Allowed(standard)}",
        ChecklistPoint.NonRootContainers => NotRoot(),
        ChecklistPoint.ReadOnlyRootFilesystem => $"the image cannot be written to in {_all}",
        ChecklistPoint.CapabilitiesDropped => $"ALL dropped in {_notOfWindows}",
        ChecklistPoint.SeccompProfile => $"a profile for {_notOfWindows}",
        ChecklistPoint.ResourceLimits => $"limits for {_all}",
        ChecklistPoint.SpecificImageTags => $"a version for {_all}",
        ChecklistPoint.ImageScanning => "a scanner's report, or a policy that asks for one, is among the objects",
        ChecklistPoint.ImageVerification => $"a policy verifies {Number(CountImages(), "image")}",
        ChecklistPoint.DisruptionBudgets => $"{Budgets()} room for a drain",
        ChecklistPoint.RuntimeMonitoring => "Falco rules or a Tetragon policy are among the objects",
        _ => $"a profile or options for {_notOfWindows}",
    };

    /// <summary>What the standard forbids.</summary>
    public string OfForbidden(StandardVerdict standard)
    {
        (KubernetesObject item, PodSecurityResult result) = standard.Forbidden[0];
        string more = standard.Forbidden.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" (and {standard.Forbidden.Count - 1} more)");
        return $"{Allowed(standard)}; {item} is forbidden: {result.Reason}{more}";
    }

    private static bool IsOfContainers(ChecklistPoint point) => point is ChecklistPoint.NonRootContainers or ChecklistPoint.ReadOnlyRootFilesystem
        or ChecklistPoint.CapabilitiesDropped or ChecklistPoint.SeccompProfile or ChecklistPoint.ResourceLimits or ChecklistPoint.SpecificImageTags
        or ChecklistPoint.AppArmorOrSELinux;

    private static bool IsOfLinux(ChecklistPoint point) =>
        point is ChecklistPoint.CapabilitiesDropped or ChecklistPoint.SeccompProfile or ChecklistPoint.AppArmorOrSELinux;

    /// <summary>How many pods the standard allows.</summary>
    public string Allowed(StandardVerdict standard) => string.Create(
        CultureInfo.InvariantCulture, $"{standard.Allowed} of {Number(standard.Pods, "pod")} allowed by {Options.PodSecurity}");

    // Since 1.35 the standard takes root for an ordinary user where the pod has users of its own.
    private string NotRoot()
    {
        int never = 0, inside = 0;
        foreach (Workload workload in _workloads)
        {
            Flag ofPod = workload.PodSpec["securityContext"]["runAsNonRoot"].Flag;
            foreach (Container container in workload.Containers)
            {
                Flag own = container["securityContext"]["runAsNonRoot"].Flag;
                bool isNever = (own == Flag.Unset ? ofPod : own) == Flag.True;
                never += isNever ? 1 : 0;
                inside += isNever ? 0 : 1;
            }
        }

        return inside == 0 ? $"root cannot run in {_all}"
            : string.Create(CultureInfo.InvariantCulture, $"root cannot run in {Number(never, "container")}, and is nobody outside of {inside} more with users of their own");
    }

    private int CountImages()
    {
        HashSet<string> images = new(StringComparer.Ordinal);
        foreach (ImageUse use in ImageUses.Of(_inspection.Facts).All)
        {
            if (use.Reference is { } image)
            {
                images.Add(image.ToString());
            }
        }

        return images.Count;
    }

    private string Budgets()
    {
        int count = CountBudgets();
        return $"{Number(count, "budget")} leave{(count == 1 ? "s" : "")}";
    }

    // Those that choose pods for certain.
    private int CountBudgets()
    {
        BudgetMap map = BudgetMap.Of(_inspection.Facts);
        return Objects.OfKind("policy", "PodDisruptionBudget").Count(budget => ChoosesForCertain(map.GroupOf(budget)));
    }

    private static bool ChoosesForCertain(BudgetGroup group) => group.Choices.Chosen(static workload => !workload.RunsToCompletion).Any();

    private bool HasBudgetOrNeedsOne() => Objects.OfKind("policy", "PodDisruptionBudget").Count > 0
        || _workloads.Exists(workload => workload.HasScale && PodScale.Of(workload, _inspection.Facts).Lowest is not (0 or 1));

    private string Enforcing()
    {
        List<string> places = [];
        HashSet<string> names = new(StringComparer.Ordinal);
        foreach (KubernetesObject item in Objects.OfKind("", "Namespace"))
        {
            if (names.Add(item.Name) && names.Count <= MostNamed)
            {
                places.Add($"namespace {item.Name} enforces {NamespacePolicy.FromLabels(item.Metadata["labels"].Value).Enforce}");
            }
        }

        if (names.Count > MostNamed)
        {
            places.Add($"and {Number(names.Count - MostNamed, "more namespace")}");
        }

        return places.Count == 0 ? "" : string.Join(", ", places) + "; ";
    }

    private static (int Containers, string Text) Count(IEnumerable<Workload> workloads)
    {
        int containers = 0, withContainers = 0;
        foreach (Workload workload in workloads)
        {
            containers += workload.Containers.Count;
            withContainers += workload.Containers.Count > 0 ? 1 : 0;
        }

        return (containers, $"{Number(containers, "container")} of {Number(withContainers, "workload")}");
    }

    private static string Number(int count, string noun) =>
        string.Create(CultureInfo.InvariantCulture, $"{count} {noun}{(count == 1 ? "" : "s")}");
}

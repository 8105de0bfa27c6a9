using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Scheduling.Rules;

/// <summary>RMP4061: pods have a priority class.</summary>
internal sealed class PriorityClassMissingRule()
    : WorkloadRule("RMP4061", "priority-class-missing", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary => "Pods name a priority class, so that the cluster knows which to keep when it is full.";

    public override string Allowed => "priorityClassName set";

    public override string Fix => "create a PriorityClass and set priorityClassName to its name";

    public override string Guide => "Priority Classes";

    public override IReadOnlyList<string> OtherIds => ["polaris:priorityClassNotSet"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field name = workload.PodSpec["priorityClassName"];
        if (workload.Object.IsOwned || (name.TryGetText(out string text) && text.Length > 0))
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "priorityClassName");
        if (name.IsUnset || name.TryGetText(out _))
        {
            inspection.Broken(workload.Object, path, $"{workload.Object} names no priority class");
        }
        else
        {
            inspection.Unknown(workload.Object, path);
        }
    }
}

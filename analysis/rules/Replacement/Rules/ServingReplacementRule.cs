using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Replacement.Rules;

/// <summary>RMP8001: no update of another resource deletes what serves.</summary>
internal sealed class ServingReplacementRule() : ReplacementRule("RMP8001", "replacement-deletes-workload", DiagnosticSeverity.Warning)
{
    public override string Summary =>
        "No workload, Service, budget or policy takes a value, in a property that replaces it, from a resource that Pulumi deletes before it makes it anew, such as a Job, Secret, ConfigMap or claim with a fixed name: an update of that resource deletes it too, and until all is made anew nothing serves.";

    private protected override IReadOnlyList<string> FieldsOf(CascadingDeletion deletion) =>
        IsReplaceable(deletion.Resource) || HoldsData(deletion.Resource) ? [] : deletion.Cause.Contents;
}

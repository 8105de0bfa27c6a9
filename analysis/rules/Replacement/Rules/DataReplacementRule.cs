using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Replacement.Rules;

/// <summary>RMP8002: no update of another resource deletes what holds data.</summary>
internal sealed class DataReplacementRule() : ReplacementRule("RMP8002", "replacement-deletes-data", DiagnosticSeverity.Error)
{
    public override string Summary =>
        "No namespace, volume, claim or definition of custom resources takes a value, in a property that replaces it, from a resource that Pulumi deletes before it makes it anew: an update of that resource deletes it too, with all that is in it.";

    private protected override IReadOnlyList<string> FieldsOf(CascadingDeletion deletion) =>
        HoldsData(deletion.Resource) ? deletion.Cause.Contents : [];
}

using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Replacement.Rules;

/// <summary>RMP8003: no change of what another resource is deletes an object.</summary>
internal sealed class IdentityReplacementRule() : ReplacementRule("RMP8003", "replacement-by-identity", DiagnosticSeverity.Info)
{
    public override string Summary =>
        "No object takes a value, in a property that replaces it, from a resource that Pulumi deletes before it makes it anew when its selector, type, role or cluster address changes: such a change is rare, and deletes the object too.";

    private protected override IReadOnlyList<string> FieldsOf(CascadingDeletion deletion) =>
        IsReplaceable(deletion.Resource) || deletion.Cause.Contents.Count > 0 ? [] : deletion.Cause.Identities;
}

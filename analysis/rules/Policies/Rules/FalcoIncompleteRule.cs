using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6511: rules of Falco are complete.</summary>
internal sealed class FalcoIncompleteRule()
    : FalcoRule("RMP6511", "falco-incomplete", DiagnosticSeverity.Error)
{
    public override string Summary =>
        "A rule has a description, a condition, an output and a priority; with one of them missing, Falco refuses the whole file.";

    public override string Allowed => "desc, condition, output and a priority from EMERGENCY to DEBUG";

    public override string Fix => "add what is missing";

    protected override void Check(FalcoItem item, FalcoDocuments documents, Inspection inspection)
    {
        // A rule that is only switched off or on is one that is defined elsewhere.
        if (!item.IsRule || item.IsChange || (!item.Body["enabled"].IsUnset && item.Body["condition"].IsUnset))
        {
            return;
        }

        foreach (string field in (string[])["desc", "condition", "output", "priority"])
        {
            if (item.Body[field].IsUnset)
            {
                inspection.Broken(item.Object, item.PathOf(field), $"{item} has no {field}");
            }
        }

        Field priority = item.Body["priority"];
        if (!priority.IsUnset && priority.TryGetText(out string text) && !IsPriority(text))
        {
            inspection.Broken(item.Object, item.PathOf("priority"), $"{item} has the unknown priority '{priority.Shown}'", priority.Shown);
        }
    }

    private static bool IsPriority(string text) =>
        text.ToUpperInvariant() is "EMERGENCY" or "ALERT" or "CRITICAL" or "ERROR" or "WARNING" or "NOTICE" or "INFO" or "INFORMATIONAL" or "DEBUG";
}

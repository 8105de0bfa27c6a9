using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Identity.Rules;

/// <summary>RMP5005: accounts are in serviceAccountName.</summary>
internal sealed class DeprecatedAccountFieldRule()
    : WorkloadRule("RMP5005", "service-account-name", RuleCategory.Identity, DiagnosticSeverity.Warning)
{
    public override string Summary => "Pods name their account in serviceAccountName: serviceAccount is deprecated, and ignored where both are set.";

    public override string Allowed => "serviceAccountName; serviceAccount unset or equal to it";

    public override string Fix => "use serviceAccountName and remove serviceAccount";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:deprecated-service-account-field", "kubescape:C-0294"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        Field deprecated = workload.PodSpec["serviceAccount"], name = workload.PodSpec["serviceAccountName"];
        if (deprecated.IsUnset)
        {
            return;
        }

        string path = PathPool.Field(workload.SpecPath, "serviceAccount");
        if (!deprecated.TryGetText(out string old) || !name.TryGetText(out string current))
        {
            inspection.Unknown(workload.Object, path);
        }
        else if (current.Length == 0)
        {
            inspection.Broken(workload.Object, path, $"the pod names its account '{deprecated.Shown}' in the deprecated field serviceAccount", deprecated.Shown);
        }
        else if (old != current)
        {
            // The API server fills both with the same name, so equal ones are no sign of anything.
            inspection.Broken(
                workload.Object, path, $"serviceAccount '{deprecated.Shown}' is ignored, since serviceAccountName is '{name.Shown}'", deprecated.Shown);
        }
    }
}

using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>RMP6305: policies in CEL look at all containers.</summary>
internal sealed class AdmissionContainersOnlyRule()
    : CelPolicyRule("RMP6305", "admission-containers-only", DiagnosticSeverity.Error)
{
    public override string Summary =>
        "Expressions about images or security contexts look at init and ephemeral containers too; otherwise they may do what the policy forbids.";

    public override string Allowed => "containers, initContainers and ephemeralContainers";

    public override string Fix => "add initContainers and ephemeralContainers to what the expression reads";

    protected override void Check(KubernetesObject item, Inspection inspection)
    {
        if (!TryRead(item, out PolicyText text))
        {
            inspection.Unknown(item, "spec.validations", "or spec.variables is not known yet");
        }
        else if (text.LetsContainersEscape)
        {
            inspection.Broken(item, "spec.validations", $"{item} looks at containers but not at {text.Unread}");
        }
    }
}

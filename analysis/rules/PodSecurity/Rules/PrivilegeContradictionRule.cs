using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1121: no container both gains privileges and may not.</summary>
internal sealed class PrivilegeContradictionRule()
    : ContainerRule("RMP1121", "privilege-contradiction", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
{
    public override string Summary =>
        "No container is privileged, or adds CAP_SYS_ADMIN, and forbids privilege escalation as well: the API server rejects the contradiction.";

    public override string Allowed => "allowPrivilegeEscalation false without privileged and without CAP_SYS_ADMIN";

    public override string Fix => "remove privileged and CAP_SYS_ADMIN";

    public override string Guide => "Container-Level Security Context";

    protected override void Check(Container container, Inspection inspection)
    {
        Field context = container["securityContext"];
        if (context["allowPrivilegeEscalation"].Flag != Flag.False)
        {
            return;
        }

        if (context["privileged"].Flag == Flag.True)
        {
            inspection.Broken(
                container.Workload.Object, $"{container.Path}.securityContext.privileged", $"{container} is privileged though allowPrivilegeEscalation is false", "true");
        }

        context["capabilities"]["add"].TryGetItems(out FieldItems added);
        foreach (Field capability in added)
        {
            // The API server compares with this literal only; the usual spelling without CAP_ gets through.
            if (capability.Text == "CAP_SYS_ADMIN")
            {
                inspection.Broken(
                    container.Workload.Object, $"{container.Path}.securityContext.capabilities.add", $"{container} adds CAP_SYS_ADMIN though allowPrivilegeEscalation is false", capability.Shown);
            }
        }
    }
}

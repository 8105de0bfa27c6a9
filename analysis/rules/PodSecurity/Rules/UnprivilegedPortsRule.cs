using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1127: containers listen on ports that need no privilege.</summary>
internal sealed class UnprivilegedPortsRule()
    : ContainerRule("RMP1127", "unprivileged-ports", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary => "Containers listen on ports from 1024, for which they need neither root nor a capability; a Service can offer any port.";

    public override string Allowed => "containerPort from 1024";

    public override string Fix => "let the program listen on a port from 1024 and keep the old one as the port of the Service";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:privileged-ports", "trivy:KSV-0117"];

    protected override void Check(Container container, Inspection inspection)
    {
        if (!container["ports"].TryGetItems(out FieldItems ports))
        {
            inspection.Unknown(container.Workload.Object, $"{container.Path}.ports");
        }

        for (int i = 0; i < ports.Count; i++)
        {
            Field port = ports[i]["containerPort"];

            // Port 22 has a rule of its own.
            if (port.TryGetInteger(out double number) && number is > 0 and < 1024 and not 22)
            {
                inspection.Broken(
                    container.Workload.Object,
                    string.Create(CultureInfo.InvariantCulture, $"{container.Path}.ports[{i}].containerPort"),
                    $"{container} listens on port {port.Shown}, which is below 1024",
                    port.Shown);
            }
        }
    }
}

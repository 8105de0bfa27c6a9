using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1128: containers offer no SSH.</summary>
internal sealed class SshPortRule()
    : ContainerRule("RMP1128", "no-ssh-port", RuleCategory.PodSecurity, DiagnosticSeverity.Warning)
{
    public override string Summary => "No container listens on port 22: a shell from outside goes past the API server and its audit log.";

    public override string Allowed => "any containerPort but 22";

    public override string Fix => "remove the SSH server and use kubectl exec or kubectl debug";

    public override IReadOnlyList<string> OtherIds => ["kube-linter:ssh-port"];

    protected override void Check(Container container, Inspection inspection)
    {
        if (!container["ports"].TryGetItems(out FieldItems ports))
        {
            inspection.Unknown(container.Workload.Object, $"{container.Path}.ports");
        }

        for (int i = 0; i < ports.Count; i++)
        {
            Field port = ports[i]["containerPort"];
            if (port.TryGetInteger(out double number) && number == 22)
            {
                inspection.Broken(
                    container.Workload.Object,
                    string.Create(CultureInfo.InvariantCulture, $"{container.Path}.ports[{i}].containerPort"),
                    $"{container} listens on port 22, that of SSH",
                    port.Shown);
            }
        }
    }
}

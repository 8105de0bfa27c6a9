using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Availability.Rules;

/// <summary>RMP4040: why a container ended is to be read from its status.</summary>
internal sealed class TerminationMessagePolicyRule()
    : ContainerRule("RMP4040", "termination-message-policy", RuleCategory.Availability, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "When a container ends with an error, the end of its log is kept in the pod's status, where everybody looks first.";

    public override string Allowed => "terminationMessagePolicy FallbackToLogsOnError";

    public override string Fix => "set terminationMessagePolicy to FallbackToLogsOnError";

    protected override void Check(Container container, Inspection inspection)
    {
        if (container.Kind == ContainerKind.Ephemeral)
        {
            return;
        }

        Field policy = container["terminationMessagePolicy"];
        if (!policy.TryGetText(out string text))
        {
            inspection.Unknown(container.Workload.Object, $"{container.Path}.terminationMessagePolicy");
        }
        else if (text != "FallbackToLogsOnError")
        {
            inspection.Broken(
                container.Workload.Object,
                $"{container.Path}.terminationMessagePolicy",
                $"{container} leaves no word in the pod's status when it fails",
                policy.Shown);
        }
    }
}

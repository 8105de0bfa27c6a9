using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1119: pods have a user namespace of their own.</summary>
internal sealed class UserNamespaceRule()
    : WorkloadRule("RMP1119", "user-namespace", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary => "Pods have a user namespace of their own, in which every user, root too, is nobody on the node.";

    public override string Allowed => "hostUsers false, where runtime and kernel support it";

    public override string Fix => "set hostUsers to false where nodes support user namespaces (generally available since Kubernetes 1.36)";

    public override IReadOnlyList<string> OtherIds => ["kubesec:HostUsers"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (workload.IsWindows())
        {
            return;
        }

        switch (workload.PodSpec["hostUsers"].Flag)
        {
            case Flag.Unknown:
                inspection.Unknown(workload.Object, $"{workload.SpecPath}.hostUsers");
                break;
            case Flag.True:
                inspection.Broken(workload.Object, $"{workload.SpecPath}.hostUsers", "the pod shares the node's users: hostUsers is true", "true");
                break;
            case Flag.Unset:
                inspection.Broken(workload.Object, $"{workload.SpecPath}.hostUsers", "the pod shares the node's users: hostUsers is not false");
                break;
        }
    }
}

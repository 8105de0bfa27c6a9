using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1120: the API server takes what is said about user namespaces.</summary>
internal sealed class UserNamespaceValidRule()
    : WorkloadRule("RMP1120", "user-namespace-valid", RuleCategory.PodSecurity, DiagnosticSeverity.Error)
{
    private static readonly string[] HostNamespaces = ["hostNetwork", "hostPID", "hostIPC"];

    public override string Summary =>
        "A pod with its own user namespace shares no other one of the node, and only such a pod has an unmasked /proc: the API server rejects all else.";

    public override string Allowed => "hostUsers false without hostNetwork, hostPID and hostIPC; procMount Unmasked only with it";

    public override string Fix => "remove hostNetwork, hostPID and hostIPC, or hostUsers";

    protected override void Check(Workload workload, Inspection inspection)
    {
        Flag hostUsers = workload.PodSpec["hostUsers"].Flag;
        if (hostUsers == Flag.False)
        {
            foreach (string name in HostNamespaces)
            {
                if (workload.PodSpec[name].Flag == Flag.True)
                {
                    inspection.Broken(workload.Object, $"{workload.SpecPath}.{name}", $"{name} is true though hostUsers is false", "true");
                }
            }
        }
        else if (hostUsers != Flag.Unknown)
        {
            foreach (Container container in workload.Containers)
            {
                if (container["securityContext"]["procMount"].Text == "Unmasked")
                {
                    inspection.Broken(
                        workload.Object, $"{container.Path}.securityContext.procMount", $"{container} has procMount Unmasked though hostUsers is not false", "Unmasked",
                        "Default", "remove procMount, or set hostUsers to false");
                }
            }
        }
    }
}

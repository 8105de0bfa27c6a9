using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1124: containers do not see each other's processes.</summary>
internal sealed class SharedProcessesRule()
    : WorkloadRule("RMP1124", "no-shared-processes", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Containers of a pod do not see each other's processes, through which they would reach each other's memory, environment and files.";

    public override string Allowed => "shareProcessNamespace false or unset";

    public override string Fix => "remove shareProcessNamespace";

    protected override void Check(Workload workload, Inspection inspection)
    {
        switch (workload.PodSpec["shareProcessNamespace"].Flag)
        {
            case Flag.Unknown:
                inspection.Unknown(workload.Object, $"{workload.SpecPath}.shareProcessNamespace");
                break;
            case Flag.True:
                inspection.Broken(workload.Object, $"{workload.SpecPath}.shareProcessNamespace", "the containers of the pod see each other's processes", "true");
                break;
        }
    }
}

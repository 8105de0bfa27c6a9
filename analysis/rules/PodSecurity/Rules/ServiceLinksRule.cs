using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1122: services do not become environment variables.</summary>
internal sealed class ServiceLinksRule()
    : WorkloadRule("RMP1122", "service-links", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary =>
        "Services do not become environment variables: they tell an intruder what runs nearby, and can set what a program reads as its own setting.";

    public override string Allowed => "enableServiceLinks false";

    public override string Fix => "set enableServiceLinks to false";

    protected override void Check(Workload workload, Inspection inspection)
    {
        switch (workload.PodSpec["enableServiceLinks"].Flag)
        {
            case Flag.Unknown:
                inspection.Unknown(workload.Object, $"{workload.SpecPath}.enableServiceLinks");
                break;
            case Flag.True:
                inspection.Broken(workload.Object, $"{workload.SpecPath}.enableServiceLinks", "every service of the namespace becomes environment variables: enableServiceLinks is true", "true");
                break;
            case Flag.Unset:
                inspection.Broken(workload.Object, $"{workload.SpecPath}.enableServiceLinks", "every service of the namespace becomes environment variables: enableServiceLinks is not false");
                break;
        }
    }
}

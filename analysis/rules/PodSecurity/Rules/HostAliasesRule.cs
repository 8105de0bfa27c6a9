using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity.Rules;

/// <summary>RMP1123: pods resolve names by DNS.</summary>
internal sealed class HostAliasesRule()
    : WorkloadRule("RMP1123", "no-host-aliases", RuleCategory.PodSecurity, DiagnosticSeverity.Info)
{
    public override string Summary => "Pods do not bend names: an entry in /etc/hosts sends a program elsewhere without a trace in DNS.";

    public override string Allowed => "no hostAliases";

    public override string Fix => "remove hostAliases and use DNS";

    public override IReadOnlyList<string> OtherIds => ["kubesec:HostAliases", "trivy:KSV-0007"];

    protected override void Check(Workload workload, Inspection inspection)
    {
        if (!workload.PodSpec["hostAliases"].TryGetItems(out FieldItems aliases))
        {
            inspection.Unknown(workload.Object, $"{workload.SpecPath}.hostAliases");
        }
        else if (aliases.Count > 0)
        {
            inspection.Broken(workload.Object, $"{workload.SpecPath}.hostAliases", "the pod resolves names by hostAliases");
        }
    }
}

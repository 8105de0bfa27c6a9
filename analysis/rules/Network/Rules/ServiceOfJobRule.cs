using System.Globalization;
using Rampart.Rules.Catalogue;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network.Rules;

/// <summary>RMP5307: services send nothing to jobs.</summary>
internal sealed class ServiceOfJobRule()
    : ServiceRule("RMP5307", "service-without-jobs", DiagnosticSeverity.Warning)
{
    public override string Summary => "A Service of a server does not select the pods of a job too, such as a migration: while it runs, some requests would go there.";

    public override string Allowed => "a selector that matches servers only";

    public override string Fix => "give the job labels of its own, or add one to the selector";

    protected override void Check(KubernetesObject service, ServiceTargets targets, Inspection inspection)
    {
        if (!targets.HasLasting || targets.Jobs.Count == 0)
        {
            return;
        }

        KubernetesObject first = targets.Jobs[0].Object;
        string others = targets.Jobs.Count == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" and {targets.Jobs.Count - 1} more");
        inspection.Broken(service, "spec.selector", $"Service '{service.Name}' also selects the pods of {first.Kind} '{first.Name}'{others}");
    }
}

using Rampart.Rules.Checklists;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Checklists;

public sealed class EvidenceTests
{
    [Fact]
    public void Of_SeveralFindings_TellsTheOneThatMattersMost()
    {
        KubernetesObject silent = new(Hardened.Deployment(("spec.template.spec.securityContext.appArmorProfile", "null")));
        KubernetesObject unconfined = new(Hardened.Deployment(
            ("metadata.name", "'other'"), ("spec.template.spec.securityContext.appArmorProfile", "{'type': 'Unconfined'}")));

        ChecklistItem item = ObjectChecker.Check(new ObjectSet([silent, unconfined])).Checklist.Single(
            static candidate => candidate.Point == ChecklistPoint.AppArmorOrSELinux);

        Assert.StartsWith("RMP1001 Deployment shop/other: ", item.Evidence, StringComparison.Ordinal);
        Assert.EndsWith(" (and 1 more)", item.Evidence, StringComparison.Ordinal);
    }
}

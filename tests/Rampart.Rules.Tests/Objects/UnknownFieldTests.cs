using Rampart.Protocol.Values;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Objects;

/// <summary>What is suggested for a field that nobody knows.</summary>
public sealed class UnknownFieldTests
{
    [Theory]
    [InlineData("spec.replica", "did you mean replicas?")]
    [InlineData("spec.template.spec.hostpid", "did you mean hostPID?")]
    [InlineData("spec.template.spec.containers[0].livenessprobe", "did you mean livenessProbe?")]
    [InlineData("spec.template.spec.securityContext.runAsNonroot", "did you mean runAsNonRoot?")]
    [InlineData("metadata.replicas", "did you mean spec.replicas?")]
    [InlineData("spec.template.spec.containers[0].nodeSelector", "did you mean spec.template.spec.nodeSelector?")]
    [InlineData("spec.template.spec.containers[0].runAsUser", "did you mean spec.template.spec.containers[0].securityContext.runAsUser?")]
    [InlineData("spec.labels", "did you mean metadata.labels?")]
    [InlineData("spec.template.spec.completelyElse", "remove it; kubectl explain lists the fields")]
    public void Check_UnknownField_SuggestsTheOneThatIsMeant(string path, string fix)
    {
        CheckReport report = ObjectChecker.Check(new ObjectSet([new KubernetesObject(Hardened.Deployment((path, "{}")), ObjectOrigin.None)]));

        Finding finding = Assert.Single(report.Objects[0].Findings, static finding => finding.Rule.Id == "RMP1204");
        Assert.Equal((path, fix), (finding.Path, finding.Fix));
    }

    [Fact]
    public void Check_NameInASecret_IsNotTold()
    {
        PropertyValue spec = PropertyValue.Secret(PropertyValue.From(ManifestText.Object("{'hush': true}")));
        KubernetesObject item = new(Hardened.Deployment().With("spec", spec), ObjectOrigin.None);

        Finding finding = Assert.Single(ObjectChecker.Check(new ObjectSet([item])).Objects[0].Findings, static finding => finding.Rule.Id == "RMP1204");
        Assert.DoesNotContain("hush", finding.ToString() + finding.Fix + finding.Found, StringComparison.Ordinal);
    }
}

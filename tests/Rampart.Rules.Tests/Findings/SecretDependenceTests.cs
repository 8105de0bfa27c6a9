using Rampart.Protocol.Values;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Findings;

/// <summary>Findings tell nothing of secrets that are numbers, also not as part of a sum.</summary>
public sealed class SecretDependenceTests
{
    [Fact]
    public void Check_SecretReplicas_AreInNoText()
    {
        CheckReport report = Check(Replicas(PropertyValue.Secret(PropertyValue.From(47391))));

        Assert.DoesNotContain(Texts(report), text => text.Contains("7391", StringComparison.Ordinal));
        Assert.Contains(report.Findings, finding => finding.Message.Contains("[secret]", StringComparison.Ordinal));
        Assert.Contains(report.Feasibility, verdict => verdict.Fits == false && verdict.Text.Contains("[secret]", StringComparison.Ordinal));
    }

    // The same verdicts as of a number that everybody may see, which is in the texts then.
    [Fact]
    public void Check_SecretReplicas_AreJudged()
    {
        CheckReport hidden = Check(Replicas(PropertyValue.Secret(PropertyValue.From(47391)))), plain = Check(Replicas(PropertyValue.From(47391)));

        Assert.Contains(Texts(plain), text => text.Contains("7391", StringComparison.Ordinal));
        Assert.Equal(
            plain.Findings.Select(finding => (finding.Rule.Id, finding.Verdict, finding.Path)),
            hidden.Findings.Select(finding => (finding.Rule.Id, finding.Verdict, finding.Path)));
        Assert.Equal(plain.Feasibility.Select(verdict => verdict.Fits), hidden.Feasibility.Select(verdict => verdict.Fits));
        Assert.Equal(plain.Checklist.Select(item => item.State), hidden.Checklist.Select(item => item.State));
    }

    [Fact]
    public void Check_FindingsThatDependOnNoSecret_StayAsTheyAre()
    {
        KubernetesObject secret = new(ManifestText.Object("{'apiVersion': 'v1', 'kind': 'Secret', 'metadata': {'name': 'app'}, 'stringData': {'user': '!app', 'port': '!80'}}"));
        KubernetesObject quota = Quota(), deployment = Deployment(PropertyValue.From(5000));

        IEnumerable<string> Of(params KubernetesObject[] objects) =>
            Texts(ObjectChecker.Check(new ObjectSet(objects))).Where(text => text.Contains("5000", StringComparison.Ordinal));

        Assert.NotEmpty(Of(quota, deployment));
        Assert.Equal(Of(quota, deployment), Of(quota, deployment, secret));
    }

    private static KubernetesObject[] Replicas(PropertyValue replicas) => [Quota(), Deployment(replicas)];

    private static KubernetesObject Quota() => new(ManifestText.Object(
        "{'apiVersion': 'v1', 'kind': 'ResourceQuota', 'metadata': {'name': 'q', 'namespace': 'prod'}, 'spec': {'hard': {'requests.cpu': '10', 'limits.memory': '10Gi'}}}"));

    private static KubernetesObject Deployment(PropertyValue replicas)
    {
        PropertyObject body = Hardened.Deployment();
        PropertyObject metadata = body["metadata"].AsObject().With("namespace", PropertyValue.From("prod"));
        return new KubernetesObject(body
            .With("metadata", PropertyValue.From(metadata))
            .With("spec", PropertyValue.From(body["spec"].AsObject().With("replicas", replicas))));
    }

    private static CheckReport Check(KubernetesObject[] objects) => ObjectChecker.Check(new ObjectSet(objects));

    private static IEnumerable<string> Texts(CheckReport report) =>
    [
        .. report.Findings.Select(finding => $"{finding.Path} {finding.Message} {finding.Found} {finding.Allowed} {finding.Fix}"),
        .. report.Feasibility.Select(verdict => verdict.Text),
        .. report.Checklist.Select(item => item.Evidence),
    ];
}

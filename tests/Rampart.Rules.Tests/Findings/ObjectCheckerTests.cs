using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Findings;

public sealed class ObjectCheckerTests
{
    [Fact]
    public void Check_ManyObjects_FindsTheSameInTheSameOrderAsOneByOne()
    {
        string[] image = ["'nginx'", "'nginx:1.29'", "'?'", "5"];
        KubernetesObject[] objects =
        [
            .. Enumerable.Range(0, 600).Select(i => new KubernetesObject(Hardened.Deployment(
                ("metadata.namespace", $"'shop-{i}'"),
                ("spec.template.spec.containers[0].image", image[i % image.Length]),
                ("spec.template.spec.hostNetwork", i % 3 == 0 ? "true" : "false")))),
        ];

        CheckReport together = ObjectChecker.Check(new ObjectSet(objects));
        string[] apart =
        [
            .. objects.SelectMany(item => ObjectChecker.Check(new ObjectSet([item])).Findings)
                .Where(finding => !IsOfTheSet(finding))
                .Select(Describe),
        ];

        Assert.Equal(apart, together.Findings.Where(finding => !IsOfTheSet(finding)).Select(Describe));
        Assert.Equal(600, together.Summary.Evaluated);
        Assert.Equal(200, together.Summary.Forbidden);
    }

    // Told once for all objects, with the first of them.
    private static bool IsOfTheSet(Finding finding) => finding.Rule.Id is "RMP2041" or "RMP2051" or "RMP6001";

    private static string Describe(Finding finding) => $"{finding.Verdict} {finding.Rule.Id} {finding.Object} {finding.Path} {finding.Message}";
}

using Rampart.Rules.Objects;
using Rampart.Rules.Reports;
using Rampart.Rules.Tests.Catalogue;

namespace Rampart.Rules.Tests.Objects;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("null")]
    [InlineData("''")]
    [InlineData("'default'")]
    public void Find_ObjectInTheDefaultNamespace_IsThereUnderEachOfItsNames(string place)
    {
        KubernetesObject item = new(Hardened.Deployment(("metadata.namespace", place)));
        ObjectSet set = new([item]);

        Assert.Same(item, set.Find("apps", "Deployment", "", "app"));
        Assert.Same(item, set.Find("apps", "Deployment", "default", "app"));
        Assert.Null(set.Find("apps", "Deployment", "prod", "app"));
    }

    [Fact]
    public void Find_NamespaceThatIsNotKnown_IsNotTheDefaultOne() =>
        Assert.Null(new ObjectSet([new(Hardened.Deployment(("metadata.namespace", "'?'")))]).Find("apps", "Deployment", "default", "app"));

    // RMP4021 and its like: a budget without namespace chooses pods in default.
    [Fact]
    public void Check_BudgetWithoutNamespaceBesidePodsInDefault_IsTheirs()
    {
        KubernetesObject budget = new(ManifestText.Object(
            "{'apiVersion': 'policy/v1', 'kind': 'PodDisruptionBudget', 'metadata': {'name': 'app'}, 'spec': {'maxUnavailable': 1, 'selector': {}}}"));
        KubernetesObject deployment = new(Hardened.Deployment(("metadata.namespace", "'default'")));

        CheckReport report = ObjectChecker.Check(new ObjectSet([deployment, budget]));

        Assert.DoesNotContain(report.Findings, static finding => finding.Rule.Name is "budget-missing" or "budget-selects-nothing");
    }
}

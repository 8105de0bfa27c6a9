using Rampart.Plan.Manifests;
using Rampart.Plan.Plans;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;
using Rampart.Rules.Reports;

namespace Rampart.Infra.Tests.Upgrades;

public sealed class ReplacementFindingTests
{
    public static TheoryData<string, string> Settings => new()
    {
        { "dev", "" },
        { "prod", "" },
        { "prod", "profile=guide" },
        { "prod", "profile=openshift" },
        { "prod", "httpGateway=true" },
        { "prod", "tlsSecretName=spicedb-tls" },
        { "prod", "priorityClassName=critical" },
        { "prod", """registry={"server":"registry.example.com","username":"user","password":"password","email":"user@example.com"}""" },
    };

    [Theory]
    [MemberData(nameof(Settings))]
    public async Task Check_OwnStack_FindsNothingThatAnUpdateDeletes(string stack, string setting)
    {
        Plan.Plans.Plan plan = await StackPlan.OfAsync(stack, setting.Length == 0 ? [] : [setting]);
        KubernetesObject[] objects = [.. ManifestOrder.Sort(plan).Select(manifest => new KubernetesObject(manifest.Body, new ObjectOrigin { Urn = manifest.Resource.Urn }))];

        CheckReport report = ObjectChecker.Check(new ObjectSet(objects, DeclaredPlan.Of(plan, new Dictionary<string, Plan.Configuration.ConfigValue>())));

        Assert.Equal([], report.Findings.Where(finding => finding.Rule.Category == RuleCategory.Programs).Select(finding => $"{finding.Rule.Id} {finding.Message}"));
    }
}

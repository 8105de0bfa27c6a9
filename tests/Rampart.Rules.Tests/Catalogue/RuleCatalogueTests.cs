using Rampart.Rules.Catalogue;
using Rampart.Rules.Findings;
using Rampart.Rules.PodSecurity.Evaluation;

namespace Rampart.Rules.Tests.Catalogue;

public sealed class RuleCatalogueTests
{
    public static TheoryData<string> CaseNames() => [.. RuleCases.All.Select(item => $"{item.Rule} {item.Name}")];

    [Theory]
    [MemberData(nameof(CaseNames))]
    public void Check_Objects_GivesTheFindings(string name)
    {
        RuleCase item = Assert.Single(RuleCases.All, candidate => $"{candidate.Rule} {candidate.Name}" == name);

        Assert.Equal(item.Expected, item.Run());
    }

    [Fact]
    public void All_Rules_HaveACaseThatPassesAndOneThatFails()
    {
        HashSet<string> ofStandards = [.. PodSecurityChecks.All.Select(check => check.RuleId)];
        List<string> missing = [];
        foreach (Rule rule in RuleCatalogue.All.Where(rule => !ofStandards.Contains(rule.Id)))
        {
            RuleCase[] cases = [.. RuleCases.All.Where(item => item.Rule == rule.Id)];
            if (!cases.Any(item => item.Expected.Count == 0))
            {
                missing.Add($"{rule} has no case that passes");
            }

            if (!cases.Any(item => item.Expected.Any(text => !text.StartsWith('?'))))
            {
                missing.Add($"{rule} has no case that fails");
            }
        }

        Assert.Equal([], missing);
    }

    [Fact]
    public void All_Ids_AreUniqueAndInTheRangeOfTheirCategory()
    {
        Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.Select(rule => rule.Id).Distinct().Count());
        Assert.Equal(RuleCatalogue.All.Count, RuleCatalogue.All.Select(rule => rule.Name).Distinct().Count());
        Assert.All(RuleCatalogue.All, rule => Assert.Matches($"^RMP{(int)rule.Category}[0-9]{{3}}$", rule.Id));
    }

    [Fact]
    public void All_Rules_ExplainThemselves()
    {
        Assert.All(RuleCatalogue.All, rule =>
        {
            Assert.EndsWith(".", rule.Summary, StringComparison.Ordinal);
            Assert.NotEqual("", rule.Allowed);
            Assert.NotEqual("", rule.Fix);
            Assert.True(char.IsLower(rule.Fix[0]), rule.Fix);
            Assert.All(rule.OtherIds, id => Assert.Matches("^[a-z-]+:[^ ]+$", id));
        });
    }

    [Fact]
    public void TryFind_NumberOrName_FindsTheRule()
    {
        foreach (Rule rule in RuleCatalogue.All)
        {
            Assert.True(RuleCatalogue.TryFind(rule.Id, out Rule? byId));
            Assert.True(RuleCatalogue.TryFind(rule.Name, out Rule? byName));
            Assert.Same(rule, byId);
            Assert.Same(rule, byName);
        }

        Assert.False(RuleCatalogue.TryFind("RMP0000", out _));
    }
}

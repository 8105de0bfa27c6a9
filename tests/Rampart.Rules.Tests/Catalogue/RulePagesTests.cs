using Rampart.Rules.Catalogue;

namespace Rampart.Rules.Tests.Catalogue;

public sealed class RulePagesTests
{
    [Fact]
    public void Named_Rules_Exist() =>
        Assert.Equal([], RulePages.Named.Where(static id => !RuleCatalogue.TryFind(id, out _)).Distinct());
}

using Pulumi.Generators.Facts;

namespace Pulumi.Generators.Tests.Facts;

public sealed class FactFileTests
{
    [Fact]
    public void Parse_LinesAndComments_GivesKeysAndValues()
    {
        FactFile facts = FactFile.Parse("""
            # where this comes from

            V1Container name image  # both
            V1Scale
            """);

        Assert.Equal(["V1Container", "V1Scale"], facts.Keys);
        Assert.Equal(["name", "image"], facts["V1Container"]);
        Assert.Empty(facts["V1Scale"]);
        Assert.Empty(facts["V1Pod"]);
    }

    [Fact]
    public void Parse_KeyTwice_Throws() =>
        Assert.Throws<ArgumentException>(() => FactFile.Parse("V1Pod spec\nV1Pod status"));

    [Fact]
    public void Load_UnknownFile_SaysWhatIsMissing()
    {
        InvalidOperationException exception = Assert.Throws<InvalidOperationException>(() => FactFile.Load("colours.txt"));

        Assert.Equal("the generator was built without 'colours.txt'", exception.Message);
    }

    [Fact]
    public void Load_EveryList_HasFacts()
    {
        KubernetesFacts facts = KubernetesFacts.Load();

        Assert.All(
            [facts.RequiredMembers, facts.NotOffered, facts.AliasTypes, facts.TypeGroups, facts.SecretMembers],
            list => Assert.NotEmpty(list.Keys));
    }
}

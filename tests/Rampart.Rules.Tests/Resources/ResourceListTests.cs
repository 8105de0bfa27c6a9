using Rampart.Rules.Resources;

namespace Rampart.Rules.Tests.Resources;

public sealed class ResourceListTests
{
    [Fact]
    public void Operations_TwoLists_KeepWhatEitherNames()
    {
        ResourceList left = PodSketch.List("memory=1Gi cpu=500m"), right = PodSketch.List("cpu=1 pods=2");

        Assert.Equal("cpu=1500m memory=1Gi pods=2", (left + right).ToString());
        Assert.Equal("cpu=1 memory=1Gi pods=2", ResourceList.Max(left, right).ToString());
        Assert.Equal("cpu=500m memory=1Gi pods=2", left.WithDefaults(right).ToString());
        Assert.Equal("cpu=1500m memory=3Gi", (left * 3).ToString());
        Assert.Equal("cpu=2 memory=1Gi", left.With("cpu", Quantity.From(2)).ToString());
        Assert.Equal("cpu=500m memory=1Gi", left.ToString());
    }

    [Fact]
    public void Indexer_UnknownName_IsNull()
    {
        ResourceList list = PodSketch.List("cpu=0");

        Assert.Equal(Quantity.Zero, list["cpu"]);
        Assert.Null(list["memory"]);
        Assert.False(list.TryGetValue("memory", out _));
        Assert.Single(list);
        Assert.Empty(ResourceList.Empty);
    }
}

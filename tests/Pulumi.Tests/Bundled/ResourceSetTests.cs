namespace Pulumi.Tests;

public sealed class ResourceSetTests
{
    [Fact]
    public void Union_AnySets_KeepsEachResourceOnce()
    {
        DependencyResource a = new("a"), b = new("b"), c = new("c");
        ResourceSet one = new(a);
        ResourceSet two = one.Add(b);
        ResourceSet three = two.Union(new ResourceSet(b).Add(c));

        Assert.True(ResourceSet.Empty.IsEmpty);
        Assert.Empty(ResourceSet.Empty.Items.ToArray());
        Assert.Equal([a], one.Items.ToArray());
        Assert.Equal([a], one.Add(a).Items.ToArray());
        Assert.Equal([a, b], two.Items.ToArray());
        Assert.Equal([a, b, c], three.Items.ToArray());
        Assert.Equal([a], ResourceSet.Empty.Union(one).Items.ToArray());
        Assert.Equal([a], one.Union(ResourceSet.Empty).Items.ToArray());
        Assert.Equal(3, three.ToImmutableHashSet().Count);
    }
}

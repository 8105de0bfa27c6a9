using System.Text;
using Rampart.Plan.Manifests;
using Rampart.Protocol.Values;
using static Rampart.Plan.Tests.Manifests.Objects;

namespace Rampart.Plan.Tests.Manifests;

public sealed class ManifestJsonTests
{
    [Fact]
    public void WriteList_Objects_GivesAList()
    {
        using MemoryStream stream = new();

        ManifestJson.WriteList(stream, [Manifest("ConfigMap", "a", "v1", ("data", Map(("n", PropertyValue.From(3)))))], indented: false);

        Assert.Equal(
            """{"apiVersion":"v1","items":[{"apiVersion":"v1","data":{"n":3},"kind":"ConfigMap","metadata":{"name":"a","namespace":"ns"}}],"kind":"List"}""" + "\n",
            Encoding.UTF8.GetString(stream.ToArray()));
    }
}

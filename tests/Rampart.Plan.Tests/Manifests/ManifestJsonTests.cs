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

    // A program may send them; JSON and Kubernetes have no such numbers.
    [Theory]
    [InlineData(double.NaN, "NaN")]
    [InlineData(double.PositiveInfinity, "Infinity")]
    [InlineData(double.NegativeInfinity, "-Infinity")]
    public void Write_NumberThatJsonDoesNotHave_IsAText(double number, string expected)
    {
        using MemoryStream json = new(), yaml = new();
        Manifest manifest = Manifest("ConfigMap", "a", "v1", ("data", Map(("n", PropertyValue.From(number)))));

        ManifestJson.Write(json, manifest);
        ManifestYaml.Write(yaml, [manifest]);

        Assert.Contains($"\"n\": \"{expected}\"", Encoding.UTF8.GetString(json.ToArray()), StringComparison.Ordinal);
        Assert.Contains($": {expected}\n", Encoding.UTF8.GetString(yaml.ToArray()), StringComparison.Ordinal);
    }
}

using Pulumi.Generators.Discovery;

namespace Pulumi.Generators.Tests.Discovery;

public sealed class ClientMetadataReaderTests
{
    private readonly Dictionary<string, ClientType> _types = ClientMetadataReader
        .Read(FakeClient.Reference, TestContext.Current.CancellationToken)
        .ToDictionary(type => type.Name);

    [Fact]
    public void Read_Kind_HasItsEntity() =>
        Assert.Equal(new ClientEntity("Widget", "apps", "v1"), _types["V1Widget"].Entity);

    [Fact]
    public void Read_CoreKind_HasAnEmptyGroup() =>
        Assert.Equal(new ClientEntity("Crate", "", "v1"), _types["V1Crate"].Entity);

    [Fact]
    public void Read_Part_HasNoEntity() => Assert.Null(_types["V1WidgetSpec"].Entity);

    // property with a wire name → its name, wire name and type
    [Fact]
    public void Read_Properties_HaveWireNamesAndTypes() => Assert.Equal(
        [
            ("Replicas", "replicas", "Int32"),
            ("Weight", "weight", "Nullable<Int64>"),
            ("Tag", "x-kubernetes-tag", "Nullable<Boolean>"),
            ("WidgetSpec", "widgetSpec", "String"),
            ("Label", "label", "V1Label"),
        ],
        _types["V1WidgetSpec"].Properties.Select(property => (property.Name, property.WireName, property.Type.ToString())));

    [Theory]
    [InlineData("V1Crate", "contents", "IDictionary<String, Byte[]>")]
    [InlineData("V1WidgetList", "items", "IList<V1Widget>")]
    [InlineData("V1WidgetStatus", "since", "Nullable<DateTime>")]
    public void Read_CompositeType_NamesItsParts(string type, string wireName, string expected) =>
        Assert.Equal(expected, _types[type].Properties.Single(property => property.WireName == wireName).Type.ToString());
}

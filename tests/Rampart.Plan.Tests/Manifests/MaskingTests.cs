using Rampart.Plan.Manifests;
using Rampart.Protocol.Values;
using static Rampart.Plan.Tests.Manifests.Objects;

namespace Rampart.Plan.Tests.Manifests;

public sealed class MaskingTests
{
    private static readonly PropertyValue Hidden = PropertyValue.Secret(Text("hunter2"));

    [Fact]
    public void Mask_NothingHidden_IsTheSameObject()
    {
        Manifest manifest = Manifest("ConfigMap", "a");

        Assert.Same(manifest.Body, Masking.Mask(manifest));
    }

    [Fact]
    public void Mask_SecretsAndUnknowns_AreReplacedWhereTheyStand()
    {
        Manifest manifest = Manifest("ConfigMap", "a", "v1", ("data", Map(("s", Hidden), ("u", PropertyValue.Unknown), ("p", Text("plain")))));

        Assert.Equal(
            Map(("p", Text("plain")), ("s", Text("[secret]")), ("u", Text("[unknown]"))),
            Masking.Mask(manifest)["data"]);
    }

    // What the API server of Kubernetes 1.37 refuses for every kind, on creation and on update: no annotation may have this name.
    [Theory]
    [InlineData("ConfigMap")]
    [InlineData("Secret")]
    public void Mask_AnyKind_HasAnAnnotationThatNoApiServerTakes(string kind)
    {
        PropertyObject masked = Masking.Mask(Manifest(kind, "a", "v1", ("data", Map(("u", PropertyValue.Unknown)))));

        Property annotation = Assert.Single(masked["metadata"].AsObject()["annotations"].AsObject().Properties.ToArray());
        Assert.Equal("[masked]", annotation.Name);
    }

    [Fact]
    public void Mask_DataOfASecret_KeepsItsKeysAndIsNoBase64()
    {
        Manifest manifest = Manifest("Secret", "a", "v1", ("data", PropertyValue.Secret(Map(("k", Text("aHVudGVyMg==")), ("u", PropertyValue.Unknown)))));

        Assert.Equal(Map(("k", Text("[secret]")), ("u", Text("[unknown]"))), Masking.Mask(manifest)["data"]);
    }

    [Fact]
    public void Mask_MetadataThatIsNotKnown_IsATextWhichNoApiServerTakes()
    {
        Manifest manifest = Manifest("ConfigMap", "a", "v1", ("metadata", PropertyValue.Unknown));

        Assert.Equal(Text("[unknown]"), Masking.Mask(manifest)["metadata"]);
    }

    [Fact]
    public void From_NameThatIsSecret_IsNotInNames()
    {
        Manifest manifest = Manifest("ConfigMap", "a", "v1", ("metadata", Map(("name", Hidden), ("namespace", Text("ns")))));

        Assert.Equal("[secret]", manifest.Name);
        Assert.Equal("000-configmap-ns-_secret_.yaml", ManifestFolder.FileName(0, 1, manifest, "yaml"));
    }
}

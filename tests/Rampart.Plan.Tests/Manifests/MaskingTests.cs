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

    [Fact]
    public void Mask_DataOfASecret_StaysBase64()
    {
        Manifest manifest = Manifest("Secret", "a", "v1", ("data", PropertyValue.Secret(Map(("k", Text("aHVudGVyMg=="))))));

        Assert.Equal(Map(("k", Text("W3NlY3JldF0="))), Masking.Mask(manifest)["data"]);
    }

    [Fact]
    public void Mask_PullSecret_StaysADockerConfig()
    {
        Manifest manifest = Manifest("Secret", "a", "v1", ("stringData", Map((".dockerconfigjson", Hidden))));

        Assert.Equal(Map((".dockerconfigjson", Text("""{"auths":{}}"""))), Masking.Mask(manifest)["stringData"]);
    }

    [Fact]
    public void Mask_UnknownInASecret_IsUnknown()
    {
        Manifest manifest = Manifest("Secret", "a", "v1", ("stringData", Map(("k", PropertyValue.Unknown))));

        Assert.Equal(Map(("k", Text("[unknown]"))), Masking.Mask(manifest)["stringData"]);
    }
}

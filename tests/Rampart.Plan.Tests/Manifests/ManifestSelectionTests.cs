using Rampart.Plan.Manifests;
using Rampart.Protocol.Values;
using static Rampart.Plan.Tests.Manifests.Objects;

namespace Rampart.Plan.Tests.Manifests;

public sealed class ManifestSelectionTests
{
    private static readonly Manifest Plain = Manifest("ConfigMap", "plain", "v1", ("data", Map(("a", Text("b")))));
    private static readonly Manifest Hidden = Manifest("ConfigMap", "hidden", "v1", ("data", Map(("a", PropertyValue.Secret(Text("b"))))));
    private static readonly Manifest Open = Manifest("ConfigMap", "open", "v1", ("data", Map(("a", PropertyValue.Unknown))));
    private static readonly Manifest Key = Manifest(
        "Secret", "key", "v1", ("data", Map(("old", Text("b2xk")))), ("stringData", PropertyValue.Secret(Map(("password", Text("hunter2"))))));

    [Fact]
    public void Of_Omit_LeavesOutWhatHoldsSecretsOrUnknowns()
    {
        ManifestSelection selection = ManifestSelection.Of([Plain, Hidden, Open, Key], SecretHandling.Omit);

        Assert.Equal([Plain], selection.Written);
        Assert.Equal([Hidden, Key], selection.Secret);
        Assert.Equal([Open], selection.Unknown);
    }

    [Fact]
    public void Of_Mask_LeavesNothingOut()
    {
        ManifestSelection selection = ManifestSelection.Of([Plain, Hidden, Open, Key], SecretHandling.Mask);

        Assert.Equal(["plain", "hidden", "open", "key"], selection.Written.Select(manifest => manifest.Name));
        Assert.Equal(Map(("old", Text("[secret]")), ("password", Text("[secret]"))), Masking.Mask(selection.Written[3])["data"]);
        Assert.Equal((0, 0), (selection.Secret.Count, selection.Unknown.Count));
    }

    [Fact]
    public void Of_Show_WritesSecretsInTheClearAsData()
    {
        ManifestSelection selection = ManifestSelection.Of([Plain, Hidden, Open, Key], SecretHandling.Show);

        Assert.Equal(["plain", "hidden", "key"], selection.Written.Select(manifest => manifest.Name));
        Assert.Equal(Map(("a", Text("b"))), selection.Written[1].Body["data"]);
        Assert.Equal(Map(("old", Text("b2xk")), ("password", Text("aHVudGVyMg=="))), selection.Written[2].Body["data"]);
        Assert.False(selection.Written[2].Body.ContainsKey("stringData"));
        Assert.Equal([Open], selection.Unknown);
    }

    [Fact]
    public void Of_StringDataThatIsNoText_StaysForTheApiServerToRefuse()
    {
        Manifest wrong = Manifest("Secret", "wrong", "v1", ("stringData", Map(("port", PropertyValue.From(5)))));

        Assert.Equal([wrong], ManifestSelection.Of([wrong], SecretHandling.Show).Written);
    }
}

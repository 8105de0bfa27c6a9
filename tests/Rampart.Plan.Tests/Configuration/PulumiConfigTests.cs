using System.Text.Json;
using Rampart.Plan.Configuration;

namespace Rampart.Plan.Tests.Configuration;

public sealed class PulumiConfigTests
{
    [Fact]
    public void ToPulumiConfig_Values_AreJsonInOrdinalOrder()
    {
        using ProjectFolder folder = new(
            ProjectFolder.Open,
            "config:\n  b: \"x\\\"\\n\"\n  Z: 1\n  a: [1, {c: true}]\n  kubernetes:context: kind\n  secret: {secure: AAAB}\n  nested: {n: {secure: AAAC}}\n");

        PulumiConfig config = folder.Load().ToPulumiConfig();

        Assert.Equal(
            """{"kubernetes:context":"kind","spicedb:Z":"1","spicedb:a":"[1,{\"c\":true}]","spicedb:b":"x\"\n","spicedb:nested":"{\"n\":\"[secret]\"}","spicedb:secret":"[secret]"}""",
            config.ValuesToJson());
        Assert.Equal("""["spicedb:nested","spicedb:secret"]""", config.SecretKeysToJson());
        Assert.Equal(JsonSerializer.Deserialize<Dictionary<string, string>>(config.ValuesToJson()), config.Values);
        Assert.Equal(["spicedb:nested", "spicedb:secret"], config.SecretKeys);
    }

    [Fact]
    public void ToPulumiConfig_NoValues_IsEmptyJson()
    {
        using ProjectFolder folder = new(ProjectFolder.Open, "");

        PulumiConfig config = folder.Load().ToPulumiConfig();

        Assert.Equal(("{}", "[]", 0), (config.ValuesToJson(), config.SecretKeysToJson(), config.Values.Count));
    }
}

using System.Text;
using System.Text.Json;
using Pulumi;
using Pulumi.Testing;
using Pulumi.Utilities;
using Rampart.Components.Configuration;
using Rampart.Components.Enforcement;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Components.Tests.Configuration;

public sealed class SettingsBinderTests
{
    // All that a shop must have.
    private const string Least = """ "shop:image": "example.com/shop:v1", "shop:token": "hunter2" """;

    // key, value as an engine hands it over, what becomes of it, as JSON
    public static TheoryData<string, string, string> Values => new()
    {
        { "replicas", "3", "3" },
        { "replicas", "", "2" },
        { "store", "localFile", "\"LocalFile\"" },
        { "ratio", "0.5", "0.5" },
        { "open", "true", "true" },
        { "hosts", """["a.example.com"]""", """["a.example.com"]""" },
        { "hosts", "[]", "null" },
        { "labels", """{"a.b/c": "x", "empty": "", "number": 5}""", """{"a.b/c":"x","empty":"","number":"5"}""" },
        { "labels", "{}", "null" },
        { "port", "80", "80" },
        { "port", "http", "\"http\"" },
        { "resources", """{"limits": {"cpu": "1", "memory": "1Gi"}}""", """{"limits":{"cpu":"1","memory":"1Gi"}}""" },
        { "tolerations", """[{"key": "a", "operator": "Exists", "tolerationSeconds": 5}]""", """[{"key":"a","operator":"Exists","tolerationSeconds":5}]""" },
        { "service", """{"type": "ClusterIP", "ports": [{"port": 80, "targetPort": "http"}]}""", """{"ports":[{"port":80,"targetPort":"http"}],"type":"ClusterIP"}""" },
        { "cache", """{"answers": false}""", """{"answers":false,"size":"64Mi"}""" },
        { "cache", """{"size": "1Gi"}""", """{"size":"1Gi"}""" },
        { "carriers", """[{"name": "owl"}]""", """[{"name":"owl"}]""" },
    };

    // key, value, the error after "Pulumi.test.yaml: error "
    public static TheoryData<string, string, string> Mistakes => new()
    {
        { "replica", "3", "RMP7101: shop:replica: there is no such setting; did you mean 'replicas'?" },
        { "internal", "3", "RMP7101: shop:internal: there is no such setting; give one that Pulumi.yaml declares under config:" },
        { "cache", """{"sice": "1Gi"}""", "RMP7101: shop:cache.sice: there is no such setting; did you mean 'size'?" },
        { "tolerations", """[{"tolerate": true}]""", "RMP7101: shop:tolerations[0].tolerate: there is no such setting; give 'effect', 'key', 'operator', 'tolerationSeconds' or 'value'" },
        { "replicas", "11", "RMP7103: shop:replicas: '11' is more than 10; give a whole number from 1 to 10" },
        { "store", "disk", "RMP7105: shop:store: 'disk' is not allowed; give 'memory' or 'localFile'" },
        { "store", "{}", "RMP7102: shop:store: an object is not a text; give a text" },
        { "ratio", "half", "RMP7102: shop:ratio: 'half' is not a number; give a number such as 2 or 0.5" },
        { "ratio", "1.5", "RMP7103: shop:ratio: '1.5' is more than 1; give a number from 0 to 1" },
        { "open", "no", "RMP7102: shop:open: 'no' is not a boolean; give true or false" },
        { "hosts", """["a", ""]""", "RMP7105: shop:hosts[1]: '' is not a text; give a text" },
        { "hosts", """["a", {}]""", "RMP7102: shop:hosts[1]: an object is not a text; give a text" },
        { "labels", """{"a.b/c": []}""", "RMP7102: shop:labels[\"a.b/c\"]: a list is not a text; give a text" },
        { "resources", """{"limits": {"nvidia.com/gpu": "one"}}""", "RMP3101: shop:resources.limits[\"nvidia.com/gpu\"]: 'one' is not a quantity: it has no digits; give a number with an optional suffix, e.g. 500m, 1.5 or 512Mi" },
        { "tolerations", """[{"operator": "Is"}]""", "RMP7105: shop:tolerations[0].operator: 'Is' is not allowed; give 'Exists' or 'Equal'" },
        { "cache", "big", "RMP7102: shop:cache: 'big' is not an object; give keys and values" },
        { "carriers", "[{}]", "RMP7104: shop:carriers[0].name: the value is missing; give an object name such as 'registry-credentials': at most 253 small letters, digits, and inner hyphens and dots" },
        { "carriers", """[{"name": "owl", "key": ["hunter3"]}]""", "RMP7102: shop:carriers[0].key: the secret value is not a text; give a text" },
    };

    [Fact]
    public async Task Bind_ArgsOfSomebodyElse_TakeFiveLines()
    {
        ShopArgs? args = null;
        await RunAsync($"{{ {Least} }}", () =>
        {
            args = SettingsBinder.Bind<ShopArgs>(new Config());
        });

        Assert.Equal(
            """{"cache":{"size":"64Mi"},"image":"example.com/shop:v1","open":false,"replicas":2,"token":{"secret":"hunter2"}}""", await ReadAsync(args!));
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Bind_Value_ReachesItsInput(string key, string value, string expected)
    {
        ShopArgs? args = null;
        await RunAsync($$"""{ {{Least}}, "shop:{{key}}": {{JsonSerializer.Serialize(value)}} }""", () => args = SettingsBinder.Bind<ShopArgs>(new Config()));

        using JsonDocument read = JsonDocument.Parse(await ReadAsync(args!));
        Assert.Equal(expected, read.RootElement.TryGetProperty(key, out JsonElement found) ? found.GetRawText() : "null");
    }

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task Bind_Mistake_IsTold(string key, string value, string expected)
        => Assert.Equal(
            $"Pulumi.test.yaml: error {expected}",
            await ErrorAsync($$"""{ {{Least}}, "shop:{{key}}": {{JsonSerializer.Serialize(value)}} }"""));

    [Fact]
    public async Task Bind_SeveralMistakes_AreToldTogether() => Assert.Equal(
        """
        Pulumi.test.yaml: error RMP2002: shop:image: 'shop' has no tag, which means 'latest'; give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…
        Pulumi.test.yaml: error RMP7103: shop:replicas: '0' is less than 1; give a whole number from 1 to 10
        Pulumi.test.yaml: error RMP7104: shop:token: the value is missing; set it with: pulumi config set --secret shop:token
        """,
        await ErrorAsync("""{ "shop:image": "shop", "shop:replicas": "0" }"""));

    [Fact]
    public async Task Bind_SecretInAList_IsASecretOutput()
    {
        ShopArgs? args = null;
        await RunAsync(
            $$"""{ {{Least}}, "shop:carriers": "[{\"name\": \"owl\", \"key\": \"hunter3\"}]" }""", () => args = SettingsBinder.Bind<ShopArgs>(new Config()));

        Assert.Contains("""[{"key":{"secret":"hunter3"},"name":"owl"}]""", await ReadAsync(args!), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Bind_EncryptedValueOfAnyInput_StaysSecret()
    {
        ShopArgs? args = null;
        await RunAsync($$"""{ {{Least}}, "shop:replicas": "3" }""", () => args = SettingsBinder.Bind<ShopArgs>(new Config()), """["shop:token", "shop:image", "shop:replicas"]""");

        Assert.True(await Output.IsSecretAsync(args!.Image.ToOutput()));
        Assert.True(await Output.IsSecretAsync(args.Replicas.ToOutput()));
        Assert.Equal(3, await OutputUtilities.GetValueAsync(args.Replicas.ToOutput()));
    }

    [Theory]
    [InlineData("image", "hunter4", "RMP2002: shop:image: the secret value is not an image with a tag other than latest, or a digest; give registry/name:v1.2.3 or, safer, registry/name:v1.2.3@sha256:…")]
    [InlineData("replicas", "hunter4", "RMP7102: shop:replicas: the secret value is not an integer; give a whole number from 1 to 10")]
    [InlineData("replicas", "47391", "RMP7103: shop:replicas: the secret value is more than 10; give a whole number from 1 to 10")]
    [InlineData("store", "hunter4", "RMP7105: shop:store: the secret value is not allowed; give 'memory' or 'localFile'")]
    public async Task Bind_EncryptedValueThatIsWrong_IsNotQuoted(string key, string value, string expected) => Assert.Equal(
        $"Pulumi.test.yaml: error {expected}",
        await ErrorAsync(
            $$"""{ "shop:token": "hunter2", {{(key == "image" ? "" : "\"shop:image\": \"example.com/shop:v1\",")}} "shop:{{key}}": "{{value}}" }""", $"""["shop:{key}"]"""));

    [Fact]
    public async Task Bind_SeveralArgsWithOtherKeys_ShareTheConfiguration()
    {
        SettingsOf<ShopArgs> shop = new SettingsOf<ShopArgs>().Omit("token").Rename("store", "data.kind").Rename("cache.size", "data.cache").Default("replicas", 5);
        SettingsOf<ShopArgs.CarrierArgs> carrier = new SettingsOf<ShopArgs.CarrierArgs>().Rename("name", "carrier").Rename("key", "carrierKey");
        ShopArgs? shopArgs = null;
        ShopArgs.CarrierArgs? carrierArgs = null;
        IReadOnlyList<Diagnostic>? warnings = null;

        await RunAsync(
            """{ "shop:image": "example.com/shop:v1", "shop:data": "{\"kind\": \"localFile\", \"cache\": \"1Gi\"}", "shop:carrier": "owl", "shop:carrierKey": "hunter3" }""",
            () =>
            {
                SettingsBinder settings = new(new Config());
                shopArgs = settings.Bind(shop);
                carrierArgs = settings.Bind(carrier);
                Assert.Equal("1Gi", settings.Text("data.cache"));
                Assert.Equal("localFile", settings.Value("data").AsObject()["kind"].AsString());
                Assert.True(settings.Value("carrierKey").IsNull);
                settings.Warning("RMP7106", "replicas", $"{settings.Integer("replicas")} are many", "give fewer");
                warnings = settings.Complete();
            });

        Assert.Equal("""{"cache":{"size":"1Gi"},"image":"example.com/shop:v1","open":false,"replicas":5,"store":"LocalFile"}""", await ReadAsync(shopArgs!));
        Assert.Equal("""{"key":{"secret":"hunter3"},"name":"owl"}""", await ReadAsync(carrierArgs!));
        Assert.Equal("Pulumi.test.yaml: warning RMP7106: shop:replicas: 5 are many; give fewer", Assert.Single(warnings!).ToString());
    }

    [Fact]
    public async Task Bind_InputThatNoSettingCanHave_IsNamed()
    {
        NotSupportedException error = await Assert.ThrowsAnyAsync<NotSupportedException>(() => ErrorOrThrowAsync());

        Assert.Equal(
            $"{typeof(OddArgs)}.Odd: no setting can have the type System.Uri; leave 'odd' out of the settings", error.Message);

        static async Task ErrorOrThrowAsync()
        {
            Exception? caught = null;
            await RunAsync("{}", () =>
            {
                try
                {
                    _ = SettingsBinder.Bind<OddArgs>(new Config());
                }
                catch (NotSupportedException exception)
                {
                    caught = exception;
                }
            });
            throw caught!;
        }
    }

    private static async Task<string> ErrorAsync(string config, string secretKeys = "[]")
        => (await Assert.ThrowsAsync<RunException>(() => RunAsync(config, static () => _ = SettingsBinder.Bind<ShopArgs>(new Config()), secretKeys))).Message;

    private static async Task RunAsync(string config, Action program, string secretKeys = "[]")
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", config);
        Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", secretKeys);
        try
        {
            await Deployment.TestAsync(new RecordingMocks(), new TestOptions { ProjectName = "shop", StackName = "test", IsPreview = false }, program);
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
            Environment.SetEnvironmentVariable("PULUMI_CONFIG_SECRET_KEYS", null);
        }
    }

    // Secrets as {"secret": …}.
    private static async Task<string> ReadAsync(InputArgs args)
    {
        using MemoryStream stream = new();
        await using (Utf8JsonWriter writer = new(stream))
        {
            Write(writer, await InputReader.ReadAsync(args));
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, PropertyValue value)
    {
        if (value.IsSecret)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("secret");
            Write(writer, value.Inner);
            writer.WriteEndObject();
        }
        else if (value.ObjectOrNull() is { } members)
        {
            writer.WriteStartObject();
            foreach (Property member in members.Properties)
            {
                writer.WritePropertyName(member.Name);
                Write(writer, member.Value);
            }

            writer.WriteEndObject();
        }
        else if (value.ListOrNull() is { } items)
        {
            writer.WriteStartArray();
            foreach (PropertyValue item in items.Items)
            {
                Write(writer, item);
            }

            writer.WriteEndArray();
        }
        else
        {
            PropertyJson.Write(writer, value);
        }
    }

    private sealed class OddArgs : ResourceArgs
    {
        [Input("odd")]
        public Uri? Odd { get; set; }
    }
}

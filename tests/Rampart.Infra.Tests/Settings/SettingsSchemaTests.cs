using System.Text.Json;
using System.Text.Json.Nodes;
using Rampart.Components.Configuration.Schema;
using Rampart.Infra.Settings;
using Rampart.Tests.Shared;
using Rampart.Yaml;

namespace Rampart.Infra.Tests.Settings;

/// <summary>Pulumi.yaml and the schema of the stack files say what the binder takes.</summary>
public sealed class SettingsSchemaTests
{
    private static string SchemaFile => Path.Combine(StackRun.Folder, "docs", "stack.schema.json");

    private static string ProjectFile => Path.Combine(StackRun.Folder, "Pulumi.yaml");

    [Fact]
    public void ProjectFile_Config_IsThatOfTheBinder()
    {
        string file = File.ReadAllText(ProjectFile);
        string head = file[..file.IndexOf("config:\n", StringComparison.Ordinal)];

        GoldenFile.Verify(ProjectFile, head + ProjectConfig.Write(StackSettings.All));
    }

    [Fact]
    public void SchemaFile_IsThatOfTheBinder()
        => GoldenFile.Verify(SchemaFile, StackFileSchema.Write("spicedb", StackSettings.All));

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void SchemaFile_StackOfTheRepository_Holds(string stack)
    {
        string file = File.ReadAllText(Path.Combine(StackRun.Folder, $"Pulumi.{stack}.yaml"));

        Assert.StartsWith("# yaml-language-server: $schema=docs/stack.schema.json\n", file, StringComparison.Ordinal);
        Assert.Equal("", Problems(file));
    }

    // a stack file, whether the schema takes it
    [Theory]
    [InlineData("config: { spicedb:replicas: 3 }", true)]
    [InlineData("config: { spicedb:replicas: \"3\" }", true)]
    [InlineData("config: { spicedb:replicas: 0 }", false)]
    [InlineData("config: { spicedb:replicas: 101 }", false)]
    [InlineData("config: { spicedb:replicas: three }", false)]
    [InlineData("config: { spicedb:replica: 3 }", false)]
    [InlineData("config: { kubernetes:context: kind }", true)]
    [InlineData("config: { spicedb:dispatch: \"true\" }", true)]
    [InlineData("config: { spicedb:dispatch: yes please }", false)]
    [InlineData("config: { spicedb:logLevel: loud }", false)]
    [InlineData("config: { spicedb:presharedKey: open }", false)]
    [InlineData("config: { spicedb:presharedKey: { secure: v1:a:b } }", true)]
    [InlineData("config: { spicedb:resources: { limits: { cpu: 1, memory: 1Gi } } }", true)]
    [InlineData("config: { spicedb:resources: { limits: { cpu: 1 core } } }", false)]
    [InlineData("config: { spicedb:resources: { limit: { cpu: 1 } } }", false)]
    [InlineData("config: { spicedb:datastore: { engine: postgres, uri: { secure: v1:a:b }, port: 5433 } }", true)]
    [InlineData("config: { spicedb:datastore: { engine: mysql } }", false)]
    [InlineData("config: { spicedb:datastore: { port: \"5433\" } }", false)]
    [InlineData("config: { spicedb:tolerations: [{ key: a, operator: Exists }] }", true)]
    [InlineData("config: { spicedb:tolerations: [{ key: a, operator: Is }] }", false)]
    [InlineData("config: { spicedb:topologySpreadConstraints: [{ maxSkew: 1 }] }", false)]
    [InlineData("config: { spicedb:affinity: { nodeAffinity: { requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms: [{ matchExpressions: [{ key: a, operator: Exists }] }] } } } }", true)]
    [InlineData("config: { spicedb:affinity: { podAffinity: {} } }", false)]
    [InlineData("config: { spicedb:maxSurge: 25% }", true)]
    [InlineData("config: { spicedb:maxSurge: some }", false)]
    [InlineData("config: { spicedb:podSecurityContext: { runAsUser: 0 } }", false)]
    [InlineData("config: { spicedb:registry: { server: a } }", false)]
    public void SchemaFile_StackFile_IsTakenAsTheProgramTakesIt(string file, bool isTaken) => Assert.Equal(isTaken, Problems(file).Length == 0);

    private static string Problems(string stackFile)
    {
        using JsonDocument schema = JsonDocument.Parse(File.ReadAllText(SchemaFile));
        return JsonSchema.Problems(schema.RootElement, JsonSerializer.SerializeToElement(ToJson(YamlReader.ReadOne(stackFile)!)));
    }

    private static JsonNode? ToJson(YamlNode node) => node switch
    {
        YamlMapping mapping => new JsonObject(mapping.Entries.Select(static entry => KeyValuePair.Create(entry.Key.Text, ToJson(entry.Value)))),
        YamlSequence sequence => new JsonArray([.. sequence.Items.Select(ToJson)]),
        YamlScalar scalar when scalar.Resolve() is { Kind: ScalarKind.Boolean or ScalarKind.Integer or ScalarKind.Float } value => JsonNode.Parse(value.Text),
        YamlScalar scalar => scalar.Text,
        _ => null,
    };
}

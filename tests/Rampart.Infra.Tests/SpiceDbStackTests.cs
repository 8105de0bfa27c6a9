using System.Collections.Immutable;
using Pulumi;
using Pulumi.Utilities;
using Rampart.Plan.Configuration;
using Rampart.Tests.Shared;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Infra.Tests;

public sealed class SpiceDbStackTests
{
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Run_StackOfTheRepository_GivesTheseObjects(string stack)
    {
        Recording recording = await StackRun.OfFilesAsync(stack);

        GoldenFile.Verify($"{stack}.txt", recording.Objects + "\n");
    }

    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public void Load_StackOfTheRepository_HasNoProblem(string stack)
        => Assert.Empty(StackRun.Load(stack).Diagnostics);

    // stack, key, secret with the sample passphrase of the README
    [Theory]
    [InlineData("dev", "spicedb:presharedKey", "sample-key-for-development")]
    [InlineData("prod", "spicedb:presharedKey", "sample-key-for-production")]
    [InlineData(
        "prod",
        "spicedb:datastore",
        """{"engine":"postgres","namespace":"databases","uri":"postgres://spicedb:sample-password@postgres.databases.svc:5432/spicedb?sslmode=verify-full"}""")]
    public void Load_SamplePassphrase_OpensTheSecrets(string stack, string key, string text)
    {
        ConfigValue value = StackRun.Load(stack, "rampart-sample").Values[key];

        Assert.True(value.IsSecret);
        Assert.Equal(text, value.Text);
    }

    [Fact]
    public async Task Run_DefaultsOfPulumiYaml_AreThoseOfTheProgram()
    {
        // The stack file is the least that there can be; all else comes from Pulumi.yaml on one side and from the program on the other.
        string folder = Directory.CreateTempSubdirectory("rampart-").FullName;
        try
        {
            File.Copy(Path.Combine(StackRun.Folder, "Pulumi.yaml"), Path.Combine(folder, "Pulumi.yaml"));
            await File.WriteAllTextAsync(
                Path.Combine(folder, "Pulumi.least.yaml"), "config: {}\n", TestContext.Current.CancellationToken);
            StackConfiguration declared = StackConfiguration.Load(folder, "least", ["presharedKey=sample"], static _ => null);
            Assert.Empty(declared.Diagnostics);

            Recording fromFile = await StackRun.OfJsonAsync(declared.ToPulumiConfig().ValuesToJson());
            Recording fromProgram = await StackRun.OfJsonAsync($"{{ {StackRun.PresharedKey} }}");

            Assert.Equal(fromProgram.Objects, fromFile.Objects);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task Run_Outputs_TellHowToConnect()
    {
        Environment.SetEnvironmentVariable("PULUMI_CONFIG", $"{{ {StackRun.PresharedKey} }}");
        ImmutableArray<Resource> resources;
        try
        {
            resources = await Deployment.TestAsync<SpiceDbStack>(new RecordingMocks(), Recording.Preview(isPreview: false));
        }
        finally
        {
            Environment.SetEnvironmentVariable("PULUMI_CONFIG", null);
        }

        SpiceDbStack stack = Assert.Single(resources.OfType<SpiceDbStack>());
        Assert.Equal("spicedb", await OutputUtilities.GetValueAsync(stack.Namespace));
        Assert.Equal("spicedb.spicedb.svc:50051", await OutputUtilities.GetValueAsync(stack.Endpoint));
        Assert.Equal("docker.io/authzed/spicedb:v1.57.1", await OutputUtilities.GetValueAsync(stack.Image));
        Assert.Equal(1, await OutputUtilities.GetValueAsync(stack.Replicas));
        Assert.Equal("sample", await OutputUtilities.GetValueAsync(stack.PresharedKey));
        Assert.True(await Output.IsSecretAsync(stack.PresharedKey));
    }

    [Fact]
    public async Task Run_OpenShiftProfile_AsksOpenShiftsDns()
    {
        Recording recording = await StackRun.OfJsonAsync(StackRun.With("profile", "openshift"));

        Assert.Equal("5353", recording.Json("kubernetes:networking.k8s.io/v1:NetworkPolicy", "spicedb-allow-dns", "spec/egress/0/ports/0/port"));
        Assert.Equal("5353", recording.Json("kubernetes:networking.k8s.io/v1:NetworkPolicy", "spicedb", "spec/egress/0/ports/0/port"));
    }

    [Fact]
    public async Task Run_PrivateRegistry_MakesAndUsesThePullSecret()
    {
        Recording recording = await StackRun.OfJsonAsync(StackRun.With(
            "registry",
            """{"server":"registry.example.com","username":"user","password":"password","email":"user@example.com"}"""));

        Assert.Equal(
            """
            [
              {
                "name": "spicedb-registry-00000000"
              }
            ]
            """,
            recording.Json("kubernetes:apps/v1:Deployment", "spicedb", "spec/template/spec/imagePullSecrets"));
        Assert.Equal("\"kubernetes.io/dockerconfigjson\"", recording.Json("kubernetes:core/v1:Secret", "spicedb-registry", "type"));
    }
}

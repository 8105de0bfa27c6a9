using Microsoft.CodeAnalysis;
using Rampart.Tests.Shared;

namespace Pulumi.Generators.Tests;

public sealed class GoldenTests
{
    // A kind with aliases; one with secrets; args and outputs of all shapes; a member named like its type; unions; a patch.
    private static readonly string[] Types =
    [
        "Apps.V1.Deployment",
        "Apps.V1.RollingUpdateDeployment",
        "Authentication.V1.UserInfo",
        "Core.V1.Container",
        "Core.V1.ContainerPort",
        "Core.V1.Secret",
        "Core.V1.ServiceAccountPatch",
        "Meta.V1.ManagedFieldsEntry",
        "Networking.V1.IngressClass",
    ];

    [Fact]
    public void Run_RealClient_WritesTheGoldenFiles()
    {
        GeneratorRunResult result = Generators.RunOnRealClient();

        GoldenFile.VerifyFolder("types", Types.Select(type => KeyValuePair.Create(
            $"{type}.g.cs.txt",
            result.GeneratedSources.Single(source => source.HintName == $"{type}.g.cs").SourceText.ToString())));
    }

    [Fact]
    public void Run_RealClient_WritesTheKindsOfTheOfficialPackage()
    {
        GeneratorRunResult result = Generators.RunOnRealClient();

        string[] kinds =
        [
            .. result.GeneratedSources
                .Where(source => source.SourceText.ToString().Contains(": KubernetesResource", StringComparison.Ordinal))
                .Select(source => source.HintName.Replace(".g.cs", "", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal),
        ];
        GoldenFile.Verify("kinds.txt", string.Join('\n', kinds) + "\n");
    }
}

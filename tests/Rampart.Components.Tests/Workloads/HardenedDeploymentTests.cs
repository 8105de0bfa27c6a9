using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Workloads;
using Rampart.Tests.Shared;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Components.Tests.Workloads;

public sealed class HardenedDeploymentTests
{
    private const string DeploymentType = "kubernetes:apps/v1:Deployment";

    [Fact]
    public async Task Define_ImageAndPort_GivesTheDocumentedDefaults()
    {
        Recording recording = await Recording.OfAsync(options => _ = new HardenedDeployment("web", new HardenedDeploymentArgs
        {
            Namespace = "shop",
            Image = "ghcr.io/shop/web:v1.2.3",
            Ports = { new ContainerPortArgs { Name = "http", ContainerPortValue = 8080 } },
        }, options));

        GoldenFile.Verify("hardened-deployment.txt", recording.Objects + "\n");
    }
}

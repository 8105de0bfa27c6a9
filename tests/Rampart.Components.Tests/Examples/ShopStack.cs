using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Rampart.Components.Namespaces;
using Rampart.Components.Workloads;

namespace Rampart.Components.Tests.Examples;

public sealed class ShopStack : Stack
{
    public ShopStack()
    {
        HardenedNamespace shop = new("shop", new HardenedNamespaceArgs());
        _ = new HardenedDeployment("web", new HardenedDeploymentArgs
        {
            Namespace = shop.Name,
            Image = "registry.example.com/shop/web:v1.4.2",
            Ports = { new ContainerPortArgs { Name = "http", ContainerPortValue = 8080 } },
        });
    }
}

using Pulumi.Kubernetes.Types.Inputs.Provider;
using Pulumi.Testing;

namespace Pulumi.Kubernetes.Tests;

public sealed class ProviderTests
{
    [Fact]
    public async Task Define_Settings_AreSentAsTheProviderReadsThem()
    {
        MockResourceArgs sent = await new Cluster().RunAsync(() => _ = new Provider("cluster", new ProviderArgs
        {
            Namespace = "shop",
            KubeConfig = "~/.kube/other",
            EnableServerSideApply = true,
            KubeClientSettings = new KubeClientSettingsArgs { Burst = 240, Qps = 100.5 },
        }));

        Assert.Equal("pulumi:providers:kubernetes", sent.Type);
        Assert.Equal(
            """
            enableServerSideApply: true
            kubeClientSettings: { "burst": 240, "qps": 100.5 }
            kubeconfig: ~/.kube/other
            namespace: shop
            """,
            PlainText.Of(sent.Inputs));
    }

    [Fact]
    public async Task Define_ResourceWithProvider_NamesIt()
    {
        Cluster cluster = new();

        await global::Pulumi.Deployment.TestAsync(cluster, new TestOptions { IsPreview = false }, () =>
        {
            Provider provider = new("cluster", new ProviderArgs { KubeConfig = "x" });
            _ = new Kubernetes.Core.V1.Namespace("shop", options: new CustomResourceOptions { Provider = provider });
        });

        MockResourceArgs shop = cluster.Objects.Single(sent => sent.Name == "shop");
        Assert.EndsWith("pulumi:providers:kubernetes::cluster::cluster-id", shop.Provider);
    }
}

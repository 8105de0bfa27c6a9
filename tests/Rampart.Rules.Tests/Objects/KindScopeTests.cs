using Rampart.Rules.Objects;

namespace Rampart.Rules.Tests.Objects;

public sealed class KindScopeTests
{
    [Theory]
    [InlineData("constraints.gatekeeper.sh/v1beta1", "K8sAllowedRepos")]
    [InlineData("templates.gatekeeper.sh/v1", "ConstraintTemplate")]
    [InlineData("policies.kyverno.io/v1", "ValidatingPolicy")]
    [InlineData("policies.kyverno.io/v1", "MutatingPolicy")]
    [InlineData("policies.kyverno.io/v1", "GeneratingPolicy")]
    [InlineData("policies.kyverno.io/v1", "DeletingPolicy")]
    [InlineData("policies.kyverno.io/v1", "ImageValidatingPolicy")]
    [InlineData("cert-manager.io/v1", "ClusterIssuer")]
    [InlineData("cilium.io/v2", "CiliumClusterwideNetworkPolicy")]
    [InlineData("external-secrets.io/v1", "ClusterSecretStore")]
    [InlineData("gateway.networking.k8s.io/v1", "GatewayClass")]
    public void IsNamespaced_KindOfTheCluster_IsFalse(string apiVersion, string kind) => Assert.False(KindScope.IsNamespaced(apiVersion, kind));

    [Theory]
    [InlineData("policies.kyverno.io/v1", "NamespacedValidatingPolicy")]
    [InlineData("cert-manager.io/v1", "Issuer")]
    [InlineData("external-secrets.io/v1", "SecretStore")]
    [InlineData("gateway.networking.k8s.io/v1", "Gateway")]
    [InlineData("example.com/v1", "ConstraintTemplate")]
    public void IsNamespaced_OtherKind_IsTrue(string apiVersion, string kind) => Assert.True(KindScope.IsNamespaced(apiVersion, kind));
}

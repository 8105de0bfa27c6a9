using Pulumi.Kubernetes.ApiExtensions;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Testing;

namespace Pulumi.Kubernetes.Tests;

public sealed class CustomResourceTests
{
    [Fact]
    public async Task Define_CustomObject_SendsTheTokenOfItsKindAndItsOwnInputs()
    {
        MockResourceArgs sent = await new Cluster().RunAsync(() => _ = Certificate());

        Assert.Equal("kubernetes:cert-manager.io/v1:Certificate", sent.Type);
        Assert.Equal(
            """
            apiVersion: cert-manager.io/v1
            kind: Certificate
            metadata:
              name: web
            spec:
              secretName: web-tls
            """,
            PlainText.Of(sent.Inputs));
    }

    [Fact]
    public async Task Metadata_OfACustomObject_IsRead() =>
        Assert.Equal("web", (await new Cluster().ReadAsync(() => Certificate().Metadata)).Name);

    [Fact]
    public async Task Output_OfADerivedClass_IsRead() =>
        Assert.Equal("web-tls", (await new Cluster().ReadAsync(() => Certificate().Spec)).SecretName);

    private static CertificateResource Certificate() => new("web", new CertificateArgs
    {
        Metadata = new ObjectMetaArgs { Name = "web" },
        Spec = new CertificateSpecArgs { SecretName = "web-tls" },
    });

    private sealed class CertificateResource(string name, CertificateArgs args) : ApiExtensions.CustomResource(name, args)
    {
        [Output("spec")]
        public Output<CertificateSpec> Spec { get; private set; } = null!;
    }

    private sealed class CertificateArgs() : CustomResourceArgs("cert-manager.io/v1", "Certificate")
    {
        [Input("spec")]
        public Input<CertificateSpecArgs>? Spec { get; set; }
    }

    private sealed class CertificateSpecArgs : ResourceArgs
    {
        [Input("secretName", required: true)]
        public Input<string> SecretName { get; set; } = null!;
    }

    [OutputType]
    private sealed class CertificateSpec
    {
        public readonly string SecretName;

        [OutputConstructor]
        private CertificateSpec(string secretName) => SecretName = secretName;
    }
}

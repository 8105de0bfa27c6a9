using Rampart.Plan.Manifests;
using Rampart.Protocol.Values;
using static Rampart.Plan.Tests.Manifests.Objects;

namespace Rampart.Plan.Tests.Manifests;

// The SDK has properties such as x_kubernetes_map_type, for which the Kubernetes provider sends x-kubernetes-map-type.
public sealed class DashedKeysTests
{
    [Theory]
    [InlineData("x_kubernetes_embedded_resource", "x-kubernetes-embedded-resource")]
    [InlineData("x_kubernetes_int_or_string", "x-kubernetes-int-or-string")]
    [InlineData("x_kubernetes_list_map_keys", "x-kubernetes-list-map-keys")]
    [InlineData("x_kubernetes_list_type", "x-kubernetes-list-type")]
    [InlineData("x_kubernetes_map_type", "x-kubernetes-map-type")]
    [InlineData("x_kubernetes_preserve_unknown_fields", "x-kubernetes-preserve-unknown-fields")]
    [InlineData("x_kubernetes_validations", "x-kubernetes-validations")]
    [InlineData("x_kubernetes_other", "x_kubernetes_other")]
    public void From_KeyOfASchema_IsAsTheProviderSendsIt(string key, string expected)
    {
        PropertyValue schema = Map(("properties", Map(("a", PropertyValue.Secret(Map((key, PropertyValue.From(true))))))), ("type", Text("object")));
        PropertyValue expectedSchema = Map(("properties", Map(("a", PropertyValue.Secret(Map((expected, PropertyValue.From(true))))))), ("type", Text("object")));

        Manifest manifest = Manifest("CustomResourceDefinition", "a", "apiextensions.k8s.io/v1", ("spec", Map(("versions", List(schema)))));

        Assert.Equal(Map(("versions", List(expectedSchema))), manifest.Body["spec"]);
    }

    [Fact]
    public void From_ObjectWithoutSuchKeys_IsTheSame()
    {
        Plans.PlanResource resource = Resource("ConfigMap", "a", more: ("data", Map(("x_kubernetes", Text("b")))));

        Assert.Same(resource.Inputs, Plan.Manifests.Manifest.From(resource).Body);
    }
}

using System.Collections.Immutable;
using System.Text.Json;
using Pulumi.Kubernetes.Types.Inputs.ApiExtensions.V1;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Outputs.ApiExtensions.V1;
using Pulumi.Kubernetes.Types.Outputs.Core.V1;

namespace Pulumi.Kubernetes.Tests;

public sealed class OutputTests
{
    private static readonly ImmutableDictionary<string, object> NoStatus = ImmutableDictionary<string, object>.Empty;

    [Fact]
    public async Task Metadata_WhatTheClusterSays_IsRead()
    {
        Types.Outputs.Meta.V1.ObjectMeta metadata = await new Cluster().ReadAsync(() => new Kubernetes.Core.V1.Namespace("shop", new NamespaceArgs
        {
            Metadata = new ObjectMetaArgs { Name = "shop", Labels = { ["tier"] = "front" } },
        }).Metadata);

        Assert.Equal("shop", metadata.Name);
        Assert.Equal([KeyValuePair.Create("tier", "front")], metadata.Labels);
    }

    [Fact]
    public async Task Metadata_WhatTheClusterDoesNotSay_IsTheDefault()
    {
        Types.Outputs.Meta.V1.ObjectMeta metadata = await new Cluster().ReadAsync(() =>
            new Kubernetes.Core.V1.Namespace("shop", new NamespaceArgs { Metadata = new ObjectMetaArgs { Name = "shop" } }).Metadata);

        Assert.Null(metadata.Namespace);
        Assert.Null(metadata.Annotations);
        Assert.True(metadata.Finalizers.IsDefault);
        Assert.Equal(0, metadata.Generation);
    }

    [Fact]
    public async Task Spec_ListsMapsAndUnions_AreRead()
    {
        ContainerArgs container = new()
        {
            Name = "app",
            Image = "app:1",
            Args = { "--verbose" },
            Ports = { new ContainerPortArgs { ContainerPortValue = 8080, Name = "http" } },
            LivenessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Port = "http" } },
            ReadinessProbe = new ProbeArgs { TcpSocket = new TCPSocketActionArgs { Port = 8080 } },
        };

        PodSpec spec = await new Cluster().ReadAsync(() =>
            new Kubernetes.Core.V1.Pod("app", new PodArgs { Spec = new PodSpecArgs { Containers = { container } } }).Spec);

        Container read = Assert.Single(spec.Containers);
        Assert.Equal(("app", "app:1"), (read.Name, read.Image));
        Assert.Equal(["--verbose"], read.Args);
        Assert.Equal((8080, "http"), (read.Ports[0].ContainerPortValue, read.Ports[0].Name));
        Assert.Equal("http", read.LivenessProbe.HttpGet.Port.AsT1);
        Assert.Equal(8080, read.ReadinessProbe.TcpSocket.Port.AsT0);
    }

    [Fact]
    public async Task Status_IsWhatTheClusterAdds()
    {
        Cluster cluster = new()
        {
            Additions = NoStatus.Add("status", NoStatus
                .Add("replicas", 2)
                .Add("conditions", ImmutableArray.Create<object>(NoStatus.Add("type", "Available").Add("status", "True")))),
        };

        Types.Outputs.Apps.V1.DeploymentStatus status = await cluster.ReadAsync(() =>
            new Kubernetes.Apps.V1.Deployment("app", new DeploymentArgs()).Status);

        Assert.Equal(2, status.Replicas);
        Assert.Equal(0, status.ReadyReplicas);
        Assert.Equal(("Available", "True"), (status.Conditions[0].Type, status.Conditions[0].Status));
    }

    [Fact]
    public async Task Subjects_ListOfAKind_IsRead()
    {
        ImmutableArray<Types.Outputs.Rbac.V1.Subject> subjects = await new Cluster().ReadAsync(() =>
            new Kubernetes.Rbac.V1.ClusterRoleBinding("x", new Types.Inputs.Rbac.V1.ClusterRoleBindingArgs
            {
                RoleRef = new Types.Inputs.Rbac.V1.RoleRefArgs { ApiGroup = "rbac.authorization.k8s.io", Kind = "ClusterRole", Name = "view" },
                Subjects = { new Types.Inputs.Rbac.V1.SubjectArgs { Kind = "Group", Name = "readers" } },
            }).Subjects);

        Assert.Equal([("Group", "readers")], subjects.Select(subject => (subject.Kind, subject.Name)));
    }

    [Fact]
    public async Task JsonSchema_UnionsAndJson_AreSentAndRead()
    {
        JSONSchemaPropsArgs schema = new()
        {
            Type = "object",
            Ref = "#/definitions/x",
            Default = JsonElement.Parse("[1,2]"),
            AdditionalProperties = false,
            Items = new JSONSchemaPropsArgs { Type = "string" },
            X_kubernetes_preserve_unknown_fields = true,
            Properties =
            {
                ["name"] = new JSONSchemaPropsArgs
                {
                    Type = "string",
                    AdditionalProperties = new JSONSchemaPropsArgs { Type = "integer" },
                },
            },
        };

        JSONSchemaProps read = await new Cluster().ReadAsync(() => new Kubernetes.ApiExtensions.V1.CustomResourceDefinition("x", new CustomResourceDefinitionArgs
        {
            Spec = new CustomResourceDefinitionSpecArgs
            {
                Group = "example.org",
                Scope = "Namespaced",
                Names = new CustomResourceDefinitionNamesArgs { Kind = "Thing", Plural = "things" },
                Versions =
                {
                    new CustomResourceDefinitionVersionArgs
                    {
                        Name = "v1",
                        Served = true,
                        Storage = true,
                        Schema = new CustomResourceValidationArgs { OpenAPIV3Schema = schema },
                    },
                },
            },
        }).Spec.Apply(spec => spec.Versions[0].Schema.OpenAPIV3Schema));

        Assert.Equal("object", read.Type);
#if PULUMI_BUNDLED
        // The official package sends it, but does not find it in what it reads.
        Assert.Equal("#/definitions/x", read.Ref);
#endif
        Assert.Equal("[1,2]", read.Default.GetRawText());
        Assert.False(read.AdditionalProperties.AsT1);
        Assert.Equal("string", read.Items.AsT0.Type);
        Assert.True(read.X_kubernetes_preserve_unknown_fields);
        Assert.Equal("integer", read.Properties["name"].AdditionalProperties.AsT0.Type);
    }
}

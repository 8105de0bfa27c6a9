using System.Collections.Immutable;
using Pulumi;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Rampart.Components.Workloads;
using Rampart.Rules.Diagnostics;

namespace Rampart.Testing.Tests;

/// <summary>A test sees what an engine would: values that are not known, transforms, URNs that are there twice, secrets.</summary>
public sealed class PlanSemanticsTests
{
    [Fact]
    public async Task PlanAsync_ValueThatOnlyAClusterKnows_IsUnknown()
    {
        TestPlan plan = await RampartTest.PlanAsync(() =>
        {
            Service web = new("web", new ServiceArgs { Metadata = Named("web"), Spec = new ServiceSpecArgs { Type = "LoadBalancer" } });
            _ = new ConfigMap("addresses", new ConfigMapArgs
            {
                Metadata = Named("addresses"),
                Data =
                {
                    ["id"] = web.Id,
                    ["name"] = web.Metadata.Apply(metadata => metadata.Name),
                },
            });
        });

        PlannedManifest addresses = plan.Manifest("ConfigMap");
        Assert.Equal(["[unknown]", "web"], [addresses.Value("data.id"), addresses.Value("data.name")]);
    }

    [Fact]
    public async Task PlanAsync_Preview_IsOne()
    {
        bool isPreview = false;

        await RampartTest.PlanAsync(() => isPreview = Deployment.Instance.IsDryRun);

        Assert.True(isPreview);
    }

    [Fact]
    public async Task PlanAsync_Transform_Runs()
    {
        TestPlan plan = await RampartTest.PlanAsync(() => _ = new ConfigMap(
            "settings",
            new ConfigMapArgs { Metadata = Named("settings"), Data = { ["level"] = "low" } },
            new CustomResourceOptions
            {
                ResourceTransforms =
                {
                    static (args, _) => Task.FromResult<ResourceTransformResult?>(new ResourceTransformResult(
                        args.Args.SetItem("data", ImmutableDictionary<string, object?>.Empty.Add("level", "high")), args.Options)),
                },
            }));

        Assert.Equal("high", plan.Manifest("ConfigMap").Value("data.level"));
    }

    [Fact]
    public async Task PlanAsync_TwoResourcesWithOneUrn_AreRefused()
    {
        ProgramFailedException error = await Assert.ThrowsAsync<ProgramFailedException>(() => RampartTest.PlanAsync(
            static () =>
            {
                _ = new ConfigMap("settings", new ConfigMapArgs { Metadata = Named("a") });
                _ = new ConfigMap("settings", new ConfigMapArgs { Metadata = Named("b") });
            },
            new PlanSettings { ProjectName = "shop" }));

        Assert.Equal(
            "Duplicate resource URN 'urn:pulumi:test::shop::kubernetes:core/v1:ConfigMap::settings'; give one of the two resources another name or another parent",
            error.Message.Split('\n')[0]);
    }

    [Fact]
    public async Task ToJson_Secrets_AreMaskedAsRenderMasksThem()
    {
        TestPlan plan = await RampartTest.PlanAsync(static () =>
        {
            Output<string> password = Output.CreateSecret("hunter2");
            _ = new Secret("login", new SecretArgs { Metadata = Named("login"), StringData = { ["password"] = "hunter2" } });
            _ = new ConfigMap("url", new ConfigMapArgs { Metadata = Named("url"), Data = { ["url"] = Output.Format($"user:{password}@host"), ["port"] = "80" } });
        });

        Assert.Equal("[secret]", plan.Manifest("ConfigMap").Value("data.url"));
        Assert.Equal(
            """
            {
              "apiVersion": "v1",
              "data": {
                "port": "80",
                "url": "[secret]"
              },
              "kind": "ConfigMap",
              "metadata": {
                "annotations": {
                  "[masked]": "placeholders stand for secret or unknown values, so this object is not to be applied"
                },
                "name": "url"
              }
            }
            """,
            plan.Manifest("ConfigMap").ToJson());
        Assert.Equal(
            """
            {
              "apiVersion": "v1",
              "data": {
                "password": "[secret]"
              },
              "kind": "Secret",
              "metadata": {
                "annotations": {
                  "[masked]": "placeholders stand for secret or unknown values, so this object is not to be applied"
                },
                "name": "login"
              }
            }
            """,
            plan.Manifest("Secret").ToJson());
    }

    [Fact]
    public async Task PlanAsync_ComponentOfAnotherPackage_FailsUnlessItIsAccepted()
    {
        const string Problem = "error RMP7121: eks:index:Cluster main: what this component declares is not known: the provider of another package constructs it, and a plan starts none; "
            + "look at it with `pulumi preview`; AllowUnknown accepts that nobody does here";
        static void Declare()
        {
            _ = new HardenedDeployment("web", new HardenedDeploymentArgs { Namespace = "shop", Image = "registry.example.com/web:v1" });
            _ = new ComponentResource("eks:index:Cluster", "main", ResourceArgs.Empty, remote: true);
        }

        TestPlan plan = await RampartTest.PlanAsync(Declare);
        TestPlan accepted = await RampartTest.PlanAsync(Declare, new PlanSettings { AllowUnknown = true });

        Assert.Equal($"Config: {Problem}", Assert.Throws<PlanAssertionException>(() => plan.ShouldBeRestricted()).Message);
        Assert.Contains(Problem, Assert.Throws<PlanAssertionException>(() => plan.ShouldHaveNoFindings(DiagnosticSeverity.Error)).Message, StringComparison.Ordinal);
        accepted.ShouldBeRestricted();
        accepted.ShouldHaveNoFindings(DiagnosticSeverity.Error);
    }

    private static ObjectMetaArgs Named(string name) => new() { Name = name };
}

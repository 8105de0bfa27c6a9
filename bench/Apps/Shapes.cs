using Pulumi;
using Pulumi.Kubernetes.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Core.V1;
using Pulumi.Kubernetes.Discovery.V1;
using Pulumi.Kubernetes.Networking.V1;
using Pulumi.Kubernetes.Policy.V1;
using Pulumi.Kubernetes.Types.Inputs.AdmissionRegistration.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Discovery.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Pulumi.Kubernetes.Types.Inputs.Networking.V1;
using Pulumi.Kubernetes.Types.Inputs.Policy.V1;

namespace Rampart.Bench.Apps;

/// <summary>Kinds of input of which there can be much, each one on which work for every pair of objects would show.</summary>
public static class Shapes
{
    private const string Shared = "apps";

    /// <summary>The shapes by name, each with what declares so many.</summary>
    public static readonly IReadOnlyDictionary<string, Action<int>> ByName = new Dictionary<string, Action<int>>(StringComparer.Ordinal)
    {
        ["apps"] = static count => Each(count, static (_, name) => DeclareApp(name)),
        ["pods"] = static count => Each(count, static (_, name) => HardenedPod.Declare(name)),
        ["one-namespace"] = OneNamespace,

        // Its file is one app, as often as there are copies.
        ["copies"] = static count => Each(Math.Min(count, 1), static (_, name) => DeclareApp(name)),
        ["limit-ranges"] = static count => Each(count, LimitRangeAndPod),
        ["policies"] = static count => Each(count, PolicyAndPod),
        ["quotas"] = static count => Each(count, QuotaAndPod),
        ["services"] = static count => Each(count, ServiceAndApp),
        ["endpoint-slices"] = static count => Each(count, ServiceAndSlice),
        ["ingresses"] = static count => Each(count, IngressAndService),
        ["budgets"] = static count => Each(count, BudgetAndPod),
        ["unused-budgets"] = static count => Each(count, UnusedBudgetAndPod),
        ["accounts"] = static count => Each(count, AccountAndPod),
        ["bindings"] = static count => Each(count, PolicyAndBinding),
        ["different-limit-ranges"] = static count => Each(count, DifferentLimitRangeAndPod),
        ["volumes"] = Volumes,
        ["containers"] = Containers,
    };

    private static void DeclareApp(string name, Namespace? shared = null) => _ = new HardenedApp(name, shared);

    private static void OneNamespace(int count)
    {
        Namespace shared = HardenedApp.DeclareNamespace(Shared);
        Each(count, (_, name) => DeclareApp(name, shared));
    }

    // Each LimitRange rejects each pod, and all are the same.
    private static void LimitRangeAndPod(int index, string name) => LimitRangeAndPod(name, "250m");

    // Each LimitRange rejects each pod, with a bound of its own.
    private static void DifferentLimitRangeAndPod(int index, string name) => LimitRangeAndPod(name, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{index + 1}u"));

    private static void LimitRangeAndPod(string name, string max)
    {
        HardenedPod.Declare(name);
        _ = new LimitRange(name, new LimitRangeArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = Shared },
            Spec = new LimitRangeSpecArgs
            {
                Limits =
                {
                    new LimitRangeItemArgs
                    {
                        Type = "Container",
                        Default = { ["cpu"] = max, ["memory"] = "128Mi" },
                        DefaultRequest = { ["cpu"] = max, ["memory"] = "64Mi" },
                        Max = { ["cpu"] = max, ["memory"] = "128Mi" },
                        Min = { ["cpu"] = "1n", ["memory"] = "16Mi" },
                    },
                },
            },
        });
    }

    // Each policy selects all pods but one.
    private static void PolicyAndPod(int index, string name)
    {
        HardenedPod.Declare(name);
        _ = new NetworkPolicy(name, new NetworkPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = Shared },
            Spec = new NetworkPolicySpecArgs
            {
                PodSelector = new LabelSelectorArgs
                {
                    MatchExpressions =
                    {
                        new LabelSelectorRequirementArgs { Key = "app.kubernetes.io/name", Operator = "NotIn", Values = { name } },
                    },
                },
                PolicyTypes = { "Ingress", "Egress" },
            },
        });
    }

    // Each quota asks each pod for an amount that it does not have.
    private static void QuotaAndPod(int index, string name)
    {
        HardenedPod.Declare(name, hasLimits: false);
        _ = new ResourceQuota(name, new ResourceQuotaArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = Shared },
            Spec = new ResourceQuotaSpecArgs
            {
                Hard = { ["requests.cpu"] = "10", ["requests.memory"] = "20Gi", ["limits.cpu"] = "20", ["limits.memory"] = "40Gi" },
            },
        });
    }

    // Each Service selects all pods, and leads to another port.
    private static void ServiceAndApp(int index, string name)
    {
        HardenedPod.Declare(name, labels: new InputMap<string> { ["app.kubernetes.io/name"] = name, ["tier"] = "web" });
        DeclareService(name, 1024 + index, new InputMap<string> { ["tier"] = "web" });
    }

    private static void ServiceAndSlice(int index, string name)
    {
        DeclareService(name, 80, new InputMap<string>());
        _ = new EndpointSlice(name, new EndpointSliceArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = Shared },
            AddressType = "IPv4",
            Endpoints = { new EndpointArgs { Addresses = { "10.0.0.1" } } },
        });
    }

    private static void IngressAndService(int index, string name)
    {
        DeclareService(name, 80, new InputMap<string> { ["app.kubernetes.io/name"] = name });
        _ = new Ingress(name, new IngressArgs
        {
            Metadata = new ObjectMetaArgs { Name = name, Namespace = Shared },
            Spec = new IngressSpecArgs
            {
                Rules =
                {
                    new IngressRuleArgs
                    {
                        Host = name + ".example.com",
                        Http = new HTTPIngressRuleValueArgs
                        {
                            Paths =
                            {
                                new HTTPIngressPathArgs
                                {
                                    Path = "/",
                                    PathType = "Prefix",
                                    Backend = new IngressBackendArgs
                                    {
                                        Service = new IngressServiceBackendArgs { Name = name, Port = new ServiceBackendPortArgs { Number = 80 } },
                                    },
                                },
                            },
                        },
                    },
                },
            },
        });
    }

    // Each budget chooses all pods but one.
    private static void BudgetAndPod(int index, string name)
    {
        HardenedPod.Declare(name);
        DeclareBudget(name, new LabelSelectorArgs
        {
            MatchExpressions =
            {
                new LabelSelectorRequirementArgs { Key = "app.kubernetes.io/name", Operator = "NotIn", Values = { name } },
            },
        });
    }

    private static void UnusedBudgetAndPod(int index, string name)
    {
        HardenedPod.Declare(name);
        DeclareBudget(name, new LabelSelectorArgs { MatchLabels = { ["tier"] = name } });
    }

    // No pod has an account of those that there are.
    private static void AccountAndPod(int index, string name)
    {
        HardenedPod.Declare(name);
        _ = new ServiceAccount(name, new ServiceAccountArgs
        {
            Metadata = new ObjectMetaArgs { Name = "other-" + name, Namespace = Shared },
            AutomountServiceAccountToken = false,
        });
    }

    private static void PolicyAndBinding(int index, string name)
    {
        _ = new ValidatingAdmissionPolicy(name, new ValidatingAdmissionPolicyArgs
        {
            Metadata = new ObjectMetaArgs { Name = name },
            Spec = new ValidatingAdmissionPolicySpecArgs
            {
                FailurePolicy = "Fail",
                Validations = { new ValidationArgs { Expression = "object.spec.replicas <= 5" } },
            },
        });
        _ = new ValidatingAdmissionPolicyBinding(name, new ValidatingAdmissionPolicyBindingArgs
        {
            Metadata = new ObjectMetaArgs { Name = name },
            Spec = new ValidatingAdmissionPolicyBindingSpecArgs { PolicyName = name, ValidationActions = { "Deny" } },
        });
    }

    private static void DeclareService(string name, int port, InputMap<string> selector) => _ = new Service(name, new ServiceArgs
    {
        Metadata = new ObjectMetaArgs { Name = name, Namespace = Shared },
        Spec = new ServiceSpecArgs { Selector = selector, Ports = { new ServicePortArgs { Port = port } } },
    });

    private static void DeclareBudget(string name, LabelSelectorArgs selector) => _ = new PodDisruptionBudget(name, new PodDisruptionBudgetArgs
    {
        Metadata = new ObjectMetaArgs { Name = name, Namespace = Shared },
        Spec = new PodDisruptionBudgetSpecArgs { MinAvailable = 1, Selector = selector },
    });

    // One pod, whose container mounts all its volumes, and can write to none.
    private static void Volumes(int count)
    {
        ContainerArgs container = HardenedPod.ContainerOf("app");
        container.VolumeMounts = new();
        PodSpecArgs spec = HardenedPod.SpecOf("app", Labels, container);
        for (int i = 0; i < count; i++)
        {
            string name = AppsBench.Name(i);
            spec.Volumes.Add(new VolumeArgs { Name = name, ConfigMap = new ConfigMapVolumeSourceArgs { Name = name } });
            container.VolumeMounts.Add(new VolumeMountArgs { Name = name, MountPath = "/volumes/" + name });
        }

        DeclarePod(spec);
    }

    // One pod, whose containers have a volume and a port each, and ask that of another whether they are ready.
    private static void Containers(int count)
    {
        PodSpecArgs spec = HardenedPod.SpecOf("app", Labels, HardenedPod.ContainerOf("app"));
        for (int i = 1; i < count; i++)
        {
            string name = AppsBench.Name(i);
            ContainerArgs container = HardenedPod.ContainerOf(name);
            container.Ports = new ContainerPortArgs { ContainerPortValue = 1024 + i };
            container.ReadinessProbe = new ProbeArgs { HttpGet = new HTTPGetActionArgs { Path = "/readyz", Port = 1024 + count - i } };
            container.VolumeMounts = new VolumeMountArgs { Name = name, MountPath = "/tmp" };
            spec.Containers.Add(container);
            spec.Volumes.Add(new VolumeArgs { Name = name, EmptyDir = new EmptyDirVolumeSourceArgs { SizeLimit = "64Mi" } });
        }

        DeclarePod(spec);
    }

    private static InputMap<string> Labels => new() { ["app.kubernetes.io/name"] = "app" };

    private static void DeclarePod(PodSpecArgs spec) =>
        _ = new Pod("app", new PodArgs { Metadata = new ObjectMetaArgs { Name = "app", Namespace = Shared, Labels = Labels }, Spec = spec });

    private static void Each(int count, Action<int, string> declare)
    {
        for (int i = 0; i < count; i++)
        {
            declare(i, AppsBench.Name(i));
        }
    }
}

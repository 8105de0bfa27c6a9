using System.Globalization;
using System.Text;
using Pulumi;
using Pulumi.Kubernetes.Types.Inputs.Apps.V1;
using Pulumi.Kubernetes.Types.Inputs.Core.V1;
using Pulumi.Kubernetes.Types.Inputs.Meta.V1;
using Core = Pulumi.Kubernetes.Core.V1;
using Deployment = Pulumi.Kubernetes.Apps.V1.Deployment;

namespace Rampart.Infra.Tests.Secrets;

/// <summary>A program that puts secrets of every type wherever a value can be, asked for as secrets and, against all advice, as ordinary values.</summary>
internal static class CanaryProgram
{
    /// <summary>What every canary has in it.</summary>
    public const string Mark = "7391";

    /// <summary>The settings, each secret in the stack's file; of <c>store</c> only a part.</summary>
    public static readonly IReadOnlyDictionary<string, string> Secrets = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["canary:text"] = "text-canary-7391",
        ["canary:number"] = "73915",
        ["canary:flag"] = "true",
        ["canary:list"] = """["list-canary-7391","b-7391"]""",
        ["canary:map"] = """{"k":"map-canary-7391"}""",
        ["other:undeclared"] = "undeclared-canary-7391",
        ["other:short"] = "p7391",
        ["other:count"] = "47391",
    };

    public static void Run()
    {
        Config config = new(), other = new("other");
        Output<string> text = config.RequireSecret("text");
        Output<int> number = config.RequireSecretInt32("number");
        Output<string> formatted = Output.Format($"postgres://app:{text}@db/app?pool={number}");
        Output<string> encoded = formatted.Apply(static value => Convert.ToBase64String(Encoding.UTF8.GetBytes(value)));
        string undeclared = other.Require("undeclared"), brief = other.Require("short");
        int count = other.RequireInt32("count");

        // Not marked by anybody but the kind.
        Core.Secret secret = new("plain", new SecretArgs
        {
            Metadata = new ObjectMetaArgs { Name = "plain", Namespace = "shop" },
            StringData = { ["password"] = "literal-canary-7391" },
        });
        _ = new Core.ConfigMap("values", new ConfigMapArgs
        {
            Metadata = new ObjectMetaArgs { Name = "values", Namespace = "shop", Annotations = { ["example.com/text"] = text } },
            Data =
            {
                ["derived"] = secret.StringData.Apply(static data => data["password"]),
                ["formatted"] = formatted,
                ["base64"] = encoded,
                ["list"] = config.RequireSecretObject<string[]>("list").Apply(static items => string.Join(',', items)),
                ["map"] = config.RequireSecretObject<Dictionary<string, string>>("map").Apply(static map => map["k"]),
                ["number"] = number.Apply(static value => value.ToString(CultureInfo.InvariantCulture)),
            },
        });
        _ = new Core.ConfigMap("ordinary", new ConfigMapArgs
        {
            Metadata = new ObjectMetaArgs { Name = "ordinary", Namespace = "shop" },
            Data =
            {
                ["plain"] = undeclared,
                ["joined"] = $"postgres://app:{undeclared}@db/{brief}",
                ["base64"] = Convert.ToBase64String(Encoding.UTF8.GetBytes($"app:{undeclared}")),
                ["escaped"] = Uri.EscapeDataString(undeclared),
                ["part"] = config.Require("store"),
            },
        });
        _ = new Core.ServiceAccount("account", new ServiceAccountArgs
        {
            Metadata = new ObjectMetaArgs { Name = "account", Namespace = "shop" },
            AutomountServiceAccountToken = config.RequireSecretBoolean("flag"),
        });
        _ = new Core.ResourceQuota("quota", new ResourceQuotaArgs
        {
            Metadata = new ObjectMetaArgs { Name = "quota", Namespace = "shop" },
            Spec = new ResourceQuotaSpecArgs { Hard = { ["requests.cpu"] = "10", ["pods"] = "10" } },
        });
        Declare("secret-scale", number, formatted, number.Apply(static value => $"{value}m"));
        Declare("ordinary-scale", count, undeclared, "100m");
        Log.Warn($"the password is {undeclared}");
    }

    private static void Declare(string name, Input<int> replicas, Input<string> argument, Input<string> cpu) => _ = new Deployment(name, new DeploymentArgs
    {
        Metadata = new ObjectMetaArgs { Name = name, Namespace = "shop" },
        Spec = new DeploymentSpecArgs
        {
            Replicas = replicas,
            Selector = new LabelSelectorArgs { MatchLabels = { ["app"] = name } },
            Template = new PodTemplateSpecArgs
            {
                Metadata = new ObjectMetaArgs { Labels = { ["app"] = name } },
                Spec = new PodSpecArgs
                {
                    TerminationGracePeriodSeconds = replicas,
                    Containers =
                    {
                        new ContainerArgs
                        {
                            Name = "app",
                            Image = "registry.example.com/app:v1",
                            Args = { argument },
                            Env = { new EnvVarArgs { Name = "PASSWORD", Value = argument } },
                            Ports = { new ContainerPortArgs { ContainerPortValue = replicas, HostPort = replicas } },
                            Resources = new ResourceRequirementsArgs { Requests = { ["cpu"] = cpu } },
                            SecurityContext = new SecurityContextArgs { RunAsUser = replicas },
                        },
                    },
                },
            },
        },
    });
}

using Pulumi;
using Rampart.Components.Configuration;

namespace Rampart.Components.Namespaces;

/// <summary>What all pods of a namespace may take together.</summary>
/// <remarks>
/// A quota must hold the replicas, the pods that an update adds, and the Jobs that run meanwhile. With a quota on
/// processor and memory every container must name its requests and limits; <see cref="ContainerLimitsArgs"/> supplies
/// them to those that do not. <see href="https://kubernetes.io/docs/concepts/policy/resource-quotas/"/>.
/// </remarks>
public sealed class NamespaceQuotaArgs : ResourceArgs
{
    /// <summary>Default of <c>requests.cpu</c>, in cores: the hardening guide's value.</summary>
    public const string RequestsCpu = "10";

    /// <summary>Default of <c>requests.memory</c>: the hardening guide's value.</summary>
    public const string RequestsMemory = "20Gi";

    /// <summary>Default of <c>limits.cpu</c>, in cores: the hardening guide's value.</summary>
    public const string LimitsCpu = "20";

    /// <summary>Default of <c>limits.memory</c>: the hardening guide's value.</summary>
    public const string LimitsMemory = "40Gi";

    /// <summary>Default of <c>persistentvolumeclaims</c>, a count: the hardening guide's value.</summary>
    public const string PersistentVolumeClaims = "5";

    private const string DefaultHard =
        $$"""
        {"requests.cpu":"{{RequestsCpu}}","requests.memory":"{{RequestsMemory}}","limits.cpu":"{{LimitsCpu}}",
        "limits.memory":"{{LimitsMemory}}","persistentvolumeclaims":"{{PersistentVolumeClaims}}"}
        """;

    /// <summary>
    /// The amounts, each under its name in a quota. Given, they replace the defaults, which are <see cref="RequestsCpu"/>,
    /// <see cref="RequestsMemory"/>, <see cref="LimitsCpu"/>, <see cref="LimitsMemory"/> and
    /// <see cref="PersistentVolumeClaims"/>.
    /// </summary>
    [Input("hard")]
    [Setting<QuantityForm>(Default = DefaultHard)]
    public InputMap<string>? Hard { get; set; }

    internal InputMap<string> HardOrDefault => Hard ?? new InputMap<string>
    {
        ["requests.cpu"] = RequestsCpu,
        ["requests.memory"] = RequestsMemory,
        ["limits.cpu"] = LimitsCpu,
        ["limits.memory"] = LimitsMemory,
        ["persistentvolumeclaims"] = PersistentVolumeClaims,
    };
}

using Pulumi;

namespace Rampart.Components.Namespaces;

/// <summary>Whether Pulumi's default provider sends objects by server-side apply, without which it refuses every patch.</summary>
internal static class ServerSideApply
{
    /// <summary>The number of the message that something is left out because it is off.</summary>
    public const string Off = "RMP7073";

    /// <summary>The setting of the provider.</summary>
    public const string Key = "kubernetes:enableServerSideApply";

    private const string Variable = "PULUMI_K8S_ENABLE_SERVER_SIDE_APPLY";

    /// <summary>Whether it is on, as the provider decides it: by its setting, then by its variable, else it is.</summary>
    /// <remarks>An explicit provider has its own setting, which nobody else can read.</remarks>
    public static bool IsOn() =>
        (new Config("kubernetes").Get("enableServerSideApply") ?? Environment.GetEnvironmentVariable(Variable)) is null or "true";
}

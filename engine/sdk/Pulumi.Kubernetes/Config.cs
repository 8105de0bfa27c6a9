using System.Collections.Concurrent;

namespace Pulumi.Kubernetes;

/// <summary>
/// The stack's <c>kubernetes:</c> configuration, which the default provider is made with. A value that is set here is seen
/// by this program only, not by the provider.
/// </summary>
public static class Config
{
    // What the program has set, by key; a value of null is a value, too.
    private static readonly ConcurrentDictionary<string, object?> Assigned = new(StringComparer.Ordinal);

    /// <summary>
    /// Whether every update writes all manifests again, also unchanged ones; default false. Needs
    /// <see cref="RenderYamlToDirectory"/>.
    /// </summary>
    public static bool? AlwaysRender
    {
        get => Boolean("alwaysRender");
        set => Assigned["alwaysRender"] = value;
    }

    /// <summary>The cluster of the kubeconfig to use; default that of the context.</summary>
    public static string? Cluster
    {
        get => Text("cluster");
        set => Assigned["cluster"] = value;
    }

    /// <summary>
    /// What tells clusters apart: a change replaces the provider and everything it made, other changes do not. By default the
    /// provider guesses from the kubeconfig.
    /// </summary>
    public static string? ClusterIdentifier
    {
        get => Text("clusterIdentifier");
        set => Assigned["clusterIdentifier"] = value;
    }

    /// <summary>The context of the kubeconfig to use; default its current one.</summary>
    public static string? Context
    {
        get => Text("context");
        set => Assigned["context"] = value;
    }

    /// <summary>Whether resources of a cluster that cannot be reached are forgotten; default false.</summary>
    public static bool? DeleteUnreachable
    {
        get => Boolean("deleteUnreachable");
        set => Assigned["deleteUnreachable"] = value;
    }

    /// <summary>Whether a changed ConfigMap is updated in place; by default it is replaced.</summary>
    public static bool? EnableConfigMapMutable
    {
        get => Boolean("enableConfigMapMutable");
        set => Assigned["enableConfigMapMutable"] = value;
    }

    /// <summary>Whether server-side apply takes over fields that somebody else manages; default false.</summary>
    public static bool? EnablePatchForce
    {
        get => Boolean("enablePatchForce");
        set => Assigned["enablePatchForce"] = value;
    }

    /// <summary>Without effect since version 4 of the provider.</summary>
    public static bool? EnableReplaceCRD
    {
        get => Boolean("enableReplaceCRD");
        set => Assigned["enableReplaceCRD"] = value;
    }

    /// <summary>Whether a changed Secret is updated in place; by default it is replaced.</summary>
    public static bool? EnableSecretMutable
    {
        get => Boolean("enableSecretMutable");
        set => Assigned["enableSecretMutable"] = value;
    }

    /// <summary>Whether objects are sent by server-side apply; default true.</summary>
    public static bool? EnableServerSideApply
    {
        get => Boolean("enableServerSideApply");
        set => Assigned["enableServerSideApply"] = value;
    }

    /// <summary>A kubeconfig, or the path to one; default <c>~/.kube/config</c>.</summary>
    public static string? KubeConfig
    {
        get => Text("kubeconfig");
        set => Assigned["kubeconfig"] = value;
    }

    /// <summary>The namespace of objects that name none; default that of the context. Kinds without namespaces ignore it.</summary>
    public static string? Namespace
    {
        get => Text("namespace");
        set => Assigned["namespace"] = value;
    }

    /// <summary>A directory to write manifests to instead of talking to a cluster; default none. Secrets are written in plain text.</summary>
    public static string? RenderYamlToDirectory
    {
        get => Text("renderYamlToDirectory");
        set => Assigned["renderYamlToDirectory"] = value;
    }

    /// <summary>Whether resources of a cluster that cannot be reached are left as they are; by default their update fails.</summary>
    public static bool? SkipUpdateUnreachable
    {
        get => Boolean("skipUpdateUnreachable");
        set => Assigned["skipUpdateUnreachable"] = value;
    }

    /// <summary>Whether the default provider is off, and every provider needs a kubeconfig and a context; default false.</summary>
    public static bool? StrictMode
    {
        get => Boolean("strictMode");
        set => Assigned["strictMode"] = value;
    }

    /// <summary>Whether deprecated API versions go without a warning; default false.</summary>
    public static bool? SuppressDeprecationWarnings
    {
        get => Boolean("suppressDeprecationWarnings");
        set => Assigned["suppressDeprecationWarnings"] = value;
    }

    /// <summary>Whether Helm hooks that are not supported go without a warning; default false.</summary>
    public static bool? SuppressHelmHookWarnings
    {
        get => Boolean("suppressHelmHookWarnings");
        set => Assigned["suppressHelmHookWarnings"] = value;
    }

    /// <summary>Whether creating an object that exists updates it; by default it fails.</summary>
    public static bool? UpsertExistingObjects
    {
        get => Boolean("upsertExistingObjects");
        set => Assigned["upsertExistingObjects"] = value;
    }

    private static string? Text(string key) =>
        Assigned.TryGetValue(key, out object? value) ? (string?)value : new global::Pulumi.Config(KubernetesPackage.Name).Get(key);

    private static bool? Boolean(string key) =>
        Assigned.TryGetValue(key, out object? value) ? (bool?)value : new global::Pulumi.Config(KubernetesPackage.Name).GetBoolean(key);
}

using Pulumi;
using Rampart.Components.Configuration;
using Rampart.Rules.Diagnostics;

namespace Rampart.Infra.Settings;

/// <summary>Checks the settings of the Kubernetes provider, <c>kubernetes:…</c>, before anything is registered.</summary>
/// <remarks>
/// What the machine has is looked at under an engine only: a plan needs no cluster, and says the same on every machine.
/// </remarks>
internal static class ClusterCheck
{
    private const string Namespace = "kubernetes:";

    private static readonly string[] Switches =
    [
        "alwaysRender", "deleteUnreachable", "enableConfigMapMutable", "enablePatchForce", "enableSecretMutable", "enableServerSideApply",
        "skipUpdateUnreachable", "strictMode", "suppressDeprecationWarnings", "suppressHelmHookWarnings", "upsertExistingObjects",
    ];

    /// <summary>Checks the settings.</summary>
    /// <param name="config">The configuration of the provider.</param>
    /// <param name="environment">Gives the value of an environment variable.</param>
    /// <param name="problems">Gets what is wrong.</param>
    public static void Check(Config config, Func<string, string?> environment, SettingsProblems problems)
    {
        foreach (string name in Switches)
        {
            // The provider takes every other text as false, without a word.
            if (config.Get(name) is { } text and not ("true" or "false"))
            {
                problems.Error(StackDiagnosticIds.InvalidSwitch, Namespace + name, $"{QuotedText.Of(text)} is neither true nor false", "give true or false");
            }
        }

        bool isUnderEngine = environment("PULUMI_MONITOR") is { Length: > 0 };
        string? context = Text(config.Get("context"));
        if (ClusterProvider.IsStrict(config))
        {
            CheckStrictMode(context, hasKubeconfig: Text(config.Get("kubeconfig") ?? environment(Kubeconfig.Variable)) is not null || !isUnderEngine, problems);
        }

        if (isUnderEngine && Text(config.Get("renderYamlToDirectory")) is null)
        {
            CheckContext(context, Kubeconfig.Find(config.Get("kubeconfig"), environment), environment, problems);
        }
    }

    private static void CheckStrictMode(string? context, bool hasKubeconfig, SettingsProblems problems)
    {
        if (context is null)
        {
            problems.Error(
                StackDiagnosticIds.StrictModeIncomplete, Namespace + "context", "kubernetes:strictMode takes no current context", "name a context of the kubeconfig");
        }

        if (!hasKubeconfig)
        {
            problems.Error(
                StackDiagnosticIds.StrictModeIncomplete,
                Namespace + "kubeconfig",
                "kubernetes:strictMode takes no default kubeconfig",
                "give its path, or its text as a secret, or set KUBECONFIG");
        }
    }

    private static void CheckContext(string? context, Kubeconfig kubeconfig, Func<string, string?> environment, SettingsProblems problems)
    {
        if (!kubeconfig.IsReadable)
        {
            problems.Warning(
                StackDiagnosticIds.UnknownContext, Namespace + "kubeconfig", $"{kubeconfig.Source} {kubeconfig.Problem}, so a preview compares with no cluster", "give one");
            return;
        }

        string? name = context ?? kubeconfig.CurrentContext;
        if (name is null)
        {
            // In a pod the provider goes on with the pod's own account.
            if (environment("KUBERNETES_SERVICE_HOST") is not { Length: > 0 })
            {
                problems.Warning(
                    StackDiagnosticIds.UnknownContext, Namespace + "context", $"{kubeconfig.Source} has no current context, so a preview compares with no cluster", Fix(kubeconfig));
            }
        }
        else if (!kubeconfig.Contexts.Contains(name))
        {
            problems.Warning(
                StackDiagnosticIds.UnknownContext,
                Namespace + "context",
                $"{kubeconfig.Source} has no context {QuotedText.Of(name)}, so a preview compares with no cluster",
                SpellingSuggestion.Find(name, kubeconfig.Contexts) is { } meant ? $"did you mean '{meant}'?" : Fix(kubeconfig));
        }
    }

    private static string Fix(Kubeconfig kubeconfig) => kubeconfig.Contexts.Count == 0
        ? "name a kubeconfig with contexts in KUBECONFIG or kubernetes:kubeconfig"
        : $"use {Listing.Or([.. kubeconfig.Contexts])}";

    private static string? Text(string? text) => string.IsNullOrEmpty(text) ? null : text;
}

using System.Text.Json;

namespace Rampart.Life.Tests.Systems;

/// <summary>Pulumi and a cluster, where this machine has them and the cluster may be used.</summary>
/// <param name="Kubeconfig">A kubeconfig with the one context that may be used.</param>
/// <param name="Context">Name of the context.</param>
internal sealed record RealSystems(string Kubeconfig, string Context)
{
    /// <summary>Names the context of a cluster that is not on this machine and may be used.</summary>
    public const string ContextVariable = "RAMPART_LIFE_CONTEXT";

    private const int NodesOfProd = 3;
    private const string HowTo = "docs/pulumi-up.md, \"Test a stack's life\", says how to run this test.";

    /// <summary>Looks for the systems; what is missing skips the test, which says what it is.</summary>
    public static async Task<RealSystems> FindOrSkipAsync(string folder)
    {
        List<string> missing = [];
        if (OperatingSystem.IsWindows())
        {
            missing.Add("Windows has no signal that interrupts another process");
        }

        foreach (string command in (string[])["pulumi", "kubectl", "dotnet"])
        {
            if (!IsOnPath(command))
            {
                missing.Add($"'{command}' is not on PATH");
            }
        }

        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("KUBECONFIG")))
        {
            missing.Add("KUBECONFIG names no kubeconfig (the default file is never used)");
        }

        SkipIfAny(missing);

        RealSystems systems = await FindClusterAsync(folder, missing);
        await CheckPluginAsync(folder, missing);
        SkipIfAny(missing);
        return systems;
    }

    private static async Task<RealSystems> FindClusterAsync(string folder, List<string> missing)
    {
        // A copy of the one context, in a folder that only this user reads: whoever changes the current context while the test runs does not send it elsewhere.
        CommandEnd view = await Command.RunAsync(folder, [], "kubectl", "config", "view", "--minify", "--flatten", "--raw", "--output=json");
        if (!view.Succeeded)
        {
            missing.Add($"KUBECONFIG has no current context: {view.Tail}");
            return new("", "");
        }

        string kubeconfig = Path.Join(folder, "kubeconfig");
        await File.WriteAllTextAsync(kubeconfig, view.Output, TestContext.Current.CancellationToken);
        using JsonDocument config = JsonDocument.Parse(view.Output);
        string context = config.RootElement.GetProperty("current-context").GetString()!;
        string server = config.RootElement.GetProperty("clusters")[0].GetProperty("cluster").GetProperty("server").GetString()!;
        if (!new Uri(server).IsLoopback && Environment.GetEnvironmentVariable(ContextVariable) != context)
        {
            missing.Add(
                $"the cluster of context '{context}' is not on this machine ({server}); if the test may use it, set {ContextVariable}={context}");
            return new(kubeconfig, context);
        }

        CommandEnd nodes = await Command.RunAsync(
            folder, [("KUBECONFIG", kubeconfig)], "kubectl", "get", "nodes", "--output=json", "--request-timeout=10s");
        if (!nodes.Succeeded)
        {
            missing.Add($"the cluster of context '{context}' does not answer: {nodes.Tail}");
            return new(kubeconfig, context);
        }

        using JsonDocument list = JsonDocument.Parse(nodes.Output);
        int ready = list.RootElement.GetProperty("items").EnumerateArray().Count(TakesPods);
        if (ready < NodesOfProd)
        {
            missing.Add($"the cluster of context '{context}' has {ready} nodes that take pods; prod needs {NodesOfProd}");
        }

        return new(kubeconfig, context);
    }

    private static bool TakesPods(JsonElement node)
    {
        JsonElement spec = node.GetProperty("spec");
        bool isTainted = spec.TryGetProperty("taints", out JsonElement taints)
            && taints.EnumerateArray().Any(static taint => taint.GetProperty("effect").GetString() != "PreferNoSchedule");
        return !isTainted
            && !spec.TryGetProperty("unschedulable", out _)
            && node.GetProperty("status").GetProperty("conditions").EnumerateArray().Any(static condition =>
                condition.GetProperty("type").GetString() == "Ready" && condition.GetProperty("status").GetString() == "True");
    }

    private static async Task CheckPluginAsync(string folder, List<string> missing)
    {
        CommandEnd plugins = await Command.RunAsync(folder, [], "pulumi", "plugin", "ls", "--json");
        if (!plugins.Succeeded)
        {
            missing.Add($"'pulumi plugin ls' fails: {plugins.Tail}");
            return;
        }

        using JsonDocument list = JsonDocument.Parse(plugins.Output);
        if (!list.RootElement.EnumerateArray().Any(static plugin => plugin.GetProperty("name").GetString() == "kubernetes"))
        {
            missing.Add("Pulumi has no Kubernetes provider; run 'pulumi plugin install resource kubernetes v4.32.0'");
        }
    }

    private static bool IsOnPath(string command) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .Any(folder => File.Exists(Path.Join(folder, command)) || File.Exists(Path.Join(folder, command + ".exe")));

    private static void SkipIfAny(List<string> missing) =>
        Assert.SkipWhen(missing.Count > 0, $"{string.Join("; ", missing)}. {HowTo}");
}

using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;
using Rampart.Plan.Programs;
using Rampart.WireProgram.Recording;

namespace Rampart.Wire.Tests.Processes;

/// <summary>Programs that are planned as a process, as <c>preview -- COMMAND</c> does it.</summary>
public sealed class PlanTests : IDisposable
{
    private const string NodeModulesVariable = "RAMPART_NODE_MODULES";

    private readonly string _folder = Directory.CreateTempSubdirectory("rampart-plan-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Plan_CSharpProgram_HasItsResourcesAndOutputs()
    {
        (ProgramExit exit, string plan, string output) = await PlanAsync("dotnet", ["dotnet", ScenarioRecorder.Program, "stack.class"]);

        Assert.Equal("", output);
        Assert.Equal(0, exit.ExitCode);
        Assert.Equal(
            """
            pulumi:pulumi:Stack planned-dev {}
            test:index:Echo echo {"text":"a"}
            outputs {"Text":"a","a-secret":"[secret]"}

            """,
            plan,
            ignoreLineEndingDifferences: true);
    }

    [Fact]
    public async Task Plan_ProgramFails_HasItsMessage()
    {
        (ProgramExit exit, string plan, _) = await PlanAsync("dotnet", ["dotnet", ScenarioRecorder.Program, "failures.run"]);

        Assert.Equal(32, exit.ExitCode);
        Assert.EndsWith("Error: the run fails\nfor a reason\n", plan.ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_NoSuchCommand_SaysWhichCommand()
    {
        (ProgramExit exit, string plan, _) = await PlanAsync("dotnet", ["no-such-command-anywhere"]);

        Assert.Equal(1, exit.ExitCode);
        Assert.StartsWith("Error: 'no-such-command-anywhere' cannot be started: ", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Plan_NodeProgram_HasItsResourcesAndOutputs()
    {
        string? modules = FindNodeModules();
        Assert.SkipWhen(
            modules is null,
            $"@pulumi/pulumi and @pulumi/kubernetes are in no node_modules above the tests; name a folder that has them in {NodeModulesVariable}.");
        Directory.CreateSymbolicLink(Path.Join(_folder, "node_modules"), modules);
        await File.WriteAllTextAsync(Path.Join(_folder, "package.json"), """{ "name": "planned" }""", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            Path.Join(_folder, "index.js"),
            """
            const pulumi = require("@pulumi/pulumi");
            const k8s = require("@pulumi/kubernetes");
            const space = new k8s.core.v1.Namespace("space", { metadata: { name: "web" } });
            new k8s.core.v1.ConfigMap("config", {
                metadata: { name: "config", namespace: space.metadata.name },
                data: { replicas: new pulumi.Config().require("replicas"), password: pulumi.secret("hunter2") },
            });
            exports.space = space.metadata.name;
            """,
            TestContext.Current.CancellationToken);

        (ProgramExit exit, string plan, string output) = await PlanAsync("nodejs", ["node", "index.js"]);

        Assert.Equal("", output);
        Assert.Equal(0, exit.ExitCode);
        Assert.Equal(
            """
            pulumi:pulumi:Stack planned-dev {}
            kubernetes:core/v1:ConfigMap config {"apiVersion":"v1","data":{"password":"[secret]","replicas":"2"},"kind":"ConfigMap","metadata":{"name":"config","namespace":"web"}}
            kubernetes:core/v1:Namespace space {"apiVersion":"v1","kind":"Namespace","metadata":{"name":"web"}}
            outputs {"space":"web"}

            """,
            plan,
            ignoreLineEndingDifferences: true);
    }

    private async Task<(ProgramExit Exit, string Plan, string Output)> PlanAsync(string runtime, IReadOnlyList<string> command)
    {
        await File.WriteAllTextAsync(Path.Join(_folder, "Pulumi.yaml"), $"name: planned\nruntime: {runtime}\n", TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Join(_folder, "Pulumi.dev.yaml"), "config:\n  planned:replicas: 2\n", TestContext.Current.CancellationToken);
        StackConfiguration configuration = StackConfiguration.Load(_folder, "dev", [], static _ => null);
        PlanMonitor monitor = new("planned", "dev");
        using StringWriter output = new();
        ProgramExit exit = await new ProcessProgram(command, output).RunAsync(monitor, configuration, TestContext.Current.CancellationToken);
        return (exit, PlanText.Write(monitor.ToPlan()), output.ToString());
    }

    private static string? FindNodeModules()
    {
        if (Environment.GetEnvironmentVariable(NodeModulesVariable) is { Length: > 0 } named)
        {
            return named;
        }

        for (string? folder = AppContext.BaseDirectory; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string modules = Path.Join(folder, "node_modules");
            if (Directory.Exists(Path.Join(modules, "@pulumi", "kubernetes")))
            {
                return modules;
            }
        }

        return null;
    }
}

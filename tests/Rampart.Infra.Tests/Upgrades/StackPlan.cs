using Pulumi;
using Rampart.Plan.Configuration;
using Rampart.Plan.Monitors;
using Rampart.Plan.Programs;

namespace Rampart.Infra.Tests.Upgrades;

/// <summary>Plans the stacks of this repository with their secrets.</summary>
internal static class StackPlan
{
    /// <summary>A stack with other settings, each <c>key=value</c>.</summary>
    public static async Task<Plan.Plans.Plan> OfAsync(string stack, params string[] settings)
    {
        StackConfiguration configuration = StackConfiguration.Load(
            StackRun.Folder, stack, settings, static name => name == "PULUMI_CONFIG_PASSPHRASE" ? "rampart-sample" : null);
        Assert.Empty(configuration.Diagnostics);
        PlanMonitor monitor = new(configuration.ProjectName, stack);
        ProgramExit exit = await new OwnProgram(Deployment.RunAsync<SpiceDbStack>).RunAsync(monitor, configuration, TestContext.Current.CancellationToken);
        Assert.True(exit.ExitCode == 0, string.Join("\n", exit.Exceptions));
        return monitor.ToPlan();
    }
}

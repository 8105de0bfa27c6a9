using System.Text.Json;
using Pulumi;
using Pulumi.Testing;

namespace Rampart.Testing;

/// <summary>Runs stacks and components in tests, without an engine, and gives what they declare.</summary>
/// <remarks>Tests may run at the same time; each has its own configuration.</remarks>
/// <example>
/// <code>
/// TestPlan plan = await RampartTest.PlanAsync&lt;MyStack&gt;();
/// plan.ShouldBeRestricted();
/// </code>
/// </example>
public static class RampartTest
{
    private const string ConfigVariable = "PULUMI_CONFIG";
    private const string SecretKeysVariable = "PULUMI_CONFIG_SECRET_KEYS";

    // A deployment reads its configuration from the process's environment when it is made, and never again.
    private static readonly Lock ConfigLock = new();

    /// <summary>Runs a stack.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <param name="settings">Project, stack and configuration; the default is no configuration.</param>
    /// <exception cref="RunException">The stack stopped with an error.</exception>
    public static Task<TestPlan> PlanAsync<TStack>(PlanSettings? settings = null)
        where TStack : Stack, new()
        => PlanAsync(settings, static (mocks, options) => Deployment.TestAsync<TStack>(mocks, options));

    /// <summary>Runs a program, e.g. one that makes a single component.</summary>
    /// <param name="program">The program.</param>
    /// <param name="settings">Project, stack and configuration; the default is no configuration.</param>
    /// <exception cref="RunException">The program stopped with an error.</exception>
    public static Task<TestPlan> PlanAsync(Action program, PlanSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return PlanAsync(settings, (mocks, options) => Deployment.TestAsync(mocks, options, program));
    }

    private static async Task<TestPlan> PlanAsync(PlanSettings? settings, Func<IMocks, TestOptions, Task> run)
    {
        settings ??= new PlanSettings();
        RecordingMocks mocks = new();
        TestOptions options = new() { ProjectName = settings.ProjectName, StackName = settings.StackName, IsPreview = false };
        await Start(settings, () => run(mocks, options)).ConfigureAwait(false);
        IReadOnlyList<MockResourceArgs> registrations = mocks.Registrations;
        return new TestPlan(
            [.. registrations.Where(IsKubernetesObject).Select(r => new PlannedManifest(r.Type!, r.Name!, ManifestReader.Read(r.Inputs)))],
            [.. registrations.Select(r => $"{r.Type} {r.Name}")]);
    }

    private static bool IsKubernetesObject(MockResourceArgs registration) =>
        registration.Type!.StartsWith("kubernetes:", StringComparison.Ordinal);

    private static Task Start(PlanSettings settings, Func<Task> run)
    {
        lock (ConfigLock)
        {
            string? config = Environment.GetEnvironmentVariable(ConfigVariable);
            string? secretKeys = Environment.GetEnvironmentVariable(SecretKeysVariable);
            Environment.SetEnvironmentVariable(ConfigVariable, JsonSerializer.Serialize(settings.Config));
            Environment.SetEnvironmentVariable(SecretKeysVariable, JsonSerializer.Serialize(settings.SecretKeys));
            try
            {
                return run();
            }
            finally
            {
                Environment.SetEnvironmentVariable(ConfigVariable, config);
                Environment.SetEnvironmentVariable(SecretKeysVariable, secretKeys);
            }
        }
    }
}

using Pulumi;
using Pulumi.Testing;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Rules.Settings;

namespace Rampart.Testing;

/// <summary>Runs stacks and components in tests, without an engine, and gives what they declare.</summary>
/// <remarks>Tests of this class may run at the same time; each has its own configuration.</remarks>
/// <example>
/// <code>
/// TestPlan plan = await RampartTest.PlanAsync&lt;MyStack&gt;();
/// plan.ShouldBeRestricted();
/// </code>
/// </example>
public static class RampartTest
{
    /// <summary>Runs a stack.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <param name="settings">Project, stack and configuration; the default is no configuration.</param>
    /// <exception cref="RunException">The stack stopped with an error, or a key <c>rampart:…</c> is wrong.</exception>
    public static Task<TestPlan> PlanAsync<TStack>(PlanSettings? settings = null)
        where TStack : Stack, new()
        => PlanAsync(settings, static (mocks, options, starting) => Deployment.TestWithServiceProviderAsync<TStack>(
            mocks,
            new StackFactory(() =>
            {
                starting();
                return new TStack();
            }),
            options));

    /// <summary>Runs a program, e.g. one that makes a single component.</summary>
    /// <param name="program">The program.</param>
    /// <param name="settings">Project, stack and configuration; the default is no configuration.</param>
    /// <exception cref="RunException">The program stopped with an error, or a key <c>rampart:…</c> is wrong.</exception>
    public static Task<TestPlan> PlanAsync(Action program, PlanSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return PlanAsync(settings, (mocks, options, starting) => Deployment.TestAsync(mocks, options, () =>
        {
            starting();
            program();
        }));
    }

    private static async Task<TestPlan> PlanAsync(PlanSettings? settings, Func<IMocks, TestOptions, Action, Task> run)
    {
        settings ??= new PlanSettings();
        if (RuleSettingsResult.OfConfiguration(settings.Config, settings.SecretKeys.Contains, settings.StackName) is { Diagnostics: { Count: > 0 } problems })
        {
            throw new RunException(string.Join('\n', problems));
        }

        RecordingMocks mocks = new();
        TestOptions options = new() { ProjectName = settings.ProjectName, StackName = settings.StackName, IsPreview = false };
        SecretTexts secrets = TestSecrets.Of(settings);
        ConfigVariables variables = await ConfigVariables.SetAsync(settings).ConfigureAwait(false);
        try
        {
            await run(mocks, options, variables.Restore).ConfigureAwait(false);
        }
        catch (RunException exception) when (secrets.Mask(exception.Message) is var message && message != exception.Message)
        {
            // Without the cause, which says the same.
            throw new RunException(message);
        }
        finally
        {
            variables.Restore();
        }

        IReadOnlyList<MockResourceArgs> registrations = mocks.Registrations;
        (string Type, string Name, PropertyObject Body)[] objects =
            [.. registrations.Where(IsKubernetesObject).Select(r => (r.Type!, r.Name!, SecretProperties.MarkObject(ManifestReader.Read(r.Inputs))))];
        secrets = TestSecrets.Of(settings, objects.Select(each => each.Body));
        return new TestPlan(
            [.. objects.Select(each => new PlannedManifest(each.Type, secrets.Mask(each.Name), secrets.Mark(each.Body)))],
            [.. registrations.Select(r => secrets.Mask($"{r.Type} {r.Name}"))]);
    }

    private static bool IsKubernetesObject(MockResourceArgs registration) =>
        registration.Type!.StartsWith("kubernetes:", StringComparison.Ordinal);
}

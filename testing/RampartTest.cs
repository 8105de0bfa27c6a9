using Pulumi;
using Rampart.Plan.CheckSettings;
using Rampart.Plan.Configuration;
using Rampart.Plan.Programs;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Options;
using Rampart.Rules.Settings;

namespace Rampart.Testing;

/// <summary>Plans stacks and components in tests as <c>preview</c> plans them, and gives what they declare.</summary>
/// <remarks>
/// <para>Nothing is started and nothing is sent: ids and whatever else only a cluster can tell are unknown, transforms run, and a URN that is
/// there twice is refused.</para>
/// <para>Tests of this class may run at the same time; each has its own configuration. On the official Pulumi packages, which take their settings
/// from the environment of the process, one program runs after another.</para>
/// </remarks>
/// <example>
/// <code>
/// TestPlan plan = await RampartTest.PlanAsync&lt;MyStack&gt;();
/// plan.ShouldBeRestricted();
/// </code>
/// </example>
public static class RampartTest
{
    private const string DefaultStack = "test";

    /// <summary>Plans a stack with the configuration of a test.</summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <param name="settings">Project, stack and configuration; the default is the nearest Pulumi.yaml with its defaults.</param>
    /// <exception cref="ProgramFailedException">The stack stopped with an error, or the configuration is wrong.</exception>
    public static Task<TestPlan> PlanAsync<TStack>(PlanSettings? settings = null)
        where TStack : Stack, new() =>
        PlanAsync(Deployment.RunAsync<TStack>, settings ?? new PlanSettings());

    /// <summary>Plans a program, e.g. one that makes a single component.</summary>
    /// <param name="program">The program.</param>
    /// <param name="settings">Project, stack and configuration; the default is the nearest Pulumi.yaml with its defaults.</param>
    /// <exception cref="ProgramFailedException">The program stopped with an error, or the configuration is wrong.</exception>
    public static Task<TestPlan> PlanAsync(Action program, PlanSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return PlanAsync(() => Deployment.RunAsync(program), settings ?? new PlanSettings());
    }

    /// <summary>
    /// Plans a stack with the values of its file, <c>Pulumi.&lt;stack&gt;.yaml</c> of the nearest project, as <c>preview</c> does: without the
    /// passphrase in the environment, encrypted values are unknown. Components do not enforce rules; <see cref="TestPlan.Check"/> tells all findings.
    /// </summary>
    /// <typeparam name="TStack">The stack.</typeparam>
    /// <param name="stack">The name of the stack, e.g. <c>prod</c>.</param>
    /// <param name="settings">Folder, and values that win over those of the file; the default is none.</param>
    /// <exception cref="ProgramFailedException">There is no such stack, its configuration is wrong, or the program stopped with an error.</exception>
    /// <exception cref="ArgumentException">The settings name a project or a stack, which the files do.</exception>
    public static Task<TestPlan> PlanStackAsync<TStack>(string stack, PlanSettings? settings = null)
        where TStack : Stack, new() =>
        PlanStackAsync(Deployment.RunAsync<TStack>, stack, settings ?? new PlanSettings());

    /// <summary>Plans a program with the values of a stack's file, as <see cref="PlanStackAsync{TStack}(string, PlanSettings)"/> plans a stack.</summary>
    /// <param name="program">The program.</param>
    /// <param name="stack">The name of the stack, e.g. <c>prod</c>.</param>
    /// <param name="settings">Folder, and values that win over those of the file; the default is none.</param>
    /// <exception cref="ProgramFailedException">There is no such stack, its configuration is wrong, or the program stopped with an error.</exception>
    /// <exception cref="ArgumentException">The settings name a project or a stack, which the files do.</exception>
    public static Task<TestPlan> PlanStackAsync(Action program, string stack, PlanSettings? settings = null)
    {
        ArgumentNullException.ThrowIfNull(program);
        return PlanStackAsync(() => Deployment.RunAsync(program), stack, settings ?? new PlanSettings());
    }

    private static Task<TestPlan> PlanAsync(Func<Task<int>> main, PlanSettings settings) => PlanAsync(
        main,
        settings,
        StackConfiguration.OfValues(FolderOf(settings), settings.ProjectName, settings.StackName ?? DefaultStack, new GivenValues(settings.Config, settings.SecretKeys)));

    private static async Task<TestPlan> PlanStackAsync(Func<Task<int>> main, string stack, PlanSettings settings)
    {
        ArgumentNullException.ThrowIfNull(stack);
        if (settings.ProjectName is not null || settings.StackName is not null)
        {
            throw new ArgumentException("the files of the stack name project and stack; leave ProjectName and StackName out", nameof(settings));
        }

        StackConfiguration configuration = StackConfiguration.Load(
            FolderOf(settings), stack, new GivenValues(settings.Config, settings.SecretKeys), Environment.GetEnvironmentVariable);
        return configuration.Stack is null
            ? throw ProgramFailedException.Of(configuration.Diagnostics)
            : await PlanAsync(main, settings, configuration).ConfigureAwait(false);
    }

    private static async Task<TestPlan> PlanAsync(Func<Task<int>> main, PlanSettings settings, StackConfiguration configuration)
    {
        RuleSettingsResult rules = RuleSettingsFiles.ReadStack(configuration);
        List<Diagnostic> problems = [.. rules.Diagnostics];
        if (!CheckDay.TryFind(Environment.GetEnvironmentVariable, TimeProvider.System, out DateOnly today, out Diagnostic? wrongDay))
        {
            problems.Add(wrongDay);
        }

        // Components would tell the same mistakes again.
        if (configuration.ProjectName.Length == 0 || (configuration.IsEnforced && problems.Count > 0))
        {
            throw ProgramFailedException.Of(configuration.Merge(problems));
        }

        CheckOptions options = rules.Settings.ToOptions(level: null, version: null, today);
        ProgramRun run = await ProgramRun.OfAsync(new OwnProgram(main), configuration, _ => problems).ConfigureAwait(false);
        return run.HasSucceeded
            ? new TestPlan(run.Plan, configuration, options, settings.AllowUnknown)
            : throw ProgramFailedException.Of(run, configuration.Secrets);
    }

    private static string FolderOf(PlanSettings settings) => Path.GetFullPath(settings.Folder, AppContext.BaseDirectory);
}

using System.Collections.Immutable;
using Pulumi.Testing;

namespace Pulumi;

/// <content>Running a program on a test's mocks.</content>
public sealed partial class Deployment
{
    /// <summary>Runs a stack class on mocks.</summary>
    /// <typeparam name="TStack">The stack class.</typeparam>
    /// <param name="mocks">What the engine answers.</param>
    /// <param name="options">What the program is told about its stack.</param>
    /// <returns>The resources in the order of their registrations; the stack is the first.</returns>
    /// <exception cref="RunException">The program reported one error.</exception>
    /// <exception cref="AggregateException">The program reported several errors.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync<TStack>(IMocks mocks, TestOptions? options = null)
        where TStack : Stack, new() =>
        (await TestStackAsync(mocks, options, Create<TStack>).ConfigureAwait(false)).Resources;

    /// <summary>Runs a stack class that a container makes on mocks.</summary>
    /// <typeparam name="TStack">The stack class.</typeparam>
    /// <param name="mocks">What the engine answers.</param>
    /// <param name="serviceProvider">The container.</param>
    /// <param name="options">What the program is told about its stack.</param>
    /// <returns>The resources in the order of their registrations; the stack is the first.</returns>
    /// <exception cref="RunException">The program reported one error.</exception>
    /// <exception cref="AggregateException">The program reported several errors.</exception>
    public static async Task<ImmutableArray<Resource>> TestWithServiceProviderAsync<TStack>(
        IMocks mocks,
        IServiceProvider serviceProvider,
        TestOptions? options = null)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return (await TestStackAsync(mocks, options, () => Resolve<TStack>(serviceProvider)).ConfigureAwait(false)).Resources;
    }

    /// <summary>Runs a program on mocks.</summary>
    /// <param name="testMocks">What the engine answers.</param>
    /// <param name="testOptions">What the program is told about its stack.</param>
    /// <param name="createResources">The program; it gives the stack's outputs.</param>
    /// <returns>The resources in the order of their registrations, and what the program gave.</returns>
    /// <exception cref="RunException">The program reported one error.</exception>
    /// <exception cref="AggregateException">The program reported several errors.</exception>
    public static async Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<Task<IDictionary<string, object?>>> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);

        // The outputs are the test's to look at: they are not sent, and the stack that there had to be is not shown.
        IDictionary<string, object?> outputs = new Dictionary<string, object?>();
        async Task<IDictionary<string, object?>> RunAsync()
        {
            outputs = await createResources().ConfigureAwait(false);
            return new Dictionary<string, object?>();
        }

        (ImmutableArray<Resource> resources, Stack stack) =
            await TestStackAsync(testMocks, testOptions, () => new Stack(RunAsync, options: null)).ConfigureAwait(false);
        return (resources.Remove(stack), outputs);
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task{IDictionary{string, object?}}})"/>
    public static Task<(ImmutableArray<Resource> Resources, IDictionary<string, object?> Outputs)> TestAsync(
        IMocks testMocks,
        TestOptions testOptions,
        Func<IDictionary<string, object?>> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return TestAsync(testMocks, testOptions, () => Task.FromResult(createResources()));
    }

    /// <summary>Runs a program on mocks.</summary>
    /// <param name="testMocks">What the engine answers.</param>
    /// <param name="testOptions">What the program is told about its stack.</param>
    /// <param name="createResources">The program.</param>
    /// <returns>The resources in the order of their registrations.</returns>
    /// <exception cref="RunException">The program reported one error.</exception>
    /// <exception cref="AggregateException">The program reported several errors.</exception>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Func<Task> createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return (await TestAsync(testMocks, testOptions, async () =>
        {
            await createResources().ConfigureAwait(false);
            return (IDictionary<string, object?>)new Dictionary<string, object?>();
        }).ConfigureAwait(false)).Resources;
    }

    /// <inheritdoc cref="TestAsync(IMocks, TestOptions, Func{Task})"/>
    public static async Task<ImmutableArray<Resource>> TestAsync(IMocks testMocks, TestOptions testOptions, Action createResources)
    {
        ArgumentNullException.ThrowIfNull(createResources);
        return (await TestAsync(testMocks, testOptions, () =>
        {
            createResources();
            return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
        }).ConfigureAwait(false)).Resources;
    }

    private static async Task<(ImmutableArray<Resource> Resources, Stack Stack)> TestStackAsync(
        IMocks mocks,
        TestOptions? options,
        Func<Stack> stackFactory)
    {
        ArgumentNullException.ThrowIfNull(mocks);
        string project = options?.ProjectName ?? "project";
        string stack = options?.StackName ?? "stack";
        MockMonitor monitor = new(mocks, project, stack);
        Deployment deployment = new(new EngineSession
        {
            Monitor = monitor,
            Project = project,
            Stack = stack,
            Organization = options?.OrganizationName ?? "organization",
            RootDirectory = options?.RootDirectory ?? "",
            IsDryRun = options?.IsPreview ?? true,
            Config = EngineEnvironment.ReadConfig(),
            SecretKeys = EngineEnvironment.ReadSecretKeys(),
            OnResource = monitor.Add,
        });
        Ambient.Value = deployment;
        IReadOnlyList<Exception> exceptions = await deployment.RunProgramAsync(stackFactory).ConfigureAwait(false);
        foreach (Exception exception in exceptions)
        {
            await deployment.ReportAsync(exception).ConfigureAwait(false);
        }

        return monitor.Errors switch
        {
            [] => (monitor.Resources, deployment.Stack),
            [string only] => throw new RunException(only),
            var many => throw new AggregateException(many.Select(static message => new RunException(message))),
        };
    }
}

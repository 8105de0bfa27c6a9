using System.Reflection;
using Pulumi.Wire;
using Rampart.Protocol.Monitor;

namespace Pulumi;

/// <content>Running a program under an engine.</content>
public sealed partial class Deployment
{
    // The exit code that tells the language host that the user has already been told.
    private const int AlreadyLogged = 32;

    // How long a program may go on without its engine, in milliseconds.
    private const int LostProgramPatience = 1000;

    private bool _loggedErrors;

    /// <summary>Runs a program that declares resources.</summary>
    /// <param name="action">The program.</param>
    /// <returns>The exit code: 0, or not 0 when the run failed.</returns>
    /// <exception cref="InvalidOperationException">There is no engine.</exception>
    public static Task<int> RunAsync(Action action)
    {
        ArgumentNullException.ThrowIfNull(action);
        return RunAsync(() =>
        {
            action();
            return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
        });
    }

    /// <summary>Runs a program that declares resources and gives the stack's outputs.</summary>
    /// <param name="func">The program.</param>
    /// <returns>The exit code: 0, or not 0 when the run failed.</returns>
    /// <exception cref="InvalidOperationException">There is no engine.</exception>
    public static Task<int> RunAsync(Func<IDictionary<string, object?>> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAsync(() => Task.FromResult(func()));
    }

    /// <summary>Runs a program that declares resources.</summary>
    /// <param name="func">The program.</param>
    /// <returns>The exit code: 0, or not 0 when the run failed.</returns>
    /// <exception cref="InvalidOperationException">There is no engine.</exception>
    public static Task<int> RunAsync(Func<Task> func)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunAsync(async () =>
        {
            await func().ConfigureAwait(false);
            return (IDictionary<string, object?>)new Dictionary<string, object?>();
        });
    }

    /// <summary>Runs a program that declares resources and gives the stack's outputs.</summary>
    /// <param name="func">The program.</param>
    /// <param name="options">What holds for all resources.</param>
    /// <returns>The exit code: 0, or not 0 when the run failed.</returns>
    /// <exception cref="InvalidOperationException">There is no engine.</exception>
    public static Task<int> RunAsync(Func<Task<IDictionary<string, object?>>> func, StackOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(func);
        return RunStackAsync(() => new Stack(func, options));
    }

    /// <summary>Runs a program whose resources a stack class declares.</summary>
    /// <typeparam name="TStack">The stack class.</typeparam>
    /// <returns>The exit code: 0, or not 0 when the run failed.</returns>
    /// <exception cref="InvalidOperationException">There is no engine.</exception>
    public static Task<int> RunAsync<TStack>()
        where TStack : Stack, new() =>
        RunStackAsync(Create<TStack>);

    /// <summary>Runs a program whose resources a stack class declares that a container makes.</summary>
    /// <typeparam name="TStack">The stack class.</typeparam>
    /// <param name="serviceProvider">The container.</param>
    /// <returns>The exit code: 0, or not 0 when the run failed.</returns>
    /// <exception cref="InvalidOperationException">There is no engine.</exception>
    public static Task<int> RunAsync<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
    {
        ArgumentNullException.ThrowIfNull(serviceProvider);
        return RunStackAsync(() => Resolve<TStack>(serviceProvider));
    }

    internal void Log(LogSeverity severity, string message, Resource? resource, int streamId, bool ephemeral)
    {
        _loggedErrors |= severity == LogSeverity.Error;
        _tasks.Add(SendLogAsync(severity, message, resource, streamId, ephemeral));
    }

    private static Task<int> RunStackAsync(Func<Stack> stackFactory)
    {
        EngineSession session;
        try
        {
            session = EngineSession.Current ?? EngineEnvironment.Connect();
        }
        catch (RunException exception)
        {
            Tell(exception.Message);
            return Task.FromResult(Environment.ExitCode = 1);
        }

        return new Deployment(session).RunToEndAsync(stackFactory);
    }

    // Where standard error cannot be written either, the exit code is all that is left.
    private static void Tell(string message)
    {
        try
        {
            Console.Error.WriteLine(message);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }

    private static Stack Create<TStack>()
        where TStack : Stack, new()
    {
        Stack stack = (Stack)Activator.CreateInstance(
            typeof(TStack), BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!;
        stack.RegisterPropertyOutputs();
        return stack;
    }

    private static Stack Resolve<TStack>(IServiceProvider serviceProvider)
        where TStack : Stack
    {
        Stack stack = serviceProvider.GetService(typeof(TStack)) as Stack
            ?? throw new InvalidOperationException(
                $"Failed to resolve instance of type {typeof(TStack)} from service provider. Register the type with the service provider before calling RunAsync.");
        stack.RegisterPropertyOutputs();
        return stack;
    }

    private async Task<int> RunToEndAsync(Func<Stack> stackFactory)
    {
        // Set inside an async method, so that it is gone when the caller goes on.
        Ambient.Value = this;
        RemoteEngine? remote = _session.Remote;
        try
        {
            return await FinishAsync(remote is null
                ? await RunProgramAsync(stackFactory).ConfigureAwait(false)
                : await RunProgramAsync(stackFactory, remote).ConfigureAwait(false)).ConfigureAwait(false);
        }
        finally
        {
            if (remote is not null)
            {
                await remote.DisposeAsync().ConfigureAwait(false);
            }
        }
    }

    private async Task<int> FinishAsync(IReadOnlyList<Exception> exceptions)
    {
        if (exceptions.Count > 0)
        {
            return await ReportAsync(exceptions).ConfigureAwait(false);
        }

        if (_loggedErrors)
        {
            return Environment.ExitCode = 1;
        }

        try
        {
            await Monitor.SignalAndWaitForShutdownAsync().ConfigureAwait(false);
            return 0;
        }
#pragma warning disable CA1031 // Whatever goes wrong here ends the run with a message, as any other failure does.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            return await ReportAsync([exception]).ConfigureAwait(false);
        }
    }

    private async Task<IReadOnlyList<Exception>> RunProgramAsync(Func<Stack> stackFactory)
    {
        try
        {
            stackFactory();
        }
#pragma warning disable CA1031 // The program's exception is reported with those of its outputs.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            _tasks.Add(exception);
        }

        return await _tasks.WaitAsync().ConfigureAwait(false);
    }

    private async Task<IReadOnlyList<Exception>> RunProgramAsync(Func<Stack> stackFactory, RemoteEngine engine)
    {
        try
        {
            _session.Features = await engine.ReadFeaturesAsync().ConfigureAwait(false);
        }
        catch (RunException exception)
        {
            return [exception];
        }

        // On another thread, so that a program that waits for something else does not outlive its engine.
        Task<IReadOnlyList<Exception>> program = Task.Run(async () =>
        {
            await AttachedDebugger.WaitAsync().ConfigureAwait(false);
            return await RunProgramAsync(stackFactory).ConfigureAwait(false);
        });
        if (await Task.WhenAny(program, engine.Lost).ConfigureAwait(false) != program)
        {
            // Calls that are under way fail now, and with them, as a rule, the program.
            await Task.WhenAny(program, Task.Delay(LostProgramPatience)).ConfigureAwait(false);
        }

        return program.IsCompleted ? await program.ConfigureAwait(false) : [await engine.Lost.ConfigureAwait(false)];
    }

    private async Task<int> ReportAsync(IReadOnlyList<Exception> exceptions)
    {
        bool told = false;
        foreach (Exception exception in WithoutRepetitions(exceptions))
        {
            _session.OnException?.Invoke(exception);
            told |= await ReportAsync(exception).ConfigureAwait(false);
        }

        return Environment.ExitCode = told ? AlreadyLogged : 1;
    }

    // A message that could not be sent because the engine is gone says no more than that.
    private static IEnumerable<Exception> WithoutRepetitions(IEnumerable<Exception> exceptions) =>
        exceptions
            .Select(static exception => exception is LogException { InnerException: EngineLostException lost } ? lost : exception)
            .Distinct();

    private async Task<bool> ReportAsync(Exception exception)
    {
        if (exception is EngineLostException)
        {
            Tell(exception.Message);
            return false;
        }

        if (exception is LogException)
        {
            Tell($"Error occurred trying to send logging message to engine:\n{exception}");
            return false;
        }

        (string message, Resource? resource) = exception switch
        {
            RunException => (exception.Message, null),
            ResourceException { HideStack: true } hidden => (hidden.Message, hidden.Resource),
            ResourceException shown => (shown.ToString(), shown.Resource),
            _ => ($"Running program '{Assembly.GetEntryAssembly()?.Location}' failed with an unhandled exception:\n{exception}", null),
        };
        _loggedErrors = true;
        try
        {
            await SendLogAsync(LogSeverity.Error, message, resource, streamId: 0, ephemeral: false).ConfigureAwait(false);
            return true;
        }
        catch (LogException lost)
        {
            // The console is all that is left.
            Tell($"{message}\n{lost.InnerException?.Message}");
            return false;
        }
    }

    private async Task SendLogAsync(LogSeverity severity, string message, Resource? resource, int streamId, bool ephemeral)
    {
        string urn = resource is null ? "" : await UrnAsync(resource).ConfigureAwait(false);
        try
        {
            await Monitor.LogAsync(new LogRequest(severity, message, urn, streamId, ephemeral)).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is not LogException)
        {
            throw new LogException(exception);
        }
    }

    private static async ValueTask<string> UrnAsync(Resource resource)
    {
        try
        {
            return (await resource.Urn.DataTask.ConfigureAwait(false)).Value ?? "";
        }
#pragma warning disable CA1031 // The run reports it; a message about a resource that was never declared is still a message.
        catch (Exception)
#pragma warning restore CA1031
        {
            return "";
        }
    }
}

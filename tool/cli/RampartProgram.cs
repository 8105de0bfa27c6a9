using System.CommandLine;
using Rampart.Cli.Commands;
using Rampart.Cli.Terminals;
using Rampart.Plan.Programs;

namespace Rampart.Cli;

/// <summary>
/// The entry point of a Pulumi program with a command line of its own: started by Pulumi it runs as any program does,
/// started by a person it plans itself.
/// </summary>
public static class RampartProgram
{
    /// <summary>Runs the program, or one of the commands.</summary>
    /// <param name="args">The arguments of the process.</param>
    /// <param name="main">The Pulumi program, e.g. <c>Deployment.RunAsync&lt;MyStack&gt;</c>.</param>
    /// <returns>The exit code of the process, one of <see cref="ExitCodes"/> or, under Pulumi, the program's own.</returns>
    public static Task<int> RunAsync(string[] args, Func<Task<int>> main)
    {
        ArgumentNullException.ThrowIfNull(args);
        ArgumentNullException.ThrowIfNull(main);
        bool isUnderPulumi = !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("PULUMI_MONITOR"));
        return isUnderPulumi ? main() : RunCommandAsync(args, main);
    }

    private static async Task<int> RunCommandAsync(string[] args, Func<Task<int>> main)
    {
        OwnProgram program = new(main);
        int exitCode = await RunCommandAsync(args, program).ConfigureAwait(false);
        if (program.IsRunning)
        {
            // Threads that it has left behind would keep the process.
            Environment.Exit(exitCode);
        }

        return exitCode;
    }

    // The one that is named, since it takes time to make the others; all of them where none is, for help and for what to write instead.
    private static void AddCommands(RootCommand root, string[] args, IProgram program)
    {
        (string Name, Func<Command> Create)[] commands =
        [
            ("preview", () => PreviewCommand.Create(program)),
            ("render", () => RenderCommand.Create(program)),
            ("check", () => CheckCommand.Create(program)),
            ("rules", RulesCommand.Create),
            ("explain", ExplainCommand.Create),
        ];
        string? named = args is [var first, ..] && Array.Exists(commands, command => command.Name == first) ? first : null;
        foreach ((string name, Func<Command> create) in commands)
        {
            if (named is null || name == named)
            {
                root.Add(create());
            }
        }
    }

    /// <summary>Runs a command.</summary>
    /// <param name="args">The arguments of the process; <c>--</c> and the command of another program may follow.</param>
    /// <param name="program">The program that commands plan when no other is named.</param>
    /// <param name="configuration">Where commands write; by default the console.</param>
    public static async Task<int> RunCommandAsync(string[] args, IProgram program, InvocationConfiguration? configuration = null)
    {
        (string[] own, string[]? command) = ProgramCommand.Split(args);
        TextWriter errors = configuration?.Error ?? Console.Error;
        if (command is [])
        {
            await TellAsync(errors, "error: --: there is no command; name one that runs a Pulumi program, e.g. -- dotnet program.dll").ConfigureAwait(false);
            return ExitCodes.BadInput;
        }

        program = command is null ? program : new ProcessProgram(command, new PlainWriter(errors));
        RootCommand root = new(
            "Plans a Pulumi program without an engine: no login, no backend, no cluster. Deploy it with `pulumi up`. "
            + "Any command plans another program instead when `-- COMMAND …` follows, e.g. `preview dev -- node index.js`.");
        AddCommands(root, own, program);
        ParseResult parsed = root.Parse(own);
        configuration ??= new InvocationConfiguration();
        configuration.EnableDefaultExceptionHandler = false;
        if (command is null)
        {
            // Without another process to end first, an interrupt just ends this one, also while it reads or calculates.
            configuration.ProcessTerminationTimeout = null;
        }

        try
        {
            int exitCode = await parsed.InvokeAsync(configuration).ConfigureAwait(false);

            // System.CommandLine answers 1 to a command line it does not understand; 1 means findings here.
            return parsed.Errors.Count > 0 ? ExitCodes.BadInput : exitCode;
        }
        catch (OutputException exception)
        {
            await TellAsync(errors, $"error: the output cannot be written: {exception.Message}; make room, or write it elsewhere").ConfigureAwait(false);
            return ExitCodes.BadInput;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A full disk, for instance, or no standard output at all, under the text of help.
            await TellAsync(errors, $"error: something cannot be read or written: {exception.GetBaseException().Message.TrimEnd('.')}; make room, or write it elsewhere").ConfigureAwait(false);
            return ExitCodes.BadInput;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Cancelled;
        }
        catch (Exception exception)
        {
            // 1 would mean findings.
            await TellAsync(errors, $"error: this is a mistake in the program and not in what it was given; please report it with the lines below\n{exception}").ConfigureAwait(false);
            return ExitCodes.BadInput;
        }
    }

    // Where standard error cannot be written either, nobody can be told; the exit code still says it.
    private static async Task TellAsync(TextWriter errors, string message)
    {
        try
        {
            await errors.WriteLineAsync(message).ConfigureAwait(false);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
        }
    }
}

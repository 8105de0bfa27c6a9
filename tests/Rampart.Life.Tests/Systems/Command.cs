using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Rampart.Life.Tests.Systems;

/// <summary>A command of the machine that runs, with all that it prints.</summary>
internal sealed class Command : IDisposable
{
    // Longer than the provider waits for one object.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(12);

    private readonly Process _process;
    private readonly StringBuilder _printed = new();
    private readonly StringBuilder _output = new();

    private Command(Process process)
    {
        _process = process;
        process.OutputDataReceived += (_, line) => Keep(line.Data, _printed, _output);
        process.ErrorDataReceived += (_, line) => Keep(line.Data, _printed);
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public static Command Start(string folder, IEnumerable<(string Name, string? Value)> variables, params IEnumerable<string> line)
    {
        ProcessStartInfo start = new(line.First(), line.Skip(1))
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach ((string name, string? value) in variables)
        {
            start.Environment[name] = value;
        }

        return new Command(new Process { StartInfo = start });
    }

    public static async Task<CommandEnd> RunAsync(
        string folder, IEnumerable<(string Name, string? Value)> variables, params IEnumerable<string> line)
    {
        using Command command = Start(folder, variables, line);
        return await command.EndAsync();
    }

    /// <summary>Waits for the end, also when the test is cancelled: what was made must still be taken away.</summary>
    /// <exception cref="OperationCanceledException">It takes too long.</exception>
    public async Task<CommandEnd> EndAsync()
    {
        using CancellationTokenSource patience = new(Patience);
        await _process.WaitForExitAsync(patience.Token);
        lock (_printed)
        {
            return new CommandEnd(_process.ExitCode, _output.ToString(), _printed.ToString());
        }
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>What Ctrl+C does, and a pipeline that is cancelled.</summary>
    public async Task InterruptAsync()
    {
        using Process kill = Process.Start("kill", ["-INT", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync(TestContext.Current.CancellationToken);
    }

    /// <summary>What happens to a machine that is lost: nothing can be written down any more.</summary>
    public void Kill() => _process.Kill(entireProcessTree: true);

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            Kill();
        }

        _process.Dispose();
    }

    private static void Keep(string? line, params ReadOnlySpan<StringBuilder> texts)
    {
        if (line is null)
        {
            return;
        }

        foreach (StringBuilder text in texts)
        {
            lock (text)
            {
                text.Append(line).Append('\n');
            }
        }
    }
}

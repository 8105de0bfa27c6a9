using System.CommandLine;

namespace Rampart.Cli.Tests;

/// <summary>Runs a command line in a folder with a small project.</summary>
internal sealed class CommandLine : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("rampart-").FullName;

    public CommandLine()
    {
        Write("Pulumi.yaml", "name: small\nruntime: dotnet\nconfig:\n  replicas:\n    type: integer\n    default: 3\n");
        Write("Pulumi.dev.yaml", "config:\n  small:replicas: 3\n");
    }

    public SmallProgram Program { get; init; } = new();

    public string Folder => _folder;

    public void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder, name), text);

    public async Task<(int ExitCode, string Output, string Error)> RunAsync(params string[] args)
    {
        using StringWriter output = new() { NewLine = "\n" };
        using StringWriter error = new() { NewLine = "\n" };
        string[] placed = args.Length > 0 && !args[0].StartsWith('-') ? [args[0], "--cwd", _folder, .. args[1..]] : args;
        int exitCode = await RampartProgram.RunCommandAsync(placed, Program, new InvocationConfiguration { Output = output, Error = error });
        return (exitCode, output.ToString(), error.ToString());
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}

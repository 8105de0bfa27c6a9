using System.Globalization;

namespace Rampart.Plan.Programs;

/// <summary>
/// Programs for Node: Pulumi's language host does not run a program's file but a launcher of its SDK, which declares the
/// stack, runs the file and takes its exports for outputs.
/// </summary>
internal static class NodeLauncher
{
    private static readonly string Launcher = Path.Join("node_modules", "@pulumi", "pulumi", "cmd", "run");

    /// <summary>Whether a command runs Node.</summary>
    public static bool Runs(IReadOnlyList<string> command) => Path.GetFileNameWithoutExtension(command[0]) == "node";

    /// <summary>
    /// The command with the launcher in it; the command as it is when it is not <c>node</c> with a program, or when the
    /// program's folder and those above have no Pulumi SDK, or when it names the launcher itself with its options.
    /// </summary>
    /// <param name="command">The command, e.g. <c>node index.js</c>.</param>
    /// <param name="folder">The folder it is run in.</param>
    /// <param name="environment">Gives the variables of the program's environment.</param>
    public static IReadOnlyList<string> Complete(IReadOnlyList<string> command, string folder, Func<string, string?> environment)
    {
        int program = FindProgram(command);
        if (!Runs(command) || program < 0 || FindLauncher(Path.GetFullPath(command[program], folder)) is not { } launcher)
        {
            return command;
        }

        List<string> complete = [.. command.Take(program)];
        complete.Add(launcher);
        Add("--monitor", "PULUMI_MONITOR");
        Add("--engine", "PULUMI_ENGINE");
        Add("--organization", "PULUMI_ORGANIZATION");
        Add("--project", "PULUMI_PROJECT");
        Add("--stack", "PULUMI_STACK");
        Add("--root-directory", "PULUMI_ROOT_DIRECTORY");
        Add("--pwd", "PULUMI_PWD");
        Add("--parallel", "PULUMI_PARALLEL");
        complete.Add("--dry-run");
        complete.AddRange(command.Skip(program));
        return complete;

        void Add(string option, string variable) =>
            complete.Add(string.Create(CultureInfo.InvariantCulture, $"{option}={environment(variable)}"));
    }

    // The first argument that is not an option of node itself; options with a value are written --option=value.
    private static int FindProgram(IReadOnlyList<string> command)
    {
        for (int i = 1; i < command.Count; i++)
        {
            if (!command[i].StartsWith('-'))
            {
                return i;
            }
        }

        return -1;
    }

    private static string? FindLauncher(string program)
    {
        if (program.Contains(Launcher, StringComparison.Ordinal))
        {
            return null;
        }

        for (string? folder = program; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            string launcher = Path.Join(folder, Launcher);
            if (Directory.Exists(launcher))
            {
                return launcher;
            }
        }

        return null;
    }
}

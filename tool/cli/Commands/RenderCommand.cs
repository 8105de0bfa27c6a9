using System.CommandLine;
using System.Globalization;
using System.Text;
using Rampart.Cli.Terminals;
using Rampart.Plan.Files;
using Rampart.Plan.Manifests;
using Rampart.Plan.Programs;
using Rampart.Rules.Diagnostics;

namespace Rampart.Cli.Commands;

/// <summary><c>render [stack]</c>: writes the Kubernetes objects that the program would declare.</summary>
public static class RenderCommand
{
    private const string Yaml = "yaml";
    private const string Json = "json";

    /// <summary>Creates the command.</summary>
    public static Command Create(IProgram program)
    {
        StackOptions options = new();
        Option<string> output = new("--output", "-o")
        {
            Description = "A folder that gets a file per object, named in the order to apply them in, all or none; files of an earlier run are replaced or removed, a folder with others is refused. What has changed goes to standard output, the sum to standard error. Default: one text on standard output.",
            HelpName = "folder",
        };
        output.Validators.Add(static result =>
        {
            if (result.GetValueOrDefault<string>() is "")
            {
                result.AddError("--output: the folder has no name; name one, such as manifests");
            }
        });
        Option<string> format = new("--format", "-f")
        {
            Description = "yaml or json.",
            DefaultValueFactory = static _ => Yaml,
        };
        format.AcceptOnlyFromAmong(Yaml, Json);
        Option<bool> overwrite = new("--overwrite")
        {
            Description = "With --output: write into a folder, and over files, that no earlier run wrote.",
        };
        Option<bool> force = new("--force")
        {
            Description = "Write also what `check` finds an error in.",
        };
        Command command = new(
            "render",
            "Writes the Kubernetes objects of a stack in an order that `kubectl apply -f` takes, without those that hold secrets or values that are not known yet. A dry run (`kubectl apply --dry-run=server`) needs the namespace to be there: apply it first. Exit code 1: a rule of severity error is broken, and nothing has been written.");
        SecretsOption secrets = new();
        options.AddTo(command);
        command.Options.Add(output);
        command.Options.Add(format);
        command.Options.Add(overwrite);
        command.Options.Add(force);
        secrets.AddTo(command);
        command.SetAction(async (parsed, cancellationToken) =>
        {
            string? folder = parsed.GetValue(output);
            if (!secrets.MayWrite(parsed, toFolder: folder is not null))
            {
                return ExitCodes.BadInput;
            }

            StackCheck? stack = await StackCheck.PlanAsync(
                new StackPlanner(program, options),
                parsed,
                level: null,
                version: null,
                cancellationToken,
                configuration => secrets.Check(parsed, configuration)).ConfigureAwait(false);
            if (stack is null)
            {
                return ExitCodes.BadInput;
            }

            TextWriter error = parsed.InvocationConfiguration.Error;
            IReadOnlyList<Diagnostic> unseen = stack.Planned.FindUnseen();
            DiagnosticText.Write(error, Palette.ForError(error), unseen, "nothing has been written");
            bool isRefused = unseen.Count > 0 && !stack.Planned.AllowsUnknown;
            isRefused |= !parsed.GetValue(force) && RenderRefusal.Write(error, stack, unseen);
            if (isRefused)
            {
                return ExitCodes.Findings;
            }

            Manifest[] manifests = secrets.Select(parsed, ManifestOrder.Sort(stack.Planned.Plan));
            bool isJson = parsed.GetValue(format) == Json;
            if (folder is not null)
            {
                return WriteFolder(
                    parsed, folder, Path.Combine(parsed.GetValue(options.Cwd) ?? "", folder), manifests, isJson, secrets.AreShown(parsed), parsed.GetValue(overwrite));
            }

            WriteText(parsed, manifests, isJson);
            return ExitCodes.Success;
        });
        return command;
    }

    private static int WriteFolder(
        ParseResult parsed, string folder, string path, Manifest[] manifests, bool isJson, bool isPrivate, bool overwrite)
    {
        ManifestFolderChanges changes;
        try
        {
            changes = ManifestFolder.Write(
                path,
                manifests,
                isJson ? Json : Yaml,
                isJson ? ManifestJson.Write : static (stream, manifest) => ManifestYaml.Write(stream, [manifest]),
                isPrivate,
                overwrite);
        }
        catch (ForeignFilesException exception)
        {
            parsed.InvocationConfiguration.Error.WriteLine(PlainLine.Of($"error: --output: '{folder}' {exception.Message}"));
            return ExitCodes.BadInput;
        }
        catch (FolderInUseException exception)
        {
            parsed.InvocationConfiguration.Error.WriteLine(
                PlainLine.Of($"error: --output: '{folder}' {exception.Message}; wait until it has ended, or name another folder"));
            return ExitCodes.BadInput;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            parsed.InvocationConfiguration.Error.WriteLine(
                PlainLine.Of($"error: --output: '{folder}' cannot be written: {exception.Message.TrimEnd('.')}; name a folder that can"));
            return ExitCodes.BadInput;
        }

        TellChanges(parsed.InvocationConfiguration, folder, changes);
        return ExitCodes.Success;
    }

    // What has changed goes to standard output, so that nothing there means that nothing has changed; the sum goes to standard error.
    private static void TellChanges(InvocationConfiguration console, string folder, ManifestFolderChanges changes)
    {
        foreach ((char sign, IReadOnlyList<string> names) in (ReadOnlySpan<(char, IReadOnlyList<string>)>)
            [('+', changes.Added), ('~', changes.Changed), ('-', changes.Removed)])
        {
            foreach (string name in names)
            {
                console.Output.WriteLine($"{sign} {name}");
            }
        }

        string sum = changes.IsEmpty
            ? string.Create(CultureInfo.InvariantCulture, $"unchanged ({changes.Unchanged} {(changes.Unchanged == 1 ? "file" : "files")})")
            : string.Create(
                CultureInfo.InvariantCulture,
                $"{changes.Added.Count} added, {changes.Changed.Count} changed, {changes.Removed.Count} removed, {changes.Unchanged} unchanged");
        console.Error.WriteLine(PlainLine.Of($"{folder}: {sum}"));
    }

    private static void WriteText(ParseResult parsed, Manifest[] manifests, bool isJson)
    {
        // Bytes go straight to the console; only an output that somebody else gave is a writer of texts.
        bool isConsole = ReferenceEquals(parsed.InvocationConfiguration.Output, Console.Out);
        using Stream stream = isConsole ? Console.OpenStandardOutput() : new MemoryStream();
        if (isJson)
        {
            ManifestJson.WriteList(stream, manifests);
        }
        else
        {
            ManifestYaml.Write(stream, manifests);
        }

        if (stream is MemoryStream memory)
        {
            parsed.InvocationConfiguration.Output.Write(Encoding.UTF8.GetString(memory.GetBuffer(), 0, (int)memory.Length));
        }
    }
}

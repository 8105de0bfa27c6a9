using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Rampart.Life.Tests.Systems;

/// <summary>A stack of the program as a user has it: its settings in a copy of the project, its state in a folder.</summary>
internal sealed partial class PulumiStack
{
    private const string SamplePassphrase = "rampart-sample";

    private readonly string _project;
    private readonly string _name;
    private readonly (string Name, string? Value)[] _variables;

    private PulumiStack(string folder, string name, RealSystems systems)
    {
        _project = Path.Join(folder, "project");
        _name = name;
        _variables =
        [
            ("KUBECONFIG", systems.Kubeconfig),
            ("PULUMI_BACKEND_URL", new Uri(Directory.CreateDirectory(Path.Join(folder, "state")).FullName).AbsoluteUri),
            ("PULUMI_CONFIG_PASSPHRASE", SamplePassphrase),
            ("PULUMI_CONFIG_PASSPHRASE_FILE", null),
            ("PULUMI_SKIP_UPDATE_CHECK", "true"),
            ("PULUMI_STACK", null),
        ];
    }

    /// <summary>Makes a stack with the settings of another, in a namespace of its own.</summary>
    public static async Task<PulumiStack> CreateAsync(string folder, string name, string settingsOf, string space, RealSystems systems)
    {
        PulumiStack stack = new(folder, name, systems);
        CancellationToken token = TestContext.Current.CancellationToken;
        if (!Directory.Exists(stack._project))
        {
            Directory.CreateDirectory(stack._project);
            string project = await File.ReadAllTextAsync(Path.Join(RepositoryRoot(), "Pulumi.yaml"), token);
            await File.WriteAllTextAsync(Path.Join(stack._project, "Pulumi.yaml"), WithBuiltProgram(project), token);
        }

        File.Copy(Path.Join(RepositoryRoot(), $"Pulumi.{settingsOf}.yaml"), stack.SettingsFile);
        await stack.MustAsync("stack", "init", name, "--secrets-provider", "passphrase", "--no-select");
        await stack.SetAsync($"namespace={space}");
        return stack;
    }

    /// <summary>Sets settings, each as <c>path=value</c>; the project's name before the path may be left out.</summary>
    public Task SetAsync(params IEnumerable<string> settings) => SetAsync("--plaintext", settings);

    public Task SetSecretsAsync(params IEnumerable<string> settings) => SetAsync("--secret", settings);

    /// <summary>The settings, to be put back by <see cref="RestoreAsync"/>.</summary>
    public Task<string> SaveAsync() => File.ReadAllTextAsync(SettingsFile, TestContext.Current.CancellationToken);

    public Task RestoreAsync(string settings) => File.WriteAllTextAsync(SettingsFile, settings, TestContext.Current.CancellationToken);

    public Task<CommandEnd> UpAsync(params IEnumerable<string> options) => RunAsync(["up", "--yes", .. options]);

    /// <summary>An update that runs on, to be interrupted.</summary>
    public Command StartUp() => Command.Start(_project, _variables, Line(["up", "--yes", "--skip-preview"]));

    public Task<CommandEnd> RefreshAsync() => RunAsync(["refresh", "--yes"]);

    public Task<CommandEnd> PreviewAsync(params IEnumerable<string> options) => RunAsync(["preview", .. options]);

    public Task<CommandEnd> DestroyAsync() => RunAsync(["destroy", "--yes"]);

    /// <summary>Frees the state from the lock of an update that was killed.</summary>
    public Task<CommandEnd> CancelAsync() => RunAsync(["cancel", "--yes"]);

    private string SettingsFile => Path.Join(_project, $"Pulumi.{_name}.yaml");

    private Task SetAsync(string kind, IEnumerable<string> settings) =>
        MustAsync(["config", "set-all", "--path", .. settings.SelectMany(setting => (string[])[kind, Qualified(setting)]), "--stack", _name]);

    private static string Qualified(string setting) => setting.Split('=')[0].Contains(':') ? setting : $"spicedb:{setting}";

    private Task<CommandEnd> RunAsync(IEnumerable<string> arguments) => Command.RunAsync(_project, _variables, Line(arguments));

    private string[] Line(IEnumerable<string> arguments) => ["pulumi", .. arguments, "--stack", _name, "--non-interactive", "--color=never"];

    private async Task MustAsync(params IEnumerable<string> arguments)
    {
        CommandEnd end = await Command.RunAsync(_project, _variables, ["pulumi", .. arguments, "--non-interactive", "--color=never"]);
        if (!end.Succeeded)
        {
            throw new InvalidOperationException($"pulumi {string.Join(' ', arguments.Take(2))}: {end.Tail}");
        }
    }

    // The fast path of docs/pulumi-up.md: a program that is built already, in place of the project's folder with sources.
    private static string WithBuiltProgram(string project)
    {
        string program = Path.Join(AppContext.BaseDirectory, "Rampart.Infra.dll");
        return MainLine().Replace(
            RuntimeLine().Replace(project, $"runtime: {{ name: dotnet, options: {{ binary: '{program}' }} }}"), "");
    }

    [GeneratedRegex("^runtime: dotnet$", RegexOptions.Multiline)]
    private static partial Regex RuntimeLine();

    [GeneratedRegex("^main: .*\n", RegexOptions.Multiline)]
    private static partial Regex MainLine();

    private static string RepositoryRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Join(Path.GetDirectoryName(thisFile), "..", "..", ".."));
}

using System.Text.Json;
using Pulumi;
using Rampart.Bench.Apps;
using Rampart.Cli;
using Rampart.Plan.Configuration;
using Rampart.Plan.Manifests;
using Rampart.Plan.Monitors;
using Rampart.Plan.Programs;

namespace Rampart.Bench;

/// <summary>Plans and renders many hardened apps, each a component of six objects.</summary>
public static class AppsBench
{
    /// <summary>Plans the apps in this process and writes them as JSON or YAML.</summary>
    public static Task RampartAsync(int count, Stream output, bool isYaml) => WriteAsync(() => ProgramAsync(count), output, isYaml);

    /// <summary>Plans a shape of input in this process, and writes it as YAML.</summary>
    /// <param name="count">How many of what the shape is about.</param>
    /// <param name="shape">One of <see cref="Shapes.ByName"/>.</param>
    /// <param name="output">Where to write.</param>
    public static async Task ShapeAsync(int count, string shape, Stream output)
    {
        Task<int> Program() => Deployment.RunAsync(() => Shapes.ByName[shape](count));
        for (int i = shape == "copies" ? count : 1; i > 0; i--)
        {
            await WriteAsync(Program, output, isYaml: true).ConfigureAwait(false);
            output.Write("---\n"u8);
        }
    }

    private static async Task WriteAsync(Func<Task<int>> program, Stream output, bool isYaml)
    {
        PlanMonitor monitor = new("bench", "dev");
        StackConfiguration configuration = StackConfiguration.Load(
            AppContext.BaseDirectory, "dev", [], static _ => null);
        Check(await new OwnProgram(program).RunAsync(monitor, configuration).ConfigureAwait(false));
        Manifest[] manifests = ManifestOrder.Sort(monitor.ToPlan());
        if (isYaml)
        {
            ManifestYaml.Write(output, manifests);
        }
        else
        {
            ManifestJson.WriteList(output, manifests, indented: false);
        }
    }

    /// <summary>The apps as a Pulumi program.</summary>
    public static Task<int> ProgramAsync(int count) => Deployment.RunAsync(() =>
    {
        for (int i = 0; i < count; i++)
        {
            _ = new HardenedApp(Name(i));
        }
    });

    /// <summary>Plans the apps by running a program in another process, from its start to its end.</summary>
    /// <param name="count">How many there must be.</param>
    /// <param name="command">The program.</param>
    public static async Task WireAsync(int count, IReadOnlyList<string> command)
    {
        PlanMonitor monitor = new("bench", "dev");
        StackConfiguration configuration = StackConfiguration.Load(
            AppContext.BaseDirectory, "dev", [], static _ => null);
        Check(await new ProcessProgram(command, Console.Error).RunAsync(monitor, configuration).ConfigureAwait(false));

        // Each app is a component and six objects; one more is the stack.
        int registered = monitor.ToPlan().Resources.Length;
        if (registered != (count * 7) + 1)
        {
            throw new InvalidOperationException($"{registered} resources were registered");
        }
    }

    /// <summary>Builds the same objects with KubernetesClient's models and writes them with generated writers.</summary>
    public static Task ModelsAsync(int count, Stream output)
    {
        using Utf8JsonWriter writer = new(output);
        writer.WriteStartObject();
        writer.WriteStartArray("items");
        for (int i = 0; i < count; i++)
        {
            ModelApp app = ModelApp.Create(Name(i));
            JsonSerializer.Serialize(writer, app.Namespace, ModelJson.Default.V1Namespace);
            JsonSerializer.Serialize(writer, app.Quota, ModelJson.Default.V1ResourceQuota);
            JsonSerializer.Serialize(writer, app.Account, ModelJson.Default.V1ServiceAccount);
            JsonSerializer.Serialize(writer, app.Deployment, ModelJson.Default.V1Deployment);
            JsonSerializer.Serialize(writer, app.Budget, ModelJson.Default.V1PodDisruptionBudget);
            JsonSerializer.Serialize(writer, app.Policy, ModelJson.Default.V1NetworkPolicy);
            writer.Flush();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        return Task.CompletedTask;
    }

    private static void Check(ProgramExit exit)
    {
        if (exit.ExitCode != 0)
        {
            throw new InvalidOperationException("the program failed");
        }
    }

    /// <summary>Checks a file as the command line does, and writes the report to standard output.</summary>
    public static Task<int> CheckAsync(string file) =>
        RampartProgram.RunCommandAsync(["check", "-f", file, "--fail-on", "never"], new OwnProgram(() => Task.FromResult(0)));

    /// <summary>The name of one of many, in ordinal order.</summary>
    public static string Name(int index) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"app-{index:d5}");
}

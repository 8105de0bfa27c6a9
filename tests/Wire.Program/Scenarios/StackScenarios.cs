using Pulumi;
using Pulumi.Utilities;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>The ways to run a program, and its stack's outputs and messages.</summary>
internal static class StackScenarios
{
    public static readonly Dictionary<string, Func<Task<int>>> All = new()
    {
        ["stack.empty"] = static () => Deployment.RunAsync((Action)(static () => { })),
        ["stack.outputs"] = static () => Deployment.RunAsync(static () =>
        {
            Echo echo = new("echo", new EchoArgs { Text = "a", Map = { { "k", "v" } } });
            return (IDictionary<string, object?>)new Dictionary<string, object?>
            {
                ["text"] = "a",
                ["number"] = 1,
                ["none"] = null,
                ["secret"] = Output.CreateSecret("hidden"),
                ["unknown"] = OutputUtilities.CreateUnknown(""),
                ["output"] = echo.Text,
                ["id"] = echo.Id,
                ["map"] = echo.Map,
                ["resource"] = echo,
                ["list"] = new object?[] { 1, null, Output.CreateSecret("b") },
            };
        }),
        ["stack.asyncOutputs"] = static () => Deployment.RunAsync(static async () =>
        {
            await Task.Delay(20);
            return (IDictionary<string, object?>)new Dictionary<string, object?> { ["text"] = await Task.FromResult("late") };
        }),
        ["stack.async"] = static () => Deployment.RunAsync(static async () =>
        {
            await Task.Delay(20);
            _ = new Echo("late");
        }),
        ["stack.class"] = static () => Deployment.RunAsync<OutputStack>(),
        ["stack.nullOutput"] = static () => Deployment.RunAsync<NullStack>(),
        ["stack.wrongOutput"] = static () => Deployment.RunAsync<WrongStack>(),
        ["stack.transformations"] = static () => Deployment.RunAsync(
            static () =>
            {
                _ = new Echo("echo", new EchoArgs { Text = "a" });
                return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
            },
            new StackOptions
            {
                ResourceTransformations =
                {
                    static args => args.Args is EchoArgs ? new ResourceTransformationResult(new EchoArgs { Text = "transformed" }, args.Options) : null,
                },
            }),
        ["stack.names"] = static () => Deployment.RunAsync(static () => new Dictionary<string, object?>
        {
            ["organization"] = Deployment.Instance.OrganizationName,
            ["project"] = Deployment.Instance.ProjectName,
            ["stack"] = Deployment.Instance.StackName,
            ["root"] = Deployment.Instance.RootDirectory,
            ["isDryRun"] = Deployment.Instance.IsDryRun,
        } as IDictionary<string, object?>),
        ["stack.messages"] = static () => Deployment.RunAsync((Action)(static () =>
        {
            Echo echo = new("echo");
            Log.Info("an information");
            Log.Info("about a resource", echo);
            Log.Info("in a stream", echo, streamId: 3);
            Log.Info("for the moment", ephemeral: true);
            Log.Warn("a warning", echo);
        })),
        ["stack.errorMessage"] = static () => Deployment.RunAsync((Action)(static () =>
        {
            _ = new Echo("echo");
            Log.Error("an error");
        })),
        ["stack.background"] = static () => Deployment.RunAsync((Action)(static () =>
        {
            _ = Output.Create(Task.Run(static async () =>
            {
                await Task.Delay(50);
                return "late";
            })).Apply(static text => new Echo("echo-" + text));
        })),
        ["stack.ignored"] = static async () =>
        {
            await Deployment.RunAsync((Action)(static () => _ = new Echo("echo")));
            return 3;
        },
    };

    private sealed class OutputStack : Stack
    {
        public OutputStack()
        {
            Echo echo = new("echo", new EchoArgs { Text = "a" });
            Text = echo.Text;
            Secret = Output.CreateSecret("hidden");
        }

        [Output]
        public Output<string> Text { get; private set; }

        [Output("a-secret")]
        public Output<string> Secret { get; private set; }

        public static string NotAnOutput => "";
    }

    private sealed class NullStack : Stack
    {
        [Output]
        public Output<string>? First { get; private set; }

        [Output("second")]
        public Output<string>? Second { get; private set; }
    }

    private sealed class WrongStack : Stack
    {
        [Output]
        public string First { get; private set; } = "a";
    }
}

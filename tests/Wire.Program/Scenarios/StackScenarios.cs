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
        ["stack.moreMessages"] = static () => Deployment.RunAsync((Action)(static () =>
        {
            Group group = new("group");
            Log.Warn("of a component", group, streamId: 0, ephemeral: false);
            Log.Info("");
            Log.Info("two\nlines");
            Log.Info("{0} {not} a format %s");
            Log.Info("é 😀");
        })),
        ["stack.exceptionMessage"] = static () => Deployment.RunAsync((Action)(static () =>
            Log.Exception(new InvalidOperationException("told, not thrown"), new Echo("echo")))),
        ["stack.toText"] = static () => Deployment.RunAsync(static () => (IDictionary<string, object?>)new Dictionary<string, object?>
        {
            ["text"] = $"{Output.Create("a")}".Length > 1,
        }),
        ["stack.manyOutputs"] = static () => Deployment.RunAsync(static () =>
        {
            Group group = new("group");
            RemoteGroup remote = new("remote", new EchoArgs { Text = "a" });
            Echo echo = new("echo", new EchoArgs { Text = "a", Part = new PartArgs { Name = "x", Size = 2 }, List = { "a" } });
            return (IDictionary<string, object?>)new Dictionary<string, object?>
            {
                ["group"] = group,
                ["remote"] = remote,
                ["remoteText"] = remote.Text,
                ["part"] = echo.Part,
                ["list"] = echo.List,
                ["asset"] = new StringAsset("a"),
                ["archive"] = new FileArchive("./a.zip"),
                ["double"] = 1.5,
                ["flag"] = false,
                ["nested"] = new Dictionary<string, object?> { ["secret"] = Output.CreateSecret("a"), ["none"] = null, ["deep"] = new object[] { new Dictionary<string, object> { ["x"] = echo.Id } } },
                ["nullOutput"] = Output.Create((string)null!),
                ["secretUnknown"] = Output.CreateSecret(OutputUtilities.CreateUnknown("a")),
                ["inputList"] = new InputList<string> { "a", Output.CreateSecret("b") },
                ["inputMap"] = new InputMap<string> { { "k", "v" } },
                ["args"] = new PartArgs { Name = "n" },
                ["level"] = Level.High,
                ["color"] = Color.Blue,
                ["json"] = System.Text.Json.JsonDocument.Parse("""{"a":[1]}""").RootElement,
                ["union"] = Union<int, string>.FromT0(3),
                [""] = "empty name",
                ["with space.and/slash"] = "a",
            };
        }),
        ["stack.asyncVoid"] = static () => Deployment.RunAsync((Func<Task>)(static () =>
        {
            _ = new Echo("echo");
            return Task.CompletedTask;
        })),
        ["stack.inherited"] = static () => Deployment.RunAsync<DerivedStack>(),
        ["stack.twice"] = static async () =>
        {
            int first = await Deployment.RunAsync((Action)(static () => _ = new Echo("echo")));
            return first == 0 ? 0 : 4;
        },
        ["stack.throwing"] = static () => Deployment.RunAsync<ThrowingStack>(),
        ["stack.withOptions"] = static () => Deployment.RunAsync<OptionStack>(),
        ["stack.parents"] = static () => Deployment.RunAsync<ParentStack>(),
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

    private class BaseStack : Stack
    {
        public BaseStack() => Base = Output.Create("base");

        [Output("base")]
        public Output<string> Base { get; private set; }
    }

    private sealed class DerivedStack : BaseStack
    {
        public DerivedStack() => Derived = Output.Create(1);

        [Output]
        public Output<int> Derived { get; private set; }
    }

    private sealed class ThrowingStack : Stack
    {
        public ThrowingStack()
        {
            _ = new Echo("echo");
            throw new RunException("the stack fails");
        }
    }

    private sealed class OptionStack() : Stack(new StackOptions
    {
        ResourceTransformations =
        {
            static args => args.Resource is Stack ? null : new ResourceTransformationResult(args.Args, CustomResourceOptions.Merge(args.Options as CustomResourceOptions, new CustomResourceOptions { Protect = true })),
        },
    })
    {
        private readonly Echo _echo = new("beforeTheStack", new EchoArgs { Text = "a" });

        [Output]
        public Output<string> Text => _echo.Text;
    }

    private sealed class ParentStack : Stack
    {
        public ParentStack()
        {
            _ = new Echo("ofStack", null, new CustomResourceOptions { Parent = this });
            _ = new Echo("onStack", null, new CustomResourceOptions { DependsOn = { new Group("group", new ComponentResourceOptions { Parent = this }) } });
        }
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

using System.Collections.Immutable;
using Pulumi;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Functions of the program that the engine calls to change registrations and calls.</summary>
internal static class TransformScenarios
{
    private const string Transformed = "test:index:Transformed";

    public static readonly Dictionary<string, Action> All = new()
    {
        ["properties"] = static () =>
        {
            Echo first = new("first", new EchoArgs { Text = "a" });
            Tell(new Echo("echo", new EchoArgs { Text = first.Text, Integer = 1, List = { "a", Output.CreateSecret("b") } }, Options(static args =>
                Result(args, args.Args.SetItem("integer", 2).SetItem("map", ImmutableDictionary<string, object?>.Empty.Add("k", "v")))), Transformed));
            Tell(new Echo("kept", new EchoArgs { Text = "a" }, Options(static _ => null), Transformed));
        },
        ["seen"] = static () => _ = new Echo("echo", new EchoArgs { Text = "a", Integer = 1, Part = new PartArgs { Name = "x" } }, Options(static args =>
        {
            Log.Info($"{args.Name} {args.Type} {args.Custom}: {string.Join(", ", args.Args.Keys.Order(StringComparer.Ordinal))}; "
                + $"{args.Options.Protect} {args.Options.Version} {string.Join(',', args.Options.IgnoreChanges)}");
            return null;
        }, new CustomResourceOptions { Protect = true, Version = "1.2.3", IgnoreChanges = { "text" } })),
        ["options"] = static () =>
        {
            Echo first = new("first");
            Tell(new Echo("echo", new EchoArgs { Text = "a" }, Options(args => new ResourceTransformResult(args.Args, CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new CustomResourceOptions
            {
                Protect = true,
                RetainOnDelete = true,
                DeleteBeforeReplace = true,
                IgnoreChanges = { "text" },
                ReplaceOnChanges = { "list" },
                AdditionalSecretOutputs = { "any" },
                Version = "1.2.3",
                PluginDownloadURL = "https://example.org/plugins",
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(2) },
                DependsOn = { first },
                DeletedWith = first,
                Aliases = { new Alias { Name = "old" }, new Alias { NoParent = true } },
            }))), Transformed));
        },
        ["inherited"] = static () =>
        {
            Group outer = new("outer", new ComponentResourceOptions { ResourceTransforms = { Append("outer") } });
            Group inner = new("inner", new ComponentResourceOptions { Parent = outer, ResourceTransforms = { Append("inner") } });
            CustomResourceOptions options = new() { Parent = inner, ResourceTransforms = { Append("own"), Append("second") } };
            Tell(new Echo("echo", new EchoArgs { Text = "a" }, options, Transformed));
        },
        ["secrets"] = static () => Tell(new Echo("echo", new EchoArgs { Text = "a" }, Options(static args =>
            Result(args, args.Args.SetItem("text", Output.CreateSecret("hidden")))), Transformed)),
        ["functions"] = static () =>
        {
            Deployment.Instance.RegisterInvokeTransform(static (args, _) =>
                Task.FromResult<InvokeTransformResult?>(new InvokeTransformResult(args.Args.SetItem("text", "transformed"), args.Options)));
            Observed.Tell("result", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Text = "a" }));
        },
        ["failing"] = static () => _ = new Echo("echo", new EchoArgs { Text = "a" }, Options(static _ => throw new RunException("the transform fails"))),
    };

    /// <summary>Transforms of the whole stack.</summary>
    public static Task<int> OfStack() => Deployment.RunAsync(
        static () =>
        {
            Group group = new("group");
            Tell(new Echo("echo", new EchoArgs { Text = "a" }, new CustomResourceOptions { Parent = group, ResourceTransforms = { Append("own") } }, Transformed));
            return Task.FromResult<IDictionary<string, object?>>(new Dictionary<string, object?>());
        },
        new StackOptions { ResourceTransforms = { Append("stack") } });

    private static ResourceTransform Append(string text) => (args, _) => Task.FromResult(
        args.Args.TryGetValue("text", out object? before) ? Result(args, args.Args.SetItem("text", $"{before} {text}")) : null);

    private static ResourceTransformResult? Result(ResourceTransformArgs args, ImmutableDictionary<string, object?> changed) => new(changed, args.Options);

    private static CustomResourceOptions Options(Func<ResourceTransformArgs, ResourceTransformResult?> transform, CustomResourceOptions? options = null)
    {
        options ??= new CustomResourceOptions();
        options.ResourceTransforms.Add((args, _) => Task.FromResult(transform(args)));
        return options;
    }

    private static void Tell(Echo echo)
    {
        string name = echo.GetResourceName();
        Observed.Tell(name + " text", echo.Text);
        Observed.Tell(name + " integer", echo.Integer);
        Observed.Tell(name + " map", echo.Map);
        Observed.Tell(name + " registration", echo.Any);
    }
}

using System.Collections.Immutable;
using Pulumi;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Failures in every place.</summary>
internal static class FailureScenarios
{
    public static readonly Dictionary<string, Func<Task<int>>> All = new()
    {
        ["failures.program"] = Run(static () => throw new InvalidOperationException("the program fails")),
        ["failures.run"] = Run(static () => throw new RunException("the run fails\nfor a reason")),
        ["failures.resource"] = Run(static () => throw new ResourceException("the resource fails", new Echo("echo"), hideStack: true)),
        ["failures.resourceWithStack"] = Run(static () => throw new ResourceException("the resource fails", new Echo("echo"))),
        ["failures.afterResources"] = Run(static () =>
        {
            _ = new Echo("echo");
            throw new RunException("too late");
        }),
        ["failures.inApply"] = Run(static () => new Echo("echo", new EchoArgs { Text = "a" }).Text.Apply(static _ => Fail("fails in Apply"))),
        ["failures.inInput"] = Run(static () =>
        {
            Output<string> failing = Output.Create("a").Apply(static _ => Fail("fails in an input"));
            _ = new Echo("echo", new EchoArgs { Text = failing });
        }),
        ["failures.inTask"] = Run(static () => _ = new Echo("echo", new EchoArgs { Text = Output.Create(Task.FromException<string>(new RunException("fails in a task"))) })),
        ["failures.inComponent"] = Run(static () =>
        {
            Group group = new("group");
            throw new RunException($"{group.GetResourceName()} fails");
        }),
        ["failures.inOutputs"] = Run(static () => new Group("group").Complete(Task.FromException<IDictionary<string, object?>>(new RunException("fails in outputs")))),
        ["failures.inAsyncProgram"] = static () => Deployment.RunAsync(static async () =>
        {
            await Task.Delay(20);
            throw new RunException("fails later");
        }),
        ["failures.inStackOutput"] = static () => Deployment.RunAsync(static () => (IDictionary<string, object?>)new Dictionary<string, object?>
        {
            ["text"] = Output.Create("a").Apply(static _ => Fail("fails in a stack output")),
        }),
        ["failures.required"] = Run(static () => _ = new Echo("echo", new EchoArgs { Part = new PartArgs() })),
        ["failures.unsupported"] = Run(static () => _ = new Echo("echo", new EchoArgs { Any = new Dictionary<string, object> { ["a"] = new object[] { Guid.Empty } } })),
        ["failures.unsupportedLong"] = Run(static () => _ = new Echo("echo", new EchoArgs { Any = 3L })),
        ["failures.refused"] = Run(static () => _ = new Echo("echo", null, null, "test:index:Refused")),
        ["failures.refusedParent"] = Run(static () => _ = new Echo("child", null, new CustomResourceOptions { Parent = new Echo("parent", null, null, "test:index:Refused") })),
        ["failures.refusedInput"] = Run(static () => _ = new Echo("user", new EchoArgs { Text = new Echo("echo", null, null, "test:index:Refused").Text })),
        ["failures.function"] = Run(static () => Observed.Tell("result", Deployment.Instance.Invoke<EchoResult>("test:index:fail", new EchoInvokeArgs { Text = "a" }))),
        ["failures.functionRefused"] = Run(static () => Observed.Tell("result", Deployment.Instance.Invoke<EchoResult>("test:index:refuse", new EchoInvokeArgs { Text = "a" }))),
        ["failures.method"] = Run(static () => Observed.Tell("result", Deployment.Instance.Call<EchoResult>("test:index:Remote/fail", new EchoCallArgs { Text = "a" }))),
        ["failures.configMissing"] = Run(static () => new Config().Require("absent")),
        ["failures.configType"] = Run(static () => new Config().RequireInt32("text")),
        ["failures.duplicateKey"] = Run(static () => _ = new Echo("echo", new EchoArgs { Map = { { "a", "1" }, { "a", "2" } } })),
        ["failures.aliasBoth"] = Run(static () => _ = new Echo("echo", null, new CustomResourceOptions { Aliases = { new Alias { Urn = "urn:pulumi:dev::wire::a:b:C::d", Name = "x" } } })),
        ["failures.aliasParents"] = Run(static () => _ = new Group("group", new ComponentResourceOptions { Aliases = { new Alias { ParentUrn = "urn:pulumi:dev::wire::a:b:C::d", NoParent = true } } })),
        ["failures.readComponent"] = Run(static () => _ = new Group("group", new ComponentResourceOptions { Id = "an-id" })),
        ["failures.reference"] = Run(static () => Observed.Tell("missing", new StackReference("acme/base/prod").RequireOutput("missing"))),
        ["failures.inTransformation"] = Run(static () => _ = new Echo("echo", null, new CustomResourceOptions { ResourceTransformations = { static _ => throw new RunException("the transformation fails") } })),
        ["failures.inner"] = Run(static () => throw new InvalidOperationException("outer", new ArgumentException("inner"))),
        ["failures.aggregate"] = Run(static () => throw new AggregateException("several", new RunException("first"), new RunException("second"))),
        ["failures.nullArgument"] = Run(static () => _ = new Echo(null!)),
        ["failures.emptyName"] = Run(static () => _ = new Echo("")),
        ["failures.emptyType"] = Run(static () => _ = new Echo("echo", null, null, "")),
        ["failures.taskInArgs"] = Run(static () => _ = new Echo("echo", new EchoArgs { Any = Task.FromResult("a") })),
        ["failures.objectInArgs"] = Run(static () => _ = new Echo("echo", new EchoArgs { Any = new Uri("https://example.org") })),
        ["failures.intKeys"] = Run(static () => _ = new Echo("echo", new EchoArgs { Any = new Dictionary<int, string> { [1] = "a" } })),
        ["failures.requiredAtTop"] = Run(static () => _ = new StackReferenceLike("like", new StackReferenceArgs())),
        ["failures.nestedApply"] = Run(static () => Output.Create("a").Apply(static _ => Output.Create("b").Apply(static _ => Fail("deep")))),
        ["failures.twoResources"] = Run(static () =>
        {
            _ = new Echo("first", new EchoArgs { Any = 1L });
            _ = new Echo("second", new EchoArgs { Any = 2L });
        }),
        ["failures.stackOutputType"] = static () => Deployment.RunAsync(static () => (IDictionary<string, object?>)new Dictionary<string, object?> { ["a"] = Guid.Empty }),
        ["failures.componentOutputType"] = Run(static () => new Group("group").Complete(new Dictionary<string, object?> { ["a"] = 3L })),
        ["failures.invokeArgument"] = Run(static () => Observed.Tell("result", Deployment.Instance.Invoke<EchoResult>("test:index:echo", new EchoInvokeArgs { Any = Guid.Empty }))),
        ["failures.invokeAsync"] = static () => Deployment.RunAsync(static async () =>
        {
            _ = await Deployment.Instance.InvokeAsync<EchoResult>("test:index:refuse", new EchoInvokeArgs { Text = "a" });
        }),
        ["failures.jsonText"] = Run(static () => _ = new Echo("echo", new EchoArgs { Text = Output.JsonDeserialize<string>(Output.Create("{not json")) })),
        ["failures.configBoolean"] = Run(static () => new Config().GetBoolean("text")!),
        ["failures.configDouble"] = Run(static () => new Config().RequireDouble("text")),
        ["failures.configObject"] = Run(static () => new Config().RequireObject<int[]>("text")),
        ["failures.configMissingSecret"] = Run(static () => new Config("other").RequireSecret("absent")),
        ["failures.providers"] = Run(static () =>
        {
            TestProvider provider = new("provider");
            _ = new Group("group", new ComponentResourceOptions { Provider = provider, Providers = { provider } });
        }),
        ["failures.stackReferenceSecret"] = Run(static () => Observed.Tell("value", Output.Create(new StackReference("acme/base/prod").GetValueAsync("password")))),
        ["failures.message"] = Run(static () =>
        {
            Log.Error("an error first");
            throw new RunException("then a failure");
        }),
        ["failures.mergeTypes"] = Run(static () => _ = ImmutableArray<int>.Empty[0]),
    };

    private static string Fail(string message) => throw new RunException(message);

    private static Func<Task<int>> Run(Action program) => () => Deployment.RunAsync(program);

    private static Func<Task<int>> Run(Func<object> program) => Run((Action)(() => program()));

    private sealed class StackReferenceLike(string name, StackReferenceArgs args) : CustomResource("test:index:Like", name, args, options: null);
}

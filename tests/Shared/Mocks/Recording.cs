using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Rampart.Tests.Shared.Mocks;

/// <summary>What a program registered: each resource with its parent and its inputs.</summary>
internal sealed class Recording
{
    private readonly IReadOnlyList<MockResourceArgs> _registrations;
    private readonly Dictionary<(string Type, string Name), string> _parents;

    private Recording(IReadOnlyList<MockResourceArgs> registrations, Dictionary<(string, string), string> parents)
    {
        _registrations = registrations;
        _parents = parents;
    }

    /// <summary>One line for each resource: <c>type name</c>.</summary>
    public string Names => string.Join('\n', _registrations.Select(r => $"{r.Type} {r.Name}"));

    /// <summary>One line for each resource: <c>type name &lt; parent's name</c>; <c>&lt; -</c> for a child of nothing.</summary>
    public string Tree => string.Join('\n', _registrations.Select(r => $"{r.Type} {r.Name} < {_parents.GetValueOrDefault((r.Type!, r.Name!), "-")}"));

    /// <summary>One line for each Kubernetes object: <c>type name: name of its explicit provider</c>, or <c>-</c> for the engine's own.</summary>
    public IEnumerable<string> Providers => _registrations
        .Where(r => r.Type!.StartsWith("kubernetes:", StringComparison.Ordinal))
        .Select(r => $"{r.Type} {r.Name}: {(string.IsNullOrEmpty(r.Provider) ? "-" : r.Provider.Split("::")[^2])}");

    /// <summary>Every Kubernetes object with its inputs, one after another.</summary>
    public string Objects => string.Join('\n', _registrations
        .Where(r => r.Type!.StartsWith("kubernetes:", StringComparison.Ordinal))
        .Select(r => $"{r.Type} {r.Name}\n{ObjectJson.Write(r.Inputs)}"));

    /// <summary>Runs <paramref name="define"/>, which must pass the options on to the component under test.</summary>
    public static async Task<Recording> OfAsync(Action<ComponentResourceOptions> define)
    {
        RecordingMocks mocks = new();
        Dictionary<(string, string), string> parents = [];

        // Mocks are not told a resource's parent, but a transformation sees its options before they are sent.
        ComponentResourceOptions options = new()
        {
            ResourceTransformations =
            {
                args =>
                {
                    lock (parents)
                    {
                        parents[(args.Resource.GetResourceType(), args.Resource.GetResourceName())] =
                            args.Options.Parent?.GetResourceName() ?? "-";
                    }

                    return null;
                },
            },
        };
        await Deployment.TestAsync(mocks, Preview(isPreview: false), () => define(options));
        return new Recording(mocks.Registrations, parents);
    }

    /// <summary>Runs a stack.</summary>
    public static async Task<Recording> OfStackAsync<TStack>()
        where TStack : Stack, new()
    {
        RecordingMocks mocks = new();
        await Deployment.TestAsync<TStack>(mocks, Preview(isPreview: false));
        return new Recording(mocks.Registrations, []);
    }

    /// <summary>The text of the error by which <paramref name="define"/> stops the program.</summary>
    public static async Task<string> ErrorAsync(Action<ComponentResourceOptions> define)
    {
        Exception? error = await Record.ExceptionAsync(() => OfAsync(define));
        return error switch
        {
            RunException run => run.Message,
            AggregateException many => string.Join('\n', many.Flatten().InnerExceptions.Select(inner => inner.Message)),
            _ => throw new InvalidOperationException("the program did not stop", error),
        };
    }

    /// <summary>Options of a test run, in the project and stack of the samples.</summary>
    public static TestOptions Preview(bool isPreview) => new() { ProjectName = "spicedb", StackName = "dev", IsPreview = isPreview };

    /// <summary>The inputs of one resource.</summary>
    public ImmutableDictionary<string, object> Inputs(string type, string name)
        => Assert.Single(_registrations, r => r.Type == type && r.Name == name).Inputs;

    /// <summary>The inputs of one resource, or one part of them, as JSON; a path has a slash between its steps: <c>spec/template</c>, <c>containers/0</c>.</summary>
    public string Json(string type, string name, string path = "")
    {
        object? value = Inputs(type, name);
        foreach (string step in path.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            value = value switch
            {
                ImmutableDictionary<string, object> members => members.GetValueOrDefault(step.Replace("~", "/", StringComparison.Ordinal)),
                ImmutableArray<object> items => items[int.Parse(step, System.Globalization.CultureInfo.InvariantCulture)],
                _ => null,
            };
        }

        return ObjectJson.Write(value);
    }
}

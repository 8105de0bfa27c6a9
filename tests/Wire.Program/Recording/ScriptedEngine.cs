using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Rampart.WireProgram.Recording;

/// <summary>
/// An engine whose answers depend on the request alone: a resource is answered with its own inputs, and types and
/// functions with telling names answer in other ways.
/// </summary>
/// <param name="isPreview">Whether ids of new resources are unknown.</param>
public sealed class ScriptedEngine(bool isPreview) : IMonitor
{
    /// <summary>The project of the run.</summary>
    public const string Project = "wire";

    /// <summary>The stack of the run.</summary>
    public const string Stack = "dev";

    private static readonly PropertyObject Empty = PropertyObject.Empty;

    /// <inheritdoc/>
    public ValueTask<bool> SupportsFeatureAsync(string feature) => ValueTask.FromResult(true);

    /// <inheritdoc/>
    public ValueTask<RegisterResourceResponse> RegisterResourceAsync(RegisterResourceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (request.Type == "test:index:Refused")
        {
            throw new InvalidOperationException("the resource is refused");
        }

        bool isFailed = request.Type is "test:index:Failed" or "test:index:Skipped";
        bool isKnown = !isPreview || request.Type == "test:index:Known";
        return ValueTask.FromResult(new RegisterResourceResponse
        {
            Urn = Urn(request.Parent, request.Type, request.Name),
            Id = request.ImportId.Length > 0 ? request.ImportId : request.Custom && isKnown && !isFailed ? request.Name + "-id" : "",
            Outputs = isFailed || !(request.Custom || request.Remote) ? Empty
                : request.Type is "test:index:Transformed" ? request.Inputs.With("any", PropertyValue.From(Describe(request)))
                : request.Type is "test:index:TransformedExactly" ? request.Inputs.With("any", PropertyValue.From(DescribeExactly(request)))
                : request.Inputs,
            Result = request.Type switch
            {
                "test:index:Failed" => RegisterResult.Fail,
                "test:index:Skipped" => RegisterResult.Skip,
                _ => RegisterResult.Success,
            },
            PropertyDependencies = request.Type == "test:index:Depending"
                ? [new PropertyDependency("text", [Urn("", "test:index:Elsewhere", "elsewhere")])]
                : [],
        });
    }

    /// <inheritdoc/>
    public ValueTask<RegisterResourceResponse> ReadResourceAsync(ReadResourceRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(new RegisterResourceResponse
        {
            Urn = Urn(request.Parent, request.Type, request.Name),
            Id = request.Id,
            Outputs = request.Type == "pulumi:pulumi:StackReference"
                ? Object(
                    ("name", PropertyValue.From(request.Id)),
                    ("outputs", PropertyValue.From(Object(
                        ("list", PropertyValue.From(PropertyList.Create(PropertyValue.From(1), PropertyValue.From("two")))),
                        ("password", PropertyValue.Secret(PropertyValue.From("hunter2"))),
                        ("text", PropertyValue.From("a text"))))),
                    ("secretOutputNames", PropertyValue.From(PropertyList.Create(PropertyValue.From("password")))))
                : request.Inputs.With("text", PropertyValue.From("read")),
        });
    }

    /// <inheritdoc/>
    public ValueTask RegisterResourceOutputsAsync(RegisterResourceOutputsRequest request) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask<InvokeResponse> InvokeAsync(InvokeRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(request.Token switch
        {
            "pulumi:pulumi:getResource" => new InvokeResponse(
                Object(
                    ("id", PropertyValue.From("found-id")),
                    ("state", PropertyValue.From(Object(("text", PropertyValue.From("found"))))),
                    ("urn", request.Args["urn"])),
                []),
            "test:index:fail" => new InvokeResponse(
                Empty, [new InvokeFailure("text", "is not liked"), new InvokeFailure("", "nothing fits")]),
            "test:index:refuse" => throw new InvalidOperationException("the function is refused"),
            "test:index:secret" => new InvokeResponse(Object(("text", PropertyValue.Secret(PropertyValue.From("hunter2")))), []),
            "test:index:unknown" => new InvokeResponse(Object(("text", PropertyValue.Unknown)), []),
            _ => new InvokeResponse(request.Args, []),
        });
    }

    /// <inheritdoc/>
    public ValueTask<CallResponse> CallAsync(CallRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult(request.Token == "test:index:Remote/fail"
            ? new CallResponse(Empty, [], [new InvokeFailure("text", "is not liked")])
            : new CallResponse(
                request.Args.With("__self__", PropertyValue.Null),
                [new PropertyDependency("text", [Urn("", "test:index:Elsewhere", "elsewhere")])],
                []));
    }

    /// <inheritdoc/>
    public ValueTask<string> RegisterPackageAsync(PackageRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return ValueTask.FromResult($"ref-of-{request.Name}");
    }

    /// <inheritdoc/>
    public ValueTask LogAsync(LogRequest request) => ValueTask.CompletedTask;

    /// <inheritdoc/>
    public ValueTask SignalAndWaitForShutdownAsync() => ValueTask.CompletedTask;

    // What transforms have made of a registration is in no request.
    private static string Describe(RegisterResourceRequest request) => string.Join(
        " ",
        $"protect={request.Protect}",
        $"retainOnDelete={request.RetainOnDelete}",
        $"deleteBeforeReplace={request.DeleteBeforeReplace == true}",
        $"ignoreChanges={string.Join(',', request.IgnoreChanges)}",
        $"replaceOnChanges={string.Join(',', request.ReplaceOnChanges)}",
        $"secretOutputs={string.Join(',', request.AdditionalSecretOutputs)}",
        $"version={request.Version}",
        $"url={request.PluginDownloadUrl}",
        $"import={request.ImportId}",
        $"provider={request.Provider}",
        $"timeouts={request.CustomTimeouts?.Create}/{request.CustomTimeouts?.Update}/{request.CustomTimeouts?.Delete}",
        $"deletedWith={request.DeletedWith}",
        $"dependencies={string.Join(',', request.Dependencies)}",
        $"byProperty={string.Join(';', request.PropertyDependencies.Select(static each => $"{each.Property}:{string.Join(',', each.Urns)}"))}",
        $"aliases={string.Join(';', request.Aliases.Select(static alias => $"{alias.Urn}|{alias.Name}|{alias.Type}|{alias.Stack}|{alias.Project}|{alias.ParentUrn}|{alias.NoParent}"))}");

    private static string DescribeExactly(RegisterResourceRequest request) =>
        $"deleteBeforeReplace={request.DeleteBeforeReplace?.ToString() ?? "unset"} hideDiffs={string.Join(',', request.HideDiffs)}";

    private static string Urn(string parent, string type, string name) => ResourceUrn.Create(Stack, Project, parent, type, name);

    private static PropertyObject Object(params (string Name, PropertyValue Value)[] properties) =>
        PropertyObject.Create([.. properties.Select(static property => new Property(property.Name, property.Value))]);
}

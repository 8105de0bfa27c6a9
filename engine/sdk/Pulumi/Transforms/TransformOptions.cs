using Pulumi.Serialization;
using Rampart.Protocol.Monitor;

namespace Pulumi.Transforms;

/// <summary>The options of a registration as a transform sees them: resources and providers are known by their URN only.</summary>
internal static class TransformOptions
{
    public static ResourceOptions Of(RegisterResourceRequest request)
    {
        ResourceOptions options = request.Custom
            ? new CustomResourceOptions
            {
                DeleteBeforeReplace = request.DeleteBeforeReplace,
                AdditionalSecretOutputs = [.. request.AdditionalSecretOutputs],
                ImportId = NullIfEmpty(request.ImportId),
            }
            : new ComponentResourceOptions
            {
                Providers = [.. request.Providers.Select(static pair => new DependencyProviderResource(pair.Value))],
            };
        options.Parent = Resource(request.Parent);
        options.DependsOn = Resources(request.Dependencies);
        options.Protect = request.Protect;
        options.IgnoreChanges = [.. request.IgnoreChanges];
        options.ReplaceOnChanges = [.. request.ReplaceOnChanges];
        options.HideDiffs = [.. request.HideDiffs];
        options.Version = NullIfEmpty(request.Version);
        options.PluginDownloadURL = NullIfEmpty(request.PluginDownloadUrl);
        options.Provider = request.Provider.Length == 0 ? null : new DependencyProviderResource(request.Provider);
        options.CustomTimeouts = request.CustomTimeouts is { } timeouts ? Timeouts(timeouts) : null;
        options.RetainOnDelete = request.RetainOnDelete;
        options.DeletedWith = Resource(request.DeletedWith);
        options.ReplaceWith = Resources(request.ReplaceWith);
        options.Aliases = [.. request.Aliases.Select(static alias => (Input<Alias>)Alias(alias))];
        options.Hooks = request.Hooks is { } hooks ? Hooks(hooks) : new ResourceHookBinding();
        if (OutputReader.Read(request.ReplacementTrigger) is { } trigger)
        {
            options.ReplacementTrigger = Output.Untyped(trigger).Apply(static value => value!);
        }

        return options;
    }

    private static DependencyResource? Resource(string urn) => urn.Length == 0 ? null : new DependencyResource(urn);

    private static InputList<Resource> Resources(IReadOnlyList<string> urns)
    {
        InputList<Resource> list = [];
        foreach (string urn in urns)
        {
            list.Add(new DependencyResource(urn));
        }

        return list;
    }

    private static CustomTimeouts Timeouts(ResourceTimeouts timeouts) => new()
    {
        Create = GoDuration.Parse(timeouts.Create),
        Update = GoDuration.Parse(timeouts.Update),
        Delete = GoDuration.Parse(timeouts.Delete),
    };

    private static Alias Alias(ResourceAlias alias) => alias.Urn.Length > 0
        ? new Alias { Urn = alias.Urn }
        : new Alias
        {
            Name = Input(alias.Name),
            Type = Input(alias.Type),
            Stack = Input(alias.Stack),
            Project = Input(alias.Project),
            ParentUrn = Input(alias.ParentUrn),
            NoParent = alias.NoParent == true,
        };

    private static ResourceHookBinding Hooks(ResourceHooks hooks) => new()
    {
        BeforeCreate = [.. hooks.BeforeCreate.Select(Hook)],
        AfterCreate = [.. hooks.AfterCreate.Select(Hook)],
        BeforeUpdate = [.. hooks.BeforeUpdate.Select(Hook)],
        AfterUpdate = [.. hooks.AfterUpdate.Select(Hook)],
        BeforeDelete = [.. hooks.BeforeDelete.Select(Hook)],
        AfterDelete = [.. hooks.AfterDelete.Select(Hook)],
        OnError = [.. hooks.OnError.Select(static name => new ErrorHook(
            name, static (_, _) => throw NotHere(), registered: Task.CompletedTask))],
    };

    // Only the name is known; the engine knows the function.
    private static ResourceHook Hook(string name) =>
        new(name, static (_, _) => throw NotHere(), options: null, registered: Task.CompletedTask);

    private static InvalidOperationException NotHere() => new("A hook of a transformed resource is called by the engine only.");

    private static Input<string>? Input(string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        return text;
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}

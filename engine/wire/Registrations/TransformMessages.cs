using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Wire.Structs;

namespace Rampart.Wire.Registrations;

/// <summary>Registrations and calls in the messages that transforms take and give.</summary>
public static class TransformMessages
{
    /// <summary>A registration as what a transform takes.</summary>
    public static Messages.TransformRequest WriteRequest(RegisterResourceRequest registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return new Messages.TransformRequest
        {
            Type = registration.Type,
            Name = registration.Name,
            Custom = registration.Custom,
            Parent = registration.Parent,
            Properties = PropertyStruct.Write(registration.Inputs),
            Options = Write(registration),
        };
    }

    /// <summary>A registration from what a transform takes.</summary>
    /// <exception cref="InvalidDataException">The properties are not a struct.</exception>
    public static RegisterResourceRequest Read(Messages.TransformRequest message)
    {
        ArgumentNullException.ThrowIfNull(message);
        RegisterResourceRequest registration = new()
        {
            Type = message.Type,
            Name = message.Name,
            Custom = message.Custom,
            Parent = message.Parent,
            Inputs = PropertyStruct.Read(message.Properties, keepOutputs: true),
        };
        return message.Options is { } options ? Read(options, registration) : registration;
    }

    /// <summary>A changed registration as what a transform gives.</summary>
    public static Messages.TransformResponse WriteResponse(RegisterResourceRequest registration)
    {
        ArgumentNullException.ThrowIfNull(registration);
        return new Messages.TransformResponse { Properties = PropertyStruct.Write(registration.Inputs), Options = Write(registration) };
    }

    /// <summary>A registration as a transform changed it.</summary>
    /// <exception cref="InvalidDataException">The properties are not a struct.</exception>
    public static RegisterResourceRequest Read(Messages.TransformResponse message, RegisterResourceRequest registration)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(registration);
        RegisterResourceRequest changed = message.HasProperties
            ? registration with { Inputs = PropertyStruct.Read(message.Properties, keepOutputs: true) }
            : registration;
        return message.Options is { } options ? Read(options, changed) : changed;
    }

    /// <summary>A call as what a transform takes.</summary>
    public static Messages.TransformInvokeRequest WriteRequest(InvokeRequest invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        return new Messages.TransformInvokeRequest
        {
            Token = invoke.Token,
            Args = PropertyStruct.Write(invoke.Args),
            Options = Write(invoke),
        };
    }

    /// <summary>A call from what a transform takes.</summary>
    /// <exception cref="InvalidDataException">The arguments are not a struct.</exception>
    public static InvokeRequest Read(Messages.TransformInvokeRequest message)
    {
        ArgumentNullException.ThrowIfNull(message);
        Messages.TransformInvokeOptions options = message.Options ?? new Messages.TransformInvokeOptions();
        return new InvokeRequest(
            message.Token, PropertyStruct.Read(message.Args, keepOutputs: true), options.Provider, options.Version, options.PluginDownloadUrl);
    }

    /// <summary>A changed call as what a transform gives.</summary>
    public static Messages.TransformInvokeResponse WriteResponse(InvokeRequest invoke)
    {
        ArgumentNullException.ThrowIfNull(invoke);
        return new Messages.TransformInvokeResponse { Args = PropertyStruct.Write(invoke.Args), Options = Write(invoke) };
    }

    /// <summary>A call as a transform changed it.</summary>
    /// <exception cref="InvalidDataException">The arguments are not a struct.</exception>
    public static InvokeRequest Read(Messages.TransformInvokeResponse message, InvokeRequest invoke)
    {
        ArgumentNullException.ThrowIfNull(message);
        ArgumentNullException.ThrowIfNull(invoke);
        InvokeRequest changed = message.HasArgs ? invoke with { Args = PropertyStruct.Read(message.Args, keepOutputs: true) } : invoke;
        return message.Options is { } options
            ? changed with { Provider = options.Provider, Version = options.Version, PluginDownloadUrl = options.PluginDownloadUrl }
            : changed;
    }

    private static Messages.TransformInvokeOptions Write(InvokeRequest invoke) => new()
    {
        Provider = invoke.Provider,
        Version = invoke.Version,
        PluginDownloadUrl = invoke.PluginDownloadUrl,
    };

    private static Messages.TransformResourceOptions Write(RegisterResourceRequest registration)
    {
        Messages.TransformResourceOptions options = new()
        {
            DependsOn = { registration.Dependencies },
            IgnoreChanges = { registration.IgnoreChanges },
            ReplaceOnChanges = { registration.ReplaceOnChanges },
            Version = registration.Version,
            Provider = registration.Provider,
            CustomTimeouts = OptionMessages.Write(registration.CustomTimeouts),
            PluginDownloadUrl = registration.PluginDownloadUrl,
            DeletedWith = registration.DeletedWith,
            AdditionalSecretOutputs = { registration.AdditionalSecretOutputs },
            Hooks = OptionMessages.Write(registration.Hooks),
            Import = registration.ImportId,
            HideDiff = { registration.HideDiffs },
            ReplaceWith = { registration.ReplaceWith },
        };
        foreach (ResourceAlias alias in registration.Aliases)
        {
            options.Aliases.Add(OptionMessages.Write(alias));
        }

        foreach ((string package, string provider) in registration.Providers)
        {
            options.Providers.Add(package, provider);
        }

        if (registration.Protect is { } protect)
        {
            options.Protect = protect;
        }

        if (registration.RetainOnDelete is { } retain)
        {
            options.RetainOnDelete = retain;
        }

        if (registration.DeleteBeforeReplace is { } deleteFirst)
        {
            options.DeleteBeforeReplace = deleteFirst;
        }

        if (!registration.ReplacementTrigger.IsNull)
        {
            options.ReplacementTrigger = PropertyStruct.WriteValue(registration.ReplacementTrigger);
        }

        return options;
    }

    private static RegisterResourceRequest Read(Messages.TransformResourceOptions options, RegisterResourceRequest registration) => registration with
    {
        Dependencies = Sorted(options.DependsOn),
        Protect = options.HasProtect ? options.Protect : null,
        IgnoreChanges = [.. options.IgnoreChanges],
        ReplaceOnChanges = [.. options.ReplaceOnChanges],
        Version = options.Version,
        Aliases = [.. options.Aliases.Select(OptionMessages.Read)],
        Provider = options.Provider,
        CustomTimeouts = OptionMessages.Read(options.CustomTimeouts),
        PluginDownloadUrl = options.PluginDownloadUrl,
        RetainOnDelete = options.HasRetainOnDelete ? options.RetainOnDelete : null,
        DeletedWith = options.DeletedWith,
        DeleteBeforeReplace = options.HasDeleteBeforeReplace ? options.DeleteBeforeReplace : null,
        AdditionalSecretOutputs = [.. options.AdditionalSecretOutputs],
        Providers = [.. options.Providers.OrderBy(static pair => pair.Key, StringComparer.Ordinal)],
        Hooks = OptionMessages.Read(options.Hooks),
        ImportId = options.Import,
        HideDiffs = [.. options.HideDiff],
        ReplaceWith = Sorted(options.ReplaceWith),
        ReplacementTrigger = options.HasReplacementTrigger
            ? PropertyStruct.ReadValue(options.ReplacementTrigger, keepOutputs: true)
            : PropertyValue.Null,
    };

    private static string[] Sorted(IEnumerable<string> urns) => [.. urns.Order(StringComparer.Ordinal)];
}

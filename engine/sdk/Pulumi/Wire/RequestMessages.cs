using Google.Protobuf;
using Google.Protobuf.Collections;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Wire.Registrations;
using Rampart.Wire.Structs;
using Messages = Rampart.Wire.Messages;

namespace Pulumi.Wire;

/// <summary>Registrations and calls as the messages that the official SDK sends for them.</summary>
/// <param name="acceptResources">Whether answers may hold references to resources.</param>
internal sealed class RequestMessages(bool acceptResources)
{
    /// <summary>A registration, without aliases, transforms and what else has to be asked for first.</summary>
    public Messages.RegisterResourceRequest Create(RegisterResourceRequest request)
    {
        Messages.RegisterResourceRequest message = new()
        {
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Custom = request.Custom,
            Remote = request.Remote,
            Object = PropertyStruct.Write(request.Inputs),
            Provider = request.Provider,
            Version = request.Version,
            PluginDownloadURL = request.PluginDownloadUrl,
            ImportId = request.ImportId,
            DeletedWith = request.DeletedWith,
            PackageRef = request.PackageRef,
            AcceptSecrets = true,
            AcceptResources = acceptResources,
            SupportsResultReporting = true,
            DeleteBeforeReplaceDefined = request.DeleteBeforeReplace is not null,
            DeleteBeforeReplace = request.DeleteBeforeReplace ?? false,
            CustomTimeouts = OptionMessages.Write(request.CustomTimeouts),
            Hooks = OptionMessages.Write(request.Hooks),
        };
        if (request.Protect is { } protect)
        {
            message.Protect = protect;
        }

        if (request.RetainOnDelete is { } retain)
        {
            message.RetainOnDelete = retain;
        }

        if (!request.ReplacementTrigger.IsNull)
        {
            message.ReplacementTrigger = PropertyStruct.WriteValue(request.ReplacementTrigger);
        }

        Add(message.Dependencies, request.Dependencies);
        Add(message.IgnoreChanges, request.IgnoreChanges);
        Add(message.ReplaceOnChanges, request.ReplaceOnChanges);
        Add(message.HideDiffs, request.HideDiffs);
        Add(message.AdditionalSecretOutputs, request.AdditionalSecretOutputs);
        Add(message.ReplaceWith, request.ReplaceWith);
        Add(message.Providers, request.Providers);
        Add(message.EnvVarMappings, request.EnvVarMappings);
        Add(message.PropertyDependencies, request.Inputs, request.PropertyDependencies);
        return message;
    }

    /// <summary>A read. The official SDK sends neither where the plugin comes from nor additional secrets.</summary>
    public Messages.ReadResourceRequest Create(ReadResourceRequest request)
    {
        Messages.ReadResourceRequest message = new()
        {
            Id = request.Id,
            Type = request.Type,
            Name = request.Name,
            Parent = request.Parent,
            Properties = PropertyStruct.Write(request.Inputs),
            Provider = request.Provider,
            Version = request.Version,
            PackageRef = request.PackageRef,
            AcceptSecrets = true,
            AcceptResources = acceptResources,
        };
        Add(message.Dependencies, request.Dependencies);
        return message;
    }

    public Messages.ResourceInvokeRequest Create(InvokeRequest request) => new()
    {
        Tok = request.Token,
        Args = PropertyStruct.Write(request.Args),
        Provider = request.Provider,
        Version = request.Version,
        PluginDownloadURL = request.PluginDownloadUrl,
        PackageRef = request.PackageRef,
        AcceptResources = acceptResources,
    };

    public static Messages.ResourceCallRequest Create(CallRequest request)
    {
        Messages.ResourceCallRequest message = new()
        {
            Tok = request.Token,
            Args = PropertyStruct.Write(request.Args),
            Provider = request.Provider,
            Version = request.Version,
            PluginDownloadURL = request.PluginDownloadUrl,
            PackageRef = request.PackageRef,
        };
        Add(message.ArgDependencies, request.Args, request.ArgDependencies);
        return message;
    }

    public static Messages.RegisterResourceOutputsRequest Create(RegisterResourceOutputsRequest request) => new()
    {
        Urn = request.Urn,
        Outputs = PropertyStruct.Write(request.Outputs),
    };

    public static Messages.LogRequest Create(LogRequest request) => new()
    {
        Severity = (Messages.LogSeverity)request.Severity,
        Message = request.Message,
        Urn = request.Urn,
        StreamId = request.StreamId,
        Ephemeral = request.Ephemeral,
    };

    public static Messages.RegisterPackageRequest Create(PackageRequest request)
    {
        Messages.RegisterPackageRequest message = new()
        {
            Name = request.Name,
            Version = request.Version,
            DownloadUrl = request.DownloadUrl,
            Parameterization = Parameterization(request.Parameterization),
            Extension = Parameterization(request.Extension),
        };
        foreach ((string platform, byte[] checksum) in request.Checksums)
        {
            message.Checksums.Add(platform, ByteString.CopyFrom(checksum));
        }

        return message;
    }

    private static Messages.Parameterization? Parameterization(PackageParameterization? parameterization) => parameterization is null ? null : new()
    {
        Name = parameterization.Name,
        Version = parameterization.Version,
        Value = ByteString.CopyFrom(parameterization.Value),
    };

    private static void Add(RepeatedField<string> target, IReadOnlyList<string> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            target.Add(values[i]);
        }
    }

    private static void Add(MapField<string, string> target, IReadOnlyList<KeyValuePair<string, string>> values)
    {
        for (int i = 0; i < values.Count; i++)
        {
            target.Add(values[i].Key, values[i].Value);
        }
    }

    /// <summary>Adds an entry for every property: where there is none at all, the engine takes each to depend on everything.</summary>
    private static void Add(
        MapField<string, Messages.PropertyDependencies> target,
        PropertyObject properties,
        IReadOnlyList<PropertyDependency> dependencies)
    {
        foreach (ref readonly Property property in properties.Properties)
        {
            target.Add(property.Name, new Messages.PropertyDependencies());
        }

        for (int i = 0; i < dependencies.Count; i++)
        {
            if (target.TryGetValue(dependencies[i].Property, out Messages.PropertyDependencies? urns))
            {
                Add(urns.Urns, dependencies[i].Urns);
            }
        }
    }
}

using Google.Protobuf;
using Google.Protobuf.Collections;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;
using Rampart.Wire.Registrations;
using Rampart.Wire.Structs;
using Messages = Rampart.Wire.Messages;

namespace Rampart.Server.Engine;

/// <summary>Reads registrations from their messages.</summary>
internal static class RegistrationReader
{
    public static RegisterResourceRequest Read(Messages.RegisterResourceRequest message)
    {
        PropertyObject inputs = PropertyStruct.Read(message.Object, keepOutputs: message.Remote);
        IReadOnlyList<PropertyDependency> dependencies = Dependencies(message);
        return new RegisterResourceRequest
        {
            Type = message.Type,
            Name = message.Name,
            Parent = message.Parent,
            Custom = message.Custom,
            Remote = message.Remote,
            Inputs = message.Remote ? OutputValues.Unwrap(inputs, ref dependencies) : inputs,
            Dependencies = Sort(message.Dependencies),
            PropertyDependencies = dependencies,
            Provider = message.Provider,
            Providers = Sort(message.Providers),
            Version = message.Version,
            PluginDownloadUrl = message.PluginDownloadURL,
            ImportId = message.ImportId,
            Protect = message.HasProtect ? message.Protect : null,
            RetainOnDelete = message.HasRetainOnDelete ? message.RetainOnDelete : null,

            // Some SDKs say only that it is set, some only its value.
            DeleteBeforeReplace = message.DeleteBeforeReplaceDefined || message.DeleteBeforeReplace ? message.DeleteBeforeReplace : null,
            IgnoreChanges = [.. message.IgnoreChanges],
            ReplaceOnChanges = [.. message.ReplaceOnChanges],
            HideDiffs = [.. message.HideDiffs],
            AdditionalSecretOutputs = [.. message.AdditionalSecretOutputs],
            Aliases = Aliases(message),
            CustomTimeouts = OptionMessages.Read(message.CustomTimeouts),
            DeletedWith = message.DeletedWith,
            ReplaceWith = [.. message.ReplaceWith],
            ReplacementTrigger = message.HasReplacementTrigger ? PropertyStruct.ReadValue(message.ReplacementTrigger) : PropertyValue.Null,
            EnvVarMappings = Sort(message.EnvVarMappings),
            PackageRef = message.PackageRef,
            Hooks = OptionMessages.Read(message.Hooks),
        };
    }

    public static ReadResourceRequest Read(Messages.ReadResourceRequest message) => new()
    {
        Id = message.Id,
        Type = message.Type,
        Name = message.Name,
        Parent = message.Parent,
        Inputs = PropertyStruct.Read(message.Properties),
        Dependencies = Sort(message.Dependencies),
        Provider = message.Provider,
        Version = message.Version,
        PluginDownloadUrl = message.PluginDownloadURL,
        AdditionalSecretOutputs = [.. message.AdditionalSecretOutputs],
        PackageRef = message.PackageRef,
    };

    public static PackageRequest Read(Messages.RegisterPackageRequest message)
    {
        List<KeyValuePair<string, byte[]>> checksums = [];
        foreach ((string platform, ByteString checksum) in message.Checksums)
        {
            checksums.Add(new(platform, checksum.ToByteArray()));
        }

        checksums.Sort(static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return new PackageRequest(message.Name, message.Version, message.DownloadUrl)
        {
            Checksums = checksums,
            Parameterization = Parameterization(message.Parameterization),
            Extension = Parameterization(message.Extension),
        };
    }

    public static PropertyDependency[] Dependencies(MapField<string, Messages.PropertyDependencies> message)
    {
        List<PropertyDependency> dependencies = new(message.Count);
        foreach ((string property, Messages.PropertyDependencies urns) in message)
        {
            // What depends on nothing is not listed: that is what a list without it says.
            if (urns.Urns.Count > 0)
            {
                dependencies.Add(new PropertyDependency(property, Sort(urns.Urns)));
            }
        }

        dependencies.Sort(static (left, right) => string.CompareOrdinal(left.Property, right.Property));
        return [.. dependencies];
    }

    private static PropertyDependency[] Dependencies(Messages.RegisterResourceRequest message)
    {
        if (message.PropertyDependencies.Count > 0 || message.Remote || message.Dependencies.Count == 0)
        {
            return Dependencies(message.PropertyDependencies);
        }

        // A program that says nothing per property leaves open which of them it is: any may be.
        string[] all = Sort(message.Dependencies);
        ReadOnlySpan<Property> properties = PropertyStruct.Read(message.Object).Properties;
        PropertyDependency[] dependencies = new PropertyDependency[properties.Length];
        for (int i = 0; i < dependencies.Length; i++)
        {
            dependencies[i] = new PropertyDependency(properties[i].Name, all);
        }

        return dependencies;
    }

    private static List<ResourceAlias> Aliases(Messages.RegisterResourceRequest message)
    {
        List<ResourceAlias> aliases = new(message.AliasURNs.Count + message.Aliases.Count);
        foreach (string urn in message.AliasURNs)
        {
            aliases.Add(new ResourceAlias(Urn: urn));
        }

        foreach (Messages.Alias alias in message.Aliases)
        {
            aliases.Add(OptionMessages.Read(alias));
        }

        return aliases;
    }

    private static PackageParameterization? Parameterization(Messages.Parameterization? message) =>
        message is null ? null : new PackageParameterization(message.Name, message.Version, message.Value.ToByteArray());

    private static string[] Sort(RepeatedField<string> urns)
    {
        string[] sorted = [.. urns];
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted;
    }

    private static KeyValuePair<string, string>[] Sort(MapField<string, string> map)
    {
        KeyValuePair<string, string>[] sorted = [.. map];
        Array.Sort(sorted, static (left, right) => string.CompareOrdinal(left.Key, right.Key));
        return sorted;
    }
}

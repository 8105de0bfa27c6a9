using Messages = Rampart.Wire.Messages;

namespace Rampart.Server.Engine;

/// <summary>The options of a registration in the message that transforms take and give.</summary>
internal static class TransformOptions
{
    public static Messages.TransformResourceOptions From(Messages.RegisterResourceRequest request)
    {
        Messages.TransformResourceOptions options = new()
        {
            DependsOn = { request.Dependencies },
            IgnoreChanges = { request.IgnoreChanges },
            ReplaceOnChanges = { request.ReplaceOnChanges },
            Version = request.Version,
            Provider = request.Provider,
            CustomTimeouts = request.CustomTimeouts,
            PluginDownloadUrl = request.PluginDownloadURL,
            DeletedWith = request.DeletedWith,
            AdditionalSecretOutputs = { request.AdditionalSecretOutputs },
            Providers = { request.Providers },
            PluginChecksums = { request.PluginChecksums },
            Hooks = request.Hooks,
            Import = request.ImportId,
            HideDiff = { request.HideDiffs },
            ReplaceWith = { request.ReplaceWith },
        };
        foreach (string urn in request.AliasURNs)
        {
            options.Aliases.Add(new Messages.Alias { Urn = urn });
        }

        options.Aliases.AddRange(request.Aliases);
        if (request.HasProtect)
        {
            options.Protect = request.Protect;
        }

        if (request.HasRetainOnDelete)
        {
            options.RetainOnDelete = request.RetainOnDelete;
        }

        if (request.DeleteBeforeReplaceDefined || request.DeleteBeforeReplace)
        {
            options.DeleteBeforeReplace = request.DeleteBeforeReplace;
        }

        if (request.HasReplacementTrigger)
        {
            options.ReplacementTrigger = request.ReplacementTrigger;
        }

        return options;
    }

    /// <summary>Puts changed options into a registration.</summary>
    public static void CopyTo(Messages.TransformResourceOptions options, Messages.RegisterResourceRequest request)
    {
        Replace(request.Dependencies, options.DependsOn);
        Replace(request.IgnoreChanges, options.IgnoreChanges);
        Replace(request.ReplaceOnChanges, options.ReplaceOnChanges);
        Replace(request.AdditionalSecretOutputs, options.AdditionalSecretOutputs);
        Replace(request.HideDiffs, options.HideDiff);
        Replace(request.ReplaceWith, options.ReplaceWith);
        Replace(request.Aliases, options.Aliases);
        request.AliasURNs.Clear();
        request.Providers.Clear();
        request.Providers.Add(options.Providers);
        request.Version = options.Version;
        request.Provider = options.Provider;
        request.CustomTimeouts = options.CustomTimeouts;
        request.PluginDownloadURL = options.PluginDownloadUrl;
        request.DeletedWith = options.DeletedWith;
        request.Hooks = options.Hooks;
        request.ImportId = options.Import;
        request.DeleteBeforeReplaceDefined = options.HasDeleteBeforeReplace;
        request.DeleteBeforeReplace = options.DeleteBeforeReplace;
        request.ClearProtect();
        request.ClearRetainOnDelete();
        request.ClearReplacementTrigger();
        if (options.HasProtect)
        {
            request.Protect = options.Protect;
        }

        if (options.HasRetainOnDelete)
        {
            request.RetainOnDelete = options.RetainOnDelete;
        }

        if (options.HasReplacementTrigger)
        {
            request.ReplacementTrigger = options.ReplacementTrigger;
        }
    }

    private static void Replace<T>(Google.Protobuf.Collections.RepeatedField<T> target, Google.Protobuf.Collections.RepeatedField<T> values)
    {
        target.Clear();
        target.AddRange(values);
    }
}

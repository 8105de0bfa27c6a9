using Pulumi.Serialization;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi.Transforms;

/// <summary>A registration with the inputs and options that a transform gave.</summary>
/// <param name="deployment">The run that the registration is part of.</param>
/// <param name="result">What the transform gave.</param>
internal sealed class TransformedRegistration(Deployment deployment, ResourceTransformResult result)
    : PendingValues(self: null, deployment.Features)
{
    public RegisterResourceRequest Apply(RegisterResourceRequest request)
    {
        ResourceOptions options = result.Options;
        CustomResourceOptions? custom = options as CustomResourceOptions;
        List<ResourceAlias> aliases = [];
        AddAliases(aliases, options.AliasesOrNull ?? []);
        return request with
        {
            Inputs = Inputs(),
            Dependencies = DependsOn(options),
            Protect = options.Protect,
            IgnoreChanges = options.IgnoreChangesOrEmpty,
            ReplaceOnChanges = options.ReplaceOnChangesOrEmpty,
            HideDiffs = options.HideDiffsOrEmpty,
            Version = options.Version ?? "",
            PluginDownloadUrl = options.PluginDownloadURL ?? "",
            Provider = Reference(options.Provider),
            Providers = Providers(options),
            CustomTimeouts = options.CustomTimeouts?.ToRequest(),
            RetainOnDelete = options.RetainOnDelete,
            DeletedWith = DeletedWith(options),
            ReplaceWith = ReplaceWith(options),
            Aliases = aliases,
            ReplacementTrigger = ReplacementTrigger(options),
            Hooks = Hooks(options),
            DeleteBeforeReplace = custom?.DeleteBeforeReplace,
            AdditionalSecretOutputs = custom?.AdditionalSecretOutputsOrEmpty ?? [],
            ImportId = custom?.ImportId ?? "",
        };
    }

    private PropertyObject Inputs()
    {
        PropertyWriter writer = PropertyWriter.Rent();
        try
        {
            writer.KeepOutputs = true;
            PropertyObject inputs = writer.Object((IEnumerable<KeyValuePair<string, object?>>)result.Args);
            Wait(writer.Pending);
            return inputs;
        }
        finally
        {
            PropertyWriter.Return(writer);
        }
    }
}

namespace Pulumi;

/// <summary>How a custom resource is managed.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;
    private Dictionary<string, string>? _envVarMappings;

    /// <summary>Whether a replacement deletes first; default the provider's choice.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs that are secret beyond those that the provider marks.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>The id of an existing object to adopt; default none.</summary>
    public string? ImportId { get; set; }

    /// <summary>For a provider: environment variables that it reads under other names.</summary>
    public Dictionary<string, string> EnvVarMappings
    {
        get => _envVarMappings ??= [];
        set => _envVarMappings = value;
    }

    internal IReadOnlyList<string> AdditionalSecretOutputsOrEmpty => _additionalSecretOutputs ?? (IReadOnlyList<string>)[];

    internal IReadOnlyDictionary<string, string>? EnvVarMappingsOrNull => _envVarMappings is { Count: > 0 } map ? map : null;

    /// <summary>New options of two: the second's single values where they are set, lists of both. Neither is changed.</summary>
    /// <param name="options1">The first; null for none.</param>
    /// <param name="options2">The second; null for none.</param>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
    {
        CustomResourceOptions result = new();
        foreach (CustomResourceOptions? options in (ReadOnlySpan<CustomResourceOptions?>)[options1, options2])
        {
            if (options is null)
            {
                continue;
            }

            result.Absorb(options);
            result.DeleteBeforeReplace = options.DeleteBeforeReplace ?? result.DeleteBeforeReplace;
            result.ImportId = options.ImportId ?? result.ImportId;
            result._additionalSecretOutputs = Append(result._additionalSecretOutputs, options._additionalSecretOutputs);
            foreach ((string name, string mapped) in options._envVarMappings ?? [])
            {
                result.EnvVarMappings[name] = mapped;
            }
        }

        return result;
    }
}

namespace Pulumi;

/// <summary>How a provider function is called.</summary>
public class InvokeOptions
{
    /// <summary>The resource whose provider is used; default none.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider; default the parent's, then the package's default provider.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the package; default any.</summary>
    public string? Version { get; set; }

    /// <summary>Where the plugin comes from; default its own place.</summary>
    public string? PluginDownloadURL { get; set; }
}

/// <summary>How a provider function is called when its result is an output.</summary>
public class InvokeOutputOptions : InvokeOptions
{
    private InputList<Resource>? _dependsOn;

    /// <summary>Resources that must exist before the call.</summary>
    public InputList<Resource> DependsOn
    {
        get => _dependsOn ??= [];
        set => _dependsOn = value;
    }

    internal InputList<Resource>? DependsOnOrNull => _dependsOn;
}

/// <summary>How a component's method is called.</summary>
public class CallOptions
{
    /// <summary>The resource whose provider is used; default none.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider; default the parent's, then the package's default provider.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the package; default any.</summary>
    public string? Version { get; set; }

    /// <summary>Where the plugin comes from; default its own place.</summary>
    public string? PluginDownloadURL { get; set; }
}

namespace Pulumi;

/// <summary>An instance of a provider with its own settings.</summary>
public class ProviderResource : CustomResource
{
    private const string TypePrefix = "pulumi:providers:";

    /// <summary>Declares a provider.</summary>
    /// <param name="package">The package, e.g. <c>kubernetes</c>.</param>
    /// <param name="name">The logical name.</param>
    /// <param name="args">The settings.</param>
    /// <param name="options">How the provider is managed.</param>
    public ProviderResource(string package, string name, ResourceArgs args, CustomResourceOptions? options = null)
        : this(package, name, args, options, registerPackageRequest: null)
    {
    }

    /// <summary>Declares a provider of a parameterized package.</summary>
    /// <param name="package">The package.</param>
    /// <param name="name">The logical name.</param>
    /// <param name="args">The settings.</param>
    /// <param name="options">How the provider is managed.</param>
    /// <param name="registerPackageRequest">The parameterized package.</param>
    public ProviderResource(
        string package,
        string name,
        ResourceArgs args,
        CustomResourceOptions? options = null,
        RegisterPackageRequest? registerPackageRequest = null)
        : base(TypePrefix + package, name, args, options, registerPackageRequest)
        => Package = package;

    private protected ProviderResource(string package, string name)
        : base(TypePrefix + package, name, ResourceArgs.Empty, options: null, dependency: true)
        => Package = package;

    internal string Package { get; }

    /// <summary>How registrations name this provider: <c>urn::id</c>; the id is the unknown mark while it is not known.</summary>
    internal virtual Output<string> Reference()
    {
        Output<string> id = Id.Then(static known => Output.DataOf(known));
        return id.TryGetData(out OutputData<string> data)
            ? Urn.Apply(urn => $"{urn}::{IdText(data)}")
            : new Output<string>(WaitAsync());

        async Task<OutputData<string>> WaitAsync()
        {
            OutputData<string> known = await id.DataTask.ConfigureAwait(false);
            OutputData<string> urn = await Urn.DataTask.ConfigureAwait(false);
            return urn.With($"{urn.Value}::{IdText(known)}");
        }
    }

    private static string IdText(in OutputData<string> id) => id.IsKnown ? id.Value : Serialization.Constants.UnknownValue;
}

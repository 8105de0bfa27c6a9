namespace Pulumi;

/// <summary>A resource of which only the URN is known, as something to depend on.</summary>
internal sealed class DependencyResource : CustomResource
{
    public DependencyResource(string urn)
        : base(type: "", name: "", ResourceArgs.Empty, options: null, dependency: true)
        => CompleteAs(urn);
}

/// <summary>A provider of which only the reference <c>urn::id</c> is known.</summary>
internal sealed class DependencyProviderResource : ProviderResource
{
    private readonly string _reference;

    public DependencyProviderResource(string reference)
        : base(PackageOf(reference), name: "")
    {
        _reference = reference;
        CompleteAs(reference[..Separator(reference)]);
    }

    internal override Output<string> Reference() => Output.Create(_reference);

    private static int Separator(string reference)
    {
        int separator = reference.LastIndexOf("::", StringComparison.Ordinal);
        return separator >= 0
            ? separator
            : throw new ArgumentException($"Expected '::' in provider reference '{reference}'.", nameof(reference));
    }

    // urn:pulumi:stack::project::parents$pulumi:providers:package::name
    private static string PackageOf(string reference)
    {
        string urn = reference[..Separator(reference)];
        string type = urn.Split("::")[2];
        return type[(type.LastIndexOf(':') + 1)..];
    }
}

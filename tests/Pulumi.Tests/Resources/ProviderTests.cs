namespace Pulumi.Tests;

/// <summary>Which provider a resource is registered with.</summary>
public sealed class ProviderTests
{
    public static TheoryData<string> Cases() => [.. Choices.Keys];

    private static readonly Dictionary<string, (Action Program, string Expected)> Choices = new(StringComparer.Ordinal)
    {
        ["none"] = (() => new Thing("thing"), ""),
        ["its own"] = (() => new Thing("thing", options: new CustomResourceOptions { Provider = new Provider("p") }), "p"),
        ["the parent's"] = (() =>
        {
            Group group = new("group", new ComponentResourceOptions { Provider = new Provider("p") });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group });
        }, "p"),
        ["one of the parent's list"] = (() =>
        {
            Group group = new("group", new ComponentResourceOptions { Providers = { new Provider("other", "other"), new Provider("p") } });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group });
        }, "p"),
        ["the last of a package in the parent's list"] = (() =>
        {
            Group group = new("group", new ComponentResourceOptions { Providers = { new Provider("first"), new Provider("p") } });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group });
        }, "p"),
        ["the grandparent's"] = (() =>
        {
            Group top = new("top", new ComponentResourceOptions { Provider = new Provider("p") });
            Group group = new("group", new ComponentResourceOptions { Parent = top });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group });
        }, "p"),
        ["the parent's before the grandparent's"] = (() =>
        {
            Group top = new("top", new ComponentResourceOptions { Provider = new Provider("far") });
            Group group = new("group", new ComponentResourceOptions { Parent = top, Providers = { new Provider("p") } });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group });
        }, "p"),
        ["its own before the parent's"] = (() =>
        {
            Group group = new("group", new ComponentResourceOptions { Provider = new Provider("far") });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group, Provider = new Provider("p") });
        }, "p"),
        ["a parent's of another package"] = (() =>
        {
            Group group = new("group", new ComponentResourceOptions { Provider = new Provider("other", "other") });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group });
        }, ""),
        ["a custom parent's"] = (() =>
        {
            Thing parent = new("parent", options: new CustomResourceOptions { Provider = new Provider("p") });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = parent });
        }, "p"),
        ["without a parent"] = (() =>
        {
            _ = new Group("group", new ComponentResourceOptions { Provider = new Provider("far") });
            _ = new Thing("thing");
        }, ""),
        ["the parent's, read"] = (() =>
        {
            Group group = new("group", new ComponentResourceOptions { Provider = new Provider("p") });
            _ = new Thing("thing", options: new CustomResourceOptions { Parent = group, Id = "x" });
        }, "p"),
        ["the parent's, type without three parts"] = (() =>
        {
            Group group = new("group", new ComponentResourceOptions { Provider = new Provider("far") });
            _ = new CustomResource("test:Thing", "thing", ResourceArgs.Empty, new CustomResourceOptions { Parent = group });
        }, ""),
        ["a provider of another package"] = (() => new Thing("thing", options: new CustomResourceOptions { Provider = new Provider("p", "other") }), "p"),
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Provider_AnyPlace_IsSent(string name)
    {
        (Action program, string expected) = Choices[name];
        RecordingMocks mocks = new();

        await Programs.RunAsync(mocks, program);

        string provider = mocks["thing"].Provider!;
        Assert.Equal(expected, provider.Length == 0 ? "" : provider.Split("::") is [.., string provided, string id] && id == provided + "-id" ? provided : provider);
    }

    [Fact]
    public async Task Provider_WithUnknownId_IsSentAsUnknown()
    {
        RecordingMocks mocks = new() { OnResource = static args => (args.Type == "pulumi:providers:test" ? null : "id", args.Inputs) };
        await Deployment.TestAsync(mocks, Programs.Preview, () =>
        {
            _ = new Thing("thing", options: new CustomResourceOptions { Provider = new Provider("p") });
        });

        Assert.EndsWith("::p::04da6b54-80e4-46f7-96ec-b56ff0331ba9", mocks["thing"].Provider, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Component_WithProviderAndProviders_Fails()
    {
        string message = await Programs.FailAsync(
            new RecordingMocks(),
            () => new Group("group", new ComponentResourceOptions { Provider = new Provider("a"), Providers = { new Provider("b") } }));

        Assert.Contains("Do not supply both 'provider' and 'providers' options to a ComponentResource.", message, StringComparison.Ordinal);
    }
}

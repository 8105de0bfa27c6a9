using Pulumi;
using Pulumi.Utilities;
using Rampart.WireProgram.Resources;

namespace Rampart.WireProgram.Scenarios;

/// <summary>Every option of a resource, and options that are put together.</summary>
internal static class OptionScenarios
{
    public static readonly Dictionary<string, Action> All = new()
    {
        ["flags"] = static () =>
        {
            foreach (bool? value in (bool?[])[true, false, null])
            {
                string name = value?.ToString() ?? "None";
                _ = new Echo("protect" + name, null, new CustomResourceOptions { Protect = value });
                _ = new Echo("retain" + name, null, new CustomResourceOptions { RetainOnDelete = value });
                _ = new Echo("deleteFirst" + name, null, new CustomResourceOptions { DeleteBeforeReplace = value });
                _ = new Group("group" + name, new ComponentResourceOptions { Protect = value, RetainOnDelete = value });
            }
        },
        ["properties"] = static () =>
        {
            _ = new Echo("custom", null, new CustomResourceOptions
            {
                IgnoreChanges = { "text", "map.b" },
                ReplaceOnChanges = { "list[0]", "*" },
                HideDiffs = { "number" },
                AdditionalSecretOutputs = { "text", "any" },
            });
            _ = new Group("component", new ComponentResourceOptions { IgnoreChanges = { "text" }, ReplaceOnChanges = { "list" }, HideDiffs = { "number" } });
        },
        ["timeouts"] = static () =>
        {
            _ = new Echo("all", null, new CustomResourceOptions
            {
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(10), Update = TimeSpan.FromSeconds(1.5), Delete = TimeSpan.FromHours(2) },
            });
            _ = new Echo("one", null, new CustomResourceOptions { CustomTimeouts = new CustomTimeouts { Delete = TimeSpan.FromTicks(1) } });
            _ = new Echo("none", null, new CustomResourceOptions { CustomTimeouts = new CustomTimeouts() });
            _ = new Group("component", new ComponentResourceOptions { CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromSeconds(1) } });
        },
        ["plugins"] = static () =>
        {
            _ = new Echo("versioned", null, new CustomResourceOptions { Version = "1.2.3-beta.1+sha", PluginDownloadURL = "https://example.org/plugins" });
            _ = new Group("component", new ComponentResourceOptions { Version = "1.2.3", PluginDownloadURL = "https://example.org/plugins" });
        },
        ["imports"] = static () => _ = new Echo("imported", new EchoArgs { Text = "a" }, new CustomResourceOptions { ImportId = "an-id" }),
        ["replacements"] = static () =>
        {
            Echo first = new("first"), second = new("second");
            _ = new Echo("deletedWith", null, new CustomResourceOptions { DeletedWith = first });
            _ = new Echo("replaceWith", null, new CustomResourceOptions { ReplaceWith = { second, first } });
            Group both = new("both");
            _ = new Echo("inBoth", null, new CustomResourceOptions { Parent = both });
            _ = new Echo("replaceWithComponent", null, new CustomResourceOptions { ReplaceWith = { both, second, first, second }, DeletedWith = both });
            _ = new Echo("replaceWithUnknown", null, new CustomResourceOptions { ReplaceWith = { OutputUtilities.CreateUnknown<Resource>(second), first, first.Urn.Apply(_ => (Resource)both) } });
            _ = new Echo("trigger", null, new CustomResourceOptions { ReplacementTrigger = Input("changed") });
            _ = new Echo("triggerObject", null, new CustomResourceOptions { ReplacementTrigger = Input(new Dictionary<string, object> { ["a"] = 1 }) });
            _ = new Echo("triggerSecret", null, new CustomResourceOptions { ReplacementTrigger = Output.CreateSecret<object>("hidden") });
            _ = new Echo("triggerUnknown", null, new CustomResourceOptions { ReplacementTrigger = OutputUtilities.CreateUnknown<object>("") });
            _ = new Group("group", new ComponentResourceOptions { DeletedWith = first, ReplaceWith = { second } });
        },
        ["merged"] = static () =>
        {
            Echo first = new("first"), second = new("second");
            _ = new Echo("merged", null, CustomResourceOptions.Merge(
                new CustomResourceOptions { Protect = true, DependsOn = { first }, IgnoreChanges = { "a" }, Version = "1.0.0", Aliases = { new Alias { Name = "old" } } },
                new CustomResourceOptions { Protect = false, DependsOn = { second }, IgnoreChanges = { "b" }, Aliases = { new Alias { Type = "t:t:T" } } }));
        },
        ["transformations"] = static () =>
        {
            ResourceTransformation rename = static args =>
                args.Args is EchoArgs echo
                    ? new ResourceTransformationResult(
                        new EchoArgs { Text = "transformed", Plain = echo.Plain },
                        CustomResourceOptions.Merge((CustomResourceOptions)args.Options, new CustomResourceOptions { Protect = true }))
                    : null;
            Group group = new("group", new ComponentResourceOptions { ResourceTransformations = { rename } });
            _ = new Echo("child", new EchoArgs { Text = "a", Plain = "kept" }, new CustomResourceOptions { Parent = group });
            _ = new Echo("own", new EchoArgs { Text = "a" }, new CustomResourceOptions { ResourceTransformations = { rename } });
            _ = new Echo("other", new EchoArgs { Text = "a" });
        },
        ["urns"] = static () =>
        {
            Group outer = new("outer"), inner = new("inner", new ComponentResourceOptions { Parent = outer });
            Echo child = new("child", null, new CustomResourceOptions { Parent = inner });
            _ = new Echo("grandchild", null, new CustomResourceOptions { Parent = child });
            _ = new Echo("a name: with $ and /", null, new CustomResourceOptions { Parent = inner });
        },
        ["dependsOnForms"] = static () =>
        {
            Echo first = new("first"), second = new("second");
            _ = new Echo("array", null, new CustomResourceOptions { DependsOn = (Resource[])[first, second] });
            _ = new Echo("list", null, new CustomResourceOptions { DependsOn = (List<Resource>)[second, first] });
            _ = new Echo("outputs", null, new CustomResourceOptions { DependsOn = Output.Create((Resource[])[first, second]) });
            _ = new Echo("unknown", null, new CustomResourceOptions { DependsOn = { OutputUtilities.CreateUnknown<Resource>(first) } });
            _ = new Echo("byOutput", null, new CustomResourceOptions { DependsOn = { first.Text.Apply(_ => (Resource)second) } });
            _ = new Echo("provider", null, new CustomResourceOptions { DependsOn = { new TestProvider("provider") } });
        },
        ["mergedAll"] = static () =>
        {
            Echo first = new("first"), second = new("second");
            TestProvider provider = new("provider"), other = new("other", package: "other");
            _ = new Echo("secondWins", null, CustomResourceOptions.Merge(Custom("a", first, "1.0.0"), Custom("b", second, "2.0.0")));
            _ = new Echo("onlyFirst", null, CustomResourceOptions.Merge(Custom("a", first, "1.0.0"), null));
            _ = new Echo("onlySecond", null, CustomResourceOptions.Merge(null, Custom("b", second, "2.0.0")));
            _ = new Echo("none", null, CustomResourceOptions.Merge(null, null));
            _ = new Group("components", ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Protect = true, Provider = provider, DependsOn = { first }, Aliases = { new Alias { Name = "a" } } },
                new ComponentResourceOptions { Providers = { other }, DependsOn = { second }, Version = "1.2.3" }));
            _ = new RemoteGroup("remote", null, ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Providers = { provider } }, new ComponentResourceOptions { Providers = { other, new TestProvider("later") } }));

            static CustomResourceOptions Custom(string name, Resource resource, string version) => new()
            {
                Protect = name == "a",
                RetainOnDelete = name == "b",
                DeleteBeforeReplace = name == "a",
                DependsOn = { resource },
                IgnoreChanges = { name },
                ReplaceOnChanges = { name },
                HideDiffs = { name },
                AdditionalSecretOutputs = { name },
                Aliases = { new Alias { Name = name } },
                Version = version,
                PluginDownloadURL = "https://example.org/" + name,
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromSeconds(name == "a" ? 1 : 2) },
                DeletedWith = resource,
                ReplaceWith = { resource },
                ReplacementTrigger = name,
            };
        },
        ["environment"] = static () =>
        {
            _ = new TestProvider("provider", null, new CustomResourceOptions { EnvVarMappings = { ["FROM"] = "TO", ["A"] = "B" } });
            _ = new Echo("custom", null, new CustomResourceOptions { EnvVarMappings = { ["FROM"] = "TO" } });
        },
        ["inherited"] = static () =>
        {
            Group isProtected = new("protected", new ComponentResourceOptions { Protect = true, RetainOnDelete = true, Version = "1.2.3", DeletedWith = new Echo("owner") });
            _ = new Echo("child", null, new CustomResourceOptions { Parent = isProtected });
            _ = new Echo("unprotected", null, new CustomResourceOptions { Parent = isProtected, Protect = false });
            Group inner = new("inner", new ComponentResourceOptions { Parent = isProtected });
            _ = new Echo("grandchild", null, new CustomResourceOptions { Parent = inner });
            Echo custom = new("custom", null, new CustomResourceOptions { Protect = true });
            _ = new Echo("belowCustom", null, new CustomResourceOptions { Parent = custom });
            _ = new RemoteGroup("remote", null, new ComponentResourceOptions { Parent = isProtected });
            _ = new TestProvider("provider", null, new CustomResourceOptions { Parent = isProtected });
        },
        ["triggers"] = static () =>
        {
            Echo first = new("first", new EchoArgs { Text = "a" });
            _ = new Echo("number", null, new CustomResourceOptions { ReplacementTrigger = Input(3) });
            _ = new Echo("list", null, new CustomResourceOptions { ReplacementTrigger = Input(new object?[] { 1, null, "a", Output.CreateSecret("b") }) });
            _ = new Echo("null", null, new CustomResourceOptions { ReplacementTrigger = Output.Create<object>(null!) });
            _ = new Echo("output", null, new CustomResourceOptions { ReplacementTrigger = first.Text.Apply(static text => (object)text) });
            _ = new Echo("resource", null, new CustomResourceOptions { ReplacementTrigger = Input(first) });
        },
        ["componentOptions"] = static () =>
        {
            Echo first = new("first");
            ComponentResourceOptions options = new()
            {
                DependsOn = { first },
                IgnoreChanges = { "a" },
                ReplaceOnChanges = { "b" },
                HideDiffs = { "c" },
                Aliases = { new Alias { Name = "old" } },
                CustomTimeouts = new CustomTimeouts { Update = TimeSpan.FromMinutes(1) },
                Version = "1.2.3",
                PluginDownloadURL = "https://example.org/plugins",
                Protect = true,
                RetainOnDelete = true,
                DeletedWith = first,
                ReplaceWith = { first },
                ReplacementTrigger = "x",
            };
            _ = new Group("local", options);
            _ = new RemoteGroup("remote", new EchoArgs { Text = "a" }, options);
        },
        ["packages"] = static () =>
        {
            RegisterPackageRequest package = new(
                "plugin", "1.2.3", "https://example.org/plugins", new Dictionary<string, byte[]> { ["linux-amd64"] = [1, 2] }, new RegisterPackageRequest.PackageParameterization("test", "4.5.6", [3]));
            _ = new Packaged("packaged", package);
        },
    };

    private static Input<object> Input(object value) => value is string text ? (Input<object>)text : Output.Create(value);

    private sealed class Packaged(string name, RegisterPackageRequest package)
        : CustomResource("test:index:Packaged", name, new EchoArgs { Text = "a" }, options: null, package);
}

using Pulumi.Utilities;

namespace Pulumi.Tests;

public sealed class ResourceOptionsTests
{
    [Fact]
    public async Task Merge_Custom_SecondWinsAndListsAreJoined()
    {
        await Deployment.TestAsync(new RecordingMocks(), Programs.Update, async () =>
        {
            Thing a = new("a");
            Thing b = new("b");
            Provider provider = new("p");
            ResourceTransformation transformation = static _ => null;
            CustomResourceOptions first = new()
            {
                Id = "first",
                Parent = a,
                Protect = true,
                Version = "1.0.0",
                DependsOn = { a },
                IgnoreChanges = { "x" },
                ReplaceOnChanges = { "r" },
                HideDiffs = { "h" },
                Aliases = { new Alias { Name = "one" } },
                AdditionalSecretOutputs = { "s" },
                DeleteBeforeReplace = false,
                ImportId = "i",
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1) },
                ResourceTransformations = { transformation },
                EnvVarMappings = { ["A"] = "1", ["B"] = "1" },
            };
            CustomResourceOptions second = new()
            {
                Id = "second",
                Protect = false,
                Provider = provider,
                DependsOn = { b },
                IgnoreChanges = { "y" },
                ReplaceOnChanges = { "q" },
                HideDiffs = { "i" },
                Aliases = { new Alias { Name = "two" } },
                AdditionalSecretOutputs = { "t" },
                DeleteBeforeReplace = true,
                RetainOnDelete = true,
                DeletedWith = b,
                PluginDownloadURL = "https://a",
                ReplacementTrigger = (Input<object>)"now",
                ReplaceWith = { b },
                ResourceTransformations = { transformation },
                EnvVarMappings = { ["B"] = "2" },
            };

            CustomResourceOptions merged = CustomResourceOptions.Merge(first, second);

            Assert.Equal(new OutputState("'second'"), await OutputState.OfAsync(merged.Id.ToOutput()));
            Assert.Same(a, merged.Parent);
            Assert.False(merged.Protect);
            Assert.Equal("1.0.0", merged.Version);
            Assert.Same(provider, merged.Provider);
            Assert.Equal(new OutputState("[Thing(a), Thing(b)]"), await OutputState.OfAsync(merged.DependsOn.ToOutput()));
            Assert.Equal(["x", "y"], merged.IgnoreChanges);
            Assert.Equal(["r", "q"], merged.ReplaceOnChanges);
            Assert.Equal(["h", "i"], merged.HideDiffs);
            Assert.Equal(2, merged.Aliases.Count);
            Assert.Equal(["s", "t"], merged.AdditionalSecretOutputs);
            Assert.True(merged.DeleteBeforeReplace);
            Assert.True(merged.RetainOnDelete);
            Assert.Equal("i", merged.ImportId);
            Assert.Equal(TimeSpan.FromMinutes(1), merged.CustomTimeouts!.Create);
            Assert.Same(b, merged.DeletedWith);
            Assert.Equal("https://a", merged.PluginDownloadURL);
            Assert.Equal(new OutputState("'now'"), await OutputState.OfAsync(merged.ReplacementTrigger.ToOutput()));
            Assert.Equal([b], await OutputUtilities.GetValueAsync(merged.ReplaceWith.ToOutput()));
            Assert.Equal([transformation, transformation], merged.ResourceTransformations);
            Assert.Equal("{A: '1', B: '2'}", Text.Of(merged.EnvVarMappings));

            // Neither has changed.
            Assert.Equal(new OutputState("[Thing(a)]"), await OutputState.OfAsync(first.DependsOn.ToOutput()));
            Assert.Equal(new OutputState("[Thing(b)]"), await OutputState.OfAsync(second.DependsOn.ToOutput()));
            Assert.Equal(["x"], first.IgnoreChanges);
            Assert.Equal(["y"], second.IgnoreChanges);
        });
    }

    [Fact]
    public async Task Merge_Component_TakesOneProviderPerPackage()
    {
        await Programs.RunAsync(new RecordingMocks(), () =>
        {
            Provider a = new("a");
            Provider b = new("b");
            Provider other = new("other", "other");

            ComponentResourceOptions merged = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Providers = { a, other } },
                new ComponentResourceOptions { Providers = { b }, Protect = true });
            ComponentResourceOptions single = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Provider = a },
                new ComponentResourceOptions { Provider = b });

            Assert.Equal(["b", "other"], merged.Providers.Select(static provider => provider.GetResourceName()).Order(StringComparer.Ordinal));
            Assert.True(merged.Protect);
            Assert.Empty(single.Providers);
            Assert.Same(b, single.Provider);
        });
    }

    [Fact]
    public void Merge_OfNulls_GivesEmptyOptions()
    {
        CustomResourceOptions custom = CustomResourceOptions.Merge(null, null);
        ComponentResourceOptions component = ComponentResourceOptions.Merge(null, new ComponentResourceOptions { Protect = true });

        Assert.Null(custom.Id);
        Assert.Null(custom.Protect);
        Assert.Empty(custom.IgnoreChanges);
        Assert.Empty(custom.Aliases);
        Assert.True(component.Protect);
    }

    [Fact]
    public async Task Lists_NeverSet_AreEmptyAndGrow()
    {
        CustomResourceOptions options = new();
        options.IgnoreChanges.Add("a");
        options.Aliases.Add(new Alias { Urn = "u" });
        options.AdditionalSecretOutputs.Add("s");
        options.ResourceTransforms.Add(static (_, _) => Task.FromResult<ResourceTransformResult?>(null));

        Assert.Equal(["a"], options.IgnoreChanges);
        Assert.Single(options.Aliases);
        Assert.Equal(["s"], options.AdditionalSecretOutputs);
        Assert.Single(options.ResourceTransforms);
        Assert.Equal(new OutputState("[]"), await OutputState.OfAsync(options.DependsOn.ToOutput()));
    }

    [Fact]
    public async Task Options_All_AreAccepted()
    {
        RecordingMocks mocks = new();
        await Programs.RunAsync(mocks, () =>
        {
            Thing before = new("before");
            Group group = new("group");
            Group other = new("other");
            _ = new Thing("thing", options: new CustomResourceOptions
            {
                Parent = group,
                DependsOn = { before, Output.Create<Resource>(other) },
                Protect = true,
                IgnoreChanges = { "text" },
                ReplaceOnChanges = { "number" },
                HideDiffs = { "list" },
                AdditionalSecretOutputs = { "text" },
                Version = "1.2.3",
                DeleteBeforeReplace = true,
                RetainOnDelete = true,
                DeletedWith = before,
                ReplaceWith = { before },
                ReplacementTrigger = (Input<object>)"now",
                PluginDownloadURL = "https://plugins",
                CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1), Update = TimeSpan.FromSeconds(1), Delete = TimeSpan.FromTicks(1) },
                Aliases =
                {
                    new Alias { Urn = "urn:pulumi:stack::project::test:index:Thing::old" },
                    new Alias { Name = "old", Type = "test:index:Old", Stack = "s", Project = Output.Create("p"), ParentUrn = "urn:pulumi:stack::project::a:b:c::d" },
                    new Alias { Parent = before },
                    new Alias { NoParent = true },
                    Output.Create(new Alias { Name = Output.Create(Outputs.LaterAsync("old")) }),
                },
            });
        });

        Assert.Equal(["before", "group", "other", "thing"], mocks.Resources.Select(static args => args.Name).Order(StringComparer.Ordinal));
    }
}

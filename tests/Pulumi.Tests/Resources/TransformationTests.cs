namespace Pulumi.Tests;

public sealed class TransformationTests
{
    [Fact]
    public async Task Transformations_OwnThenParentsThenStacks_RunInThisOrder()
    {
        RecordingMocks mocks = new();
        await Deployment.TestAsync<OrderedStack>(mocks, Programs.Update);

        Assert.Equal("{text: 'start own1 own2 group top stack'}", Text.Of(mocks["thing"].Inputs));
    }

    private sealed class OrderedStack : Stack
    {
        public OrderedStack()
            : base(new StackOptions { ResourceTransformations = { Append("stack") } })
        {
            Group top = new("top", new ComponentResourceOptions { ResourceTransformations = { Append("top") } });
            Group group = new("group", new ComponentResourceOptions { Parent = top, ResourceTransformations = { Append("group") } });
            _ = new Thing("thing", new ThingArgs { Text = "start" }, new CustomResourceOptions
            {
                Parent = group,
                ResourceTransformations = { Append("own1"), Append("own2") },
            });
        }

        private static ResourceTransformation Append(string text) => args =>
            args.Args is ThingArgs thing
                ? new ResourceTransformationResult(new ThingArgs { Text = Output.Format($"{thing.Text} {text}") }, args.Options)
                : null;
    }

    [Fact]
    public async Task Transformation_SeesResourceArgsAndOptions()
    {
        List<string> seen = [];
        await Programs.RunAsync(new RecordingMocks(), () => new Thing("thing", new ThingArgs(), new CustomResourceOptions
        {
            Protect = true,
            ResourceTransformations =
            {
                args =>
                {
                    seen.Add($"{args.Resource.GetResourceName()} {args.Resource.GetResourceType()} {args.Args.GetType().Name} {args.Options.GetType().Name} {args.Options.Protect}");
                    return null;
                },
            },
        }));

        Assert.Equal(["thing test:index:Thing ThingArgs CustomResourceOptions True"], seen);
    }

    [Fact]
    public async Task Transformation_ChangesOptions_NewOnesAreUsed()
    {
        RecordingMocks mocks = new();
        await Programs.RunAsync(mocks, () => new Thing("thing", new ThingArgs(), new CustomResourceOptions
        {
            ResourceTransformations =
            {
                args => new ResourceTransformationResult(args.Args, CustomResourceOptions.Merge(
                    (CustomResourceOptions)args.Options,
                    new CustomResourceOptions { ImportId = "changed" })),
            },
        }));

        Assert.Equal("changed", mocks["thing"].Id);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Transformation_AsksForTheUrn_GetsItLater(bool answersLater)
    {
        OutputState state = null!;
        await Programs.RunAsync(new RecordingMocks { AnswersLater = answersLater }, () => new Thing("thing", new ThingArgs(), new CustomResourceOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    Log.Info("about to be made", args.Resource);
                    Output.Create(1).Apply(async _ => state = await OutputState.OfAsync(args.Resource.Urn));
                    return null;
                },
            },
        }));

        Assert.EndsWith("::thing'", state.Value, StringComparison.Ordinal);
        Assert.Equal("thing", state.Resources);
    }

    [Fact]
    public async Task Transformation_FailsAfterAskingForTheUrn_EndsTheRun()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () => new Thing("thing", new ThingArgs(), new CustomResourceOptions
        {
            ResourceTransformations =
            {
                args =>
                {
                    args.Resource.Urn.Apply(static urn => urn + "!");
                    throw new FormatException("no good");
                },
            },
        }));

        Assert.Equal("System.FormatException: no good", Programs.WithoutProgram(message));
    }

    [Fact]
    public async Task Transformation_ChangesParent_Fails()
    {
        string message = await Programs.FailAsync(new RecordingMocks(), () =>
        {
            Group group = new("group");
            _ = new Thing("thing", new ThingArgs(), new CustomResourceOptions
            {
                ResourceTransformations = { args => new ResourceTransformationResult(args.Args, new CustomResourceOptions { Parent = group }) },
            });
        });

        Assert.Equal(
            "System.ArgumentException: Transformations cannot currently be used to change the 'parent' of a resource.",
            Programs.WithoutProgram(message));
    }
}

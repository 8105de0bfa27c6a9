using Pulumi;
using Rampart.Components.Availability;
using Rampart.Components.Workloads;
using Rampart.Tests.Shared.Mocks;

namespace Rampart.Components.Tests.Availability;

public sealed class DisruptionBudgetTests
{
    // A budget that changes its form is replaced, one whose number changes is not; why is told where the budget is defined.
    [Theory]
    [InlineData(null, "spec.minAvailable")]
    [InlineData(2, "spec.maxUnavailable")]
    public async Task Define_Budget_IsReplacedWhenItHadTheOtherForm(int? minAvailable, string field)
    {
        CustomResourceOptions? options = null;
        DisruptionBudgetArgs budget = new();
        if (minAvailable is { } pods)
        {
            budget.MinAvailable = pods;
        }

        await Deployment.TestAsync(new RecordingMocks(), Recording.Preview(isPreview: false), () =>
        {
            _ = new HardenedDeployment(
                "web",
                new HardenedDeploymentArgs { Namespace = "shop", Image = "registry.example.com/web:v1", DisruptionBudget = budget },
                new ComponentResourceOptions
                {
                    ResourceTransformations =
                    {
                        args =>
                        {
                            if (args.Resource.GetResourceType().EndsWith(":PodDisruptionBudget", StringComparison.Ordinal))
                            {
                                options = (CustomResourceOptions)args.Options;
                            }

                            return null;
                        },
                    },
                });
        });

        Assert.Equal([field], options!.ReplaceOnChanges);
        Assert.True(options.DeleteBeforeReplace);
        Assert.NotNull(options.Parent);
    }
}

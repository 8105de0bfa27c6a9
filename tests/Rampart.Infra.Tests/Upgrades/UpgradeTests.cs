using System.Text;
using Rampart.Plan.Plans;
using Rampart.Tests.Shared;

namespace Rampart.Infra.Tests.Upgrades;

public sealed class UpgradeTests
{
    private static readonly HashSet<string> Serving =
        new(StringComparer.Ordinal) { "Deployment", "Service", "PodDisruptionBudget", "NetworkPolicy", "ServiceAccount", "Namespace", "Role", "RoleBinding" };

    public static TheoryData<string, string> Changes
    {
        get
        {
            TheoryData<string, string> data = [];
            foreach (string stack in (string[])["dev", "prod"])
            {
                foreach (SettingChange change in SettingChange.Of(stack))
                {
                    data.Add(stack, change.Name);
                }
            }

            return data;
        }
    }

    [Trait("Speed", "Slow")]
    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Update_ChangeOfASetting_DeletesNothingThatServes(string stack, string name)
    {
        Upgrade upgrade = await UpdateAsync(stack, SettingChange.Of(stack).Single(change => change.Name == name));

        Assert.Equal([], upgrade.ReplacedDeleteFirst.Concat(upgrade.Deleted).Where(resource => Serving.Contains(Kind(resource))).Select(Upgrade.Describe));
        Assert.Equal([], upgrade.Refused.Select(Upgrade.Describe));
        if (stack == "prod")
        {
            // A value that has become the default would test nothing.
            Assert.Equal(name == "nothing", upgrade.ToString().Trim() == "nothing");
        }
    }

    [Trait("Speed", "Slow")]
    [Theory]
    [InlineData("dev")]
    [InlineData("prod")]
    public async Task Update_EachChangeOfASetting_ReplacesTheseObjects(string stack)
    {
        StringBuilder text = new();
        foreach (SettingChange change in SettingChange.Of(stack))
        {
            text.Append($"{change.Name}\n{await UpdateAsync(stack, change)}");
        }

        GoldenFile.Verify($"{stack}.txt", text.ToString());
    }

    private static async Task<Upgrade> UpdateAsync(string stack, SettingChange change) =>
        EngineModel.Update(await StackPlan.OfAsync(stack, change.Before), await StackPlan.OfAsync(stack, change.After));

    private static string Kind(PlanResource resource) => resource.Type[(resource.Type.LastIndexOf(':') + 1)..];
}

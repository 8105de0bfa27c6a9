using Rampart.Plan.Configuration;
using Rampart.Rules.Objects;

namespace Rampart.Plan.Plans;

/// <summary>A plan as rules look at it that are about resources and not about objects.</summary>
public static class DeclaredPlan
{
    /// <summary>The resources of a plan.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="configuration">The values that the default providers get, by full key.</param>
    public static DeclaredStack Of(Plan plan, IReadOnlyDictionary<string, ConfigValue> configuration)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(configuration);
        DeclaredResource[] resources = new DeclaredResource[plan.Resources.Length];
        for (int i = 0; i < resources.Length; i++)
        {
            PlanResource resource = plan.Resources[i];
            resources[i] = new DeclaredResource(resource.Urn, resource.Request, resource.Inputs, resource.IsRead);
        }

        return new DeclaredStack(resources)
        {
            HasMutableSecrets = IsTrue("kubernetes:enableSecretMutable"),
            HasMutableConfigMaps = IsTrue("kubernetes:enableConfigMapMutable"),
        };

        bool IsTrue(string key) => configuration.TryGetValue(key, out ConfigValue? value) && value.Text == "true";
    }
}

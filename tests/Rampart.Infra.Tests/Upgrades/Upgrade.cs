using System.Text;
using Rampart.Plan.Plans;

namespace Rampart.Infra.Tests.Upgrades;

/// <summary>What an update does to each resource that it changes.</summary>
internal sealed class Upgrade
{
    public List<PlanResource> Created { get; } = [];

    public List<PlanResource> Updated { get; } = [];

    /// <summary>Those whose update the API server refuses.</summary>
    public List<PlanResource> Refused { get; } = [];

    /// <summary>Those of which a new one is made before the old one goes.</summary>
    public List<PlanResource> ReplacedCreateFirst { get; } = [];

    /// <summary>Those that are deleted before they are made anew.</summary>
    public List<PlanResource> ReplacedDeleteFirst { get; } = [];

    public List<PlanResource> Deleted { get; } = [];

    /// <summary>Kind and logical name, e.g. <c>Deployment spicedb</c>.</summary>
    public static string Describe(PlanResource resource) => $"{resource.Type[(resource.Type.LastIndexOf(':') + 1)..]} {resource.Name}";

    /// <summary>A line for each thing that happens, with what it happens to.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        Append("created", Created);
        Append("updated", Updated);
        Append("refused", Refused);
        Append("replaced, new one first", ReplacedCreateFirst);
        Append("replaced, deleted first", ReplacedDeleteFirst);
        Append("deleted", Deleted);
        return text.Length == 0 ? "  nothing\n" : text.ToString();

        void Append(string what, List<PlanResource> resources)
        {
            if (resources.Count > 0)
            {
                text.Append($"  {what}: {string.Join(", ", resources.Select(Describe).Order(StringComparer.Ordinal))}\n");
            }
        }
    }
}

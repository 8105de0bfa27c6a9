
namespace Rampart.Rules.Resources;

/// <summary>Which pods leave out what quotas ask every container to set.</summary>
internal sealed class QuotaDemands
{
    private readonly List<string> _lines = [];
    private readonly List<(int Workload, string Problem)> _problems = [];

    public QuotaDemands(IReadOnlyList<QuotaWorkload> workloads, PodResources[] pods, ResourceList hard)
    {
        for (int i = 0; i < pods.Length; i++)
        {
            if (QuotaFeasibility.FindUnset(hard, pods[i]) is { } missing)
            {
                _lines.Add($"{workloads[i].Name}: {missing}");
                _problems.Add((i, missing));
            }
        }
    }

    /// <summary>One line per workload, in the words of the API server.</summary>
    public IReadOnlyList<string> Lines => _lines;

    /// <summary>The places of the workloads, and what they leave out.</summary>
    public IReadOnlyList<(int Workload, string Problem)> Problems => _problems;
}

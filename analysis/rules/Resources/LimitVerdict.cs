using Rampart.Rules.Objects;

namespace Rampart.Rules.Resources;

/// <summary>Why the LimitRanges of a namespace reject pods that request the same.</summary>
internal sealed class LimitVerdict
{
    // LimitRanges with different bounds for one thing.
    private const int MostTold = 3;

    private readonly List<(LimitRangeGroup Group, LimitRangeViolation Violation)> _told = [];
    private readonly List<LimitRangeGroup> _rejecting = [];
    private readonly Dictionary<(int Container, string List, string Resource, string Bound), (LimitRangeViolation First, int Told, int More)> _counts = [];

    /// <summary>Finds it out.</summary>
    /// <param name="workload">A workload with such pods.</param>
    /// <param name="stored">One of them, as it is stored.</param>
    /// <param name="groups">The LimitRanges.</param>
    public LimitVerdict(Workload workload, PodResources stored, IReadOnlyList<LimitRangeGroup> groups)
    {
        foreach (LimitRangeGroup group in groups)
        {
            List<LimitRangeViolation> violations = LimitRangeAdmission.Check(workload, stored, group.Items);
            if (violations.Count > 0)
            {
                _rejecting.Add(group);
            }

            foreach (LimitRangeViolation violation in violations)
            {
                (int, string, string, string) place = (violation.Container, violation.List, violation.Resource, violation.Bound);
                (LimitRangeViolation first, int told, int more) = _counts.GetValueOrDefault(place, (violation, 0, 0));
                if (told == MostTold)
                {
                    _counts[place] = (first, told, more + group.Count);
                    continue;
                }

                _counts[place] = (first, told + 1, more);
                _told.Add((group, violation));
            }
        }
    }

    /// <summary>The LimitRanges that reject the pods, and why: no more than three for one bound of one thing.</summary>
    public IReadOnlyList<(LimitRangeGroup Group, LimitRangeViolation Violation)> Told => _told;

    /// <summary>How many more there are for one bound of one thing, of which an example is given.</summary>
    public IEnumerable<(LimitRangeViolation Like, int More)> More =>
        from count in _counts.Values where count.More > 0 select (count.First, count.More);

    /// <summary>The LimitRanges that reject the pods.</summary>
    public IReadOnlyList<LimitRangeGroup> Rejecting => _rejecting;
}

using System.Collections.Concurrent;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network;

/// <summary>
/// The NetworkPolicies of one place that select all or many of its workloads. What they say together is found out for all
/// workloads at once, and for each question once: one policy after the other about each workload would take too long.
/// </summary>
internal sealed class WidePolicies
{
    private readonly List<PolicyView> _ofAll = [];
    private readonly List<(PolicyView Policy, PodSelection Selection)> _ofMany = [];
    private readonly ConcurrentDictionary<Question, Answer> _answers = [];
    private PodPlace? _place;

    /// <summary>Whether one flag or the other holds.</summary>
    public static Flag Most(Flag left, Flag right) =>
        left == Flag.True || right == Flag.True ? Flag.True
        : left == Flag.Unknown || right == Flag.Unknown ? Flag.Unknown
        : Flag.False;

    /// <summary>Adds a policy that selects all workloads.</summary>
    public void Add(PolicyView policy) => _ofAll.Add(policy);

    /// <summary>Adds a policy that selects many of a place, which is the same for all of them.</summary>
    public void Add(PolicyView policy, PodSelection selection, PodPlace place)
    {
        _ofMany.Add((policy, selection));
        _place = place;
    }

    /// <summary>Whether the pods of a workload of the place are cut off in a direction.</summary>
    public Flag Isolates(Workload workload, PolicyDirection direction) =>
        Find(new Question(direction, Asked: null, Allows: null), static (policies, question) => policies.Isolate(question.Direction), workload);

    /// <summary>Whether some rule of a policy that selects, or may select, a workload lets something through, or may do so.</summary>
    public bool MayAllow<T>(Workload workload, PolicyDirection direction, T asked, Func<Field, T, Flag> allows)
        where T : class =>
        Find(new Question(direction, asked, allows), (policies, _) => policies.Allow(direction, asked, allows), workload) != Flag.False;

    private Flag Find(Question question, Func<WidePolicies, Question, Answer> find, Workload workload)
    {
        if (_ofAll.Count + _ofMany.Count == 0)
        {
            return Flag.False;
        }

        if (!_answers.TryGetValue(question, out Answer? answer))
        {
            answer = _answers.GetOrAdd(question, find(this, question));
        }

        int number = answer.OfAll == Flag.True || _place is null ? -1 : _place.NumberOf(workload);
        return number < 0 ? answer.OfAll : Most(answer.OfAll, answer.True![number] ? Flag.True : answer.Possible![number] ? Flag.Unknown : Flag.False);
    }

    private Answer Isolate(PolicyDirection direction)
    {
        Flag ofAll = Flag.False;
        foreach (PolicyView policy in _ofAll)
        {
            ofAll = Most(ofAll, policy.Isolates(direction));
        }

        if (_place is null)
        {
            return new Answer(ofAll, null, null);
        }

        PodBits certain = new(_place.Pods.Count), possible = new(_place.Pods.Count);
        foreach ((PolicyView policy, PodSelection selection) in _ofMany)
        {
            Flag isolates = policy.Isolates(direction);
            if (isolates != Flag.False)
            {
                possible.Or(selection.Possible!);
            }

            if (isolates == Flag.True)
            {
                certain.Or(selection.Certain!);
            }
        }

        return new Answer(ofAll, certain, possible);
    }

    private Answer Allow<T>(PolicyDirection direction, T asked, Func<Field, T, Flag> allows)
    {
        foreach (PolicyView policy in _ofAll)
        {
            if (policy.MayAllow(direction, asked, allows))
            {
                return new Answer(Flag.True, null, null);
            }
        }

        if (_place is null)
        {
            return new Answer(Flag.False, null, null);
        }

        PodBits possible = new(_place.Pods.Count);
        foreach ((PolicyView policy, PodSelection selection) in _ofMany)
        {
            if (policy.MayAllow(direction, asked, allows))
            {
                possible.Or(selection.Possible!);
            }
        }

        return new Answer(Flag.False, possible, possible);
    }

    // What is asked: whether pods are cut off, or whether something is let through.
    private sealed record Question(PolicyDirection Direction, object? Asked, Delegate? Allows);

    // Of the workloads by their numbers, and of all.
    private sealed record Answer(Flag OfAll, PodBits? True, PodBits? Possible);
}

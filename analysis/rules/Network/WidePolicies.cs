using System.Collections.Concurrent;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Network;

/// <summary>
/// The NetworkPolicies of one namespace that select all or many of its workloads. Their combined effect is computed for all
/// workloads at once, and once for each question: checking one policy after the other for each workload would take too long.
/// </summary>
internal sealed class WidePolicies
{
    private readonly List<PolicyView> _ofAll = [];
    private readonly List<(PolicyView Policy, PodSelection Selection)> _ofMany = [];
    private readonly ConcurrentDictionary<Question, Answer> _answers = [];
    private PodPlace? _place;

    /// <summary>Adds a policy that selects all workloads.</summary>
    public void Add(PolicyView policy) => _ofAll.Add(policy);

    /// <summary>Adds a policy that selects many of a place, which is the same for all of them.</summary>
    public void Add(PolicyView policy, PodSelection selection, PodPlace place)
    {
        _ofMany.Add((policy, selection));
        _place = place;
    }

    /// <summary>Whether the pods of a workload of the namespace are isolated in a direction.</summary>
    public Flag Isolates(Workload workload, PolicyDirection direction) =>
        Find(new Question(direction, Asked: null, Allows: null), static (policies, question) => policies.Isolate(question.Direction), workload);

    /// <summary>Whether some rule of a policy that selects, or may select, a workload allows something, or may allow it.</summary>
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
        return number < 0 ? answer.OfAll : answer.OfAll.Or(answer.True![number] ? Flag.True : answer.Possible![number] ? Flag.Unknown : Flag.False);
    }

    private Answer Isolate(PolicyDirection direction)
    {
        Flag ofAll = Flag.False;
        foreach (PolicyView policy in _ofAll)
        {
            ofAll = ofAll.Or(policy.Isolates(direction));
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

    // The question: whether pods are isolated, or whether something is allowed.
    private sealed record Question(PolicyDirection Direction, object? Asked, Delegate? Allows);

    // Of the workloads by their numbers, and of all.
    private sealed record Answer(Flag OfAll, PodBits? True, PodBits? Possible);
}

using System.Collections.Concurrent;
using Rampart.Rules.Findings;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Catalogue;

/// <summary>The rules that look at one object, by the kind of object. Threads may ask at the same time.</summary>
/// <param name="rules">All of them.</param>
internal sealed class RulesOfKinds(List<EnabledRule> rules)
{
    // The rules of one kind, and those of kinds in other groups that have the same name.
    private readonly ConcurrentDictionary<string, OfKind> _byKind = new(StringComparer.Ordinal);

    /// <summary>The rules that look at an object.</summary>
    public List<EnabledRule> For(KubernetesObject item)
    {
        if (_byKind.TryGetValue(item.Kind, out OfKind? known))
        {
            for (OfKind? ofKind = known; ofKind is not null; ofKind = ofKind.Next)
            {
                if (ofKind.Group == item.Group)
                {
                    return ofKind.Rules;
                }
            }
        }

        OfKind found = new(item.Group, rules.FindAll(rule => rule.Rule.LooksAt(item.Group, item.Kind)), known);
        _byKind[item.Kind] = found;
        return found.Rules;
    }

    private sealed record OfKind(string Group, List<EnabledRule> Rules, OfKind? Next);
}

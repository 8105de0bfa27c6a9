using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Findings;

namespace Rampart.Rules.Catalogue;

/// <summary>Rules as users name them: by number or by name.</summary>
public static class RuleName
{
    /// <summary>Finds a rule.</summary>
    /// <param name="text">Its number or its name.</param>
    /// <param name="rule">The rule; null when there is none.</param>
    /// <param name="fix">What to do when there is none: which rule was probably meant.</param>
    public static bool TryFind(string text, [NotNullWhen(true)] out Rule? rule, [NotNullWhen(false)] out string? fix)
    {
        fix = null;
        if (RuleCatalogue.TryFind(text, out rule))
        {
            return true;
        }

        string? meant = SpellingSuggestion.Find(text, Names());
        fix = meant is null ? "give a number or a name that `rules` lists" : $"did you mean '{meant}'?";
        return false;
    }

    private static IEnumerable<string> Names()
    {
        foreach (Rule rule in RuleCatalogue.All)
        {
            yield return rule.Id;
            yield return rule.Name;
        }
    }
}

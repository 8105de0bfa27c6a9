using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies;

/// <summary>Falco rule files: lists of rules, macros and lists that no API server knows.</summary>
/// <remarks>
/// Rules look at Falco rules in three places: in an object that <see cref="Wrap"/> makes of a rule file, in a ConfigMap's
/// <c>data</c> and in a Rulesfile of the Falco operator; the texts of the last two are read by
/// <see cref="Options.CheckOptions.ReadYaml"/>.
/// </remarks>
public static class FalcoRules
{
    /// <summary>The kind of the object that stands for a rule file.</summary>
    public const string Kind = "FalcoRules";

    /// <summary>Whether a document is a rule file: a list in which an item has <c>rule</c>, <c>macro</c> or <c>list</c>.</summary>
    public static bool IsRuleFile(PropertyValue document)
    {
        if (document.Inner.ListOrNull() is { } list)
        {
            foreach (PropertyValue item in list.Items)
            {
                if (item.Inner.ObjectOrNull() is { } fields && (fields.ContainsKey("rule") || fields.ContainsKey("macro") || fields.ContainsKey("list")))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>Makes an object of a rule file, to be checked with others: <c>{"kind": "FalcoRules", "rules": […]}</c>.</summary>
    /// <param name="rules">The list that the file holds.</param>
    /// <param name="origin">Where it comes from.</param>
    public static KubernetesObject Wrap(PropertyValue rules, ObjectOrigin? origin = null) =>
        new(PropertyObject.Create(new Property("kind", PropertyValue.From(Kind)), new Property("rules", rules)), origin);

    /// <summary>Whether a text may be a rule file; cheap.</summary>
    internal static bool LooksLikeRuleFile(string text) =>
        text.Contains("condition", StringComparison.Ordinal)
        && (text.Contains("rule", StringComparison.Ordinal) || text.Contains("macro", StringComparison.Ordinal));
}

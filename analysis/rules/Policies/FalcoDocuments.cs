using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Facts;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies;

/// <summary>All Falco rules in a set of objects.</summary>
internal sealed class FalcoDocuments
{
    private const int MaxDepth = 8;

    private readonly List<FalcoItem> _items = [];
    private readonly Dictionary<string, FalcoItem> _macros = new(StringComparer.Ordinal);
    private readonly HashSet<string> _lists = new(StringComparer.Ordinal);

    private FalcoDocuments(SharedFacts facts)
    {
        foreach (KubernetesObject item in facts.Objects.OfKind("", FalcoRules.Kind))
        {
            Add(item, "rules", isText: false, item["rules"]);
        }

        if (facts.Options.ReadYaml is { } read)
        {
            foreach (KubernetesObject item in facts.Objects.OfKind("", "ConfigMap"))
            {
                AddTexts(item, read);
            }

            foreach (KubernetesObject item in facts.Objects.OfKind("artifact.falcosecurity.dev", "Rulesfile"))
            {
                AddText(item, "spec.inlineRules", item.Spec["inlineRules"], read);
            }
        }
    }

    /// <summary>The rules, macros and lists in their order.</summary>
    public IReadOnlyList<FalcoItem> Items => _items;

    public static FalcoDocuments Of(SharedFacts facts) => facts.Get(static facts => new FalcoDocuments(facts));

    /// <summary>Whether a macro is defined here.</summary>
    public bool HasMacro(string name) => _macros.ContainsKey(name);

    /// <summary>Whether a list is defined here.</summary>
    public bool HasList(string name) => _lists.Contains(name);

    /// <summary>Adds the comparisons of a condition and of the macros in it.</summary>
    /// <returns>Whether all macros are known: those of Falco's own rules are, without what they compare.</returns>
    public bool Expand(IReadOnlyList<FalcoTerm> terms, List<FalcoTerm> expanded) => Expand(terms, isNegated: false, MaxDepth, expanded);

    private bool Expand(IReadOnlyList<FalcoTerm> terms, bool isNegated, int depth, List<FalcoTerm> expanded)
    {
        bool isKnown = depth > 0;
        for (int i = 0; i < terms.Count && depth > 0; i++)
        {
            FalcoTerm term = isNegated ? terms[i] with { IsNegated = !terms[i].IsNegated } : terms[i];
            expanded.Add(term);
            if (term.IsMacro)
            {
                isKnown &= _macros.TryGetValue(term.Values[0].Text, out FalcoItem? macro)
                    ? Expand(macro.Terms, term.IsNegated, depth - 1, expanded)
                    : StockFalco.IsMacro(term.Values[0].Text);
            }
        }

        return isKnown;
    }

    private void AddTexts(KubernetesObject item, Func<string, PropertyValue> read)
    {
        Field data = item["data"];
        if (data.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            foreach (Property property in properties)
            {
                AddText(item, $"data[{property.Name}]", data.Below(property.Value), read);
            }
        }
    }

    private void AddText(KubernetesObject item, string path, Field text, Func<string, PropertyValue> read)
    {
        if (FalcoRules.LooksLikeRuleFile(text.Text) && read(text.Text) is var document && FalcoRules.IsRuleFile(document))
        {
            Add(item, path, isText: true, text.Below(document));
        }
        else if (FalcoRules.IsRuleFile(text.Value))
        {
            Add(item, path, isText: false, text);
        }
    }

    private void Add(KubernetesObject item, string path, bool isText, Field list)
    {
        _ = list.TryGetItems(out FieldItems items);
        for (int i = 0; i < items.Count; i++)
        {
            Field body = items[i];
            string place = isText ? path : string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
            FalcoItem added = new(item, place, isText, body, body["condition"].Text is { Length: > 0 } text ? FalcoCondition.Read(text) : []);
            _items.Add(added);
            if (body["macro"].Text is { Length: > 0 } macro && !added.IsChange)
            {
                _macros[macro] = added;
            }
            else if (body["list"].Text is { Length: > 0 } name)
            {
                _lists.Add(name);
            }
        }
    }
}

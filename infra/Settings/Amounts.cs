using Pulumi;
using Rampart.Rules.Resources;

namespace Rampart.Infra.Settings;

/// <summary>Quantities by name: as they were written, which is how they reach a manifest, and what they are.</summary>
/// <param name="Texts">The texts, in the order in which they were given.</param>
/// <param name="Quantities">What they are.</param>
public sealed record Amounts(IReadOnlyList<KeyValuePair<string, string>> Texts, ResourceList Quantities)
{
    /// <summary>No quantities.</summary>
    public static readonly Amounts None = new([], ResourceList.Empty);

    internal static Amounts Of(params (string Name, string Text)[] amounts)
    {
        List<KeyValuePair<string, string>> texts = [];
        ResourceList quantities = ResourceList.Empty;
        foreach ((string name, string text) in amounts)
        {
            texts.Add(new(name, text));
            quantities = quantities.With(name, Quantity.Parse(text));
        }

        return new Amounts(texts, quantities);
    }

    internal InputMap<string> ToInput()
    {
        InputMap<string> map = [];
        foreach ((string name, string text) in Texts)
        {
            map.Add(name, text);
        }

        return map;
    }
}

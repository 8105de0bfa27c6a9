namespace Rampart.Yaml;

/// <summary>Builds trees of the nodes on a tape.</summary>
/// <param name="tape">The tape.</param>
/// <param name="schema">Which plain words are not strings.</param>
internal sealed class YamlTree(YamlTape tape, YamlSchema schema)
{
    // An alias is the very node that its anchor names. Nodes are kept only where there are aliases.
    private readonly Dictionary<int, YamlNode>? _known = tape.HasAliases ? [] : null;

    /// <summary>The tree below a node.</summary>
    /// <param name="place">The place of the node.</param>
    public YamlNode Build(int place)
    {
        place = tape.Resolve(place);
        if (_known is not null && _known.TryGetValue(place, out YamlNode? known))
        {
            return known;
        }

        YamlNode node = tape[place].Kind switch
        {
            YamlTokenKind.Mapping => BuildMapping(place),
            YamlTokenKind.Sequence => BuildSequence(place),
            _ => BuildScalar(place),
        };
        _known?.Add(place, node);
        return node;
    }

    private YamlScalar BuildScalar(int place)
    {
        ref readonly YamlToken token = ref tape[place];
        return new YamlScalar(token.Text, token.Style, token.Position, tape.TagOf(place), schema);
    }

    private YamlSequence BuildSequence(int place)
    {
        List<YamlNode> items = new(tape[place].Count);
        for (int item = place + 1; item < tape[place].End; item = tape[item].End)
        {
            items.Add(Build(item));
        }

        return new YamlSequence(items, tape[place].Position);
    }

    private YamlMapping BuildMapping(int place)
    {
        List<YamlEntry> entries = new(tape[place].Count);
        for (int key = tape.FirstKey(place); key >= 0; key = tape.NextKey(place, key))
        {
            entries.Add(new YamlEntry(BuildScalar(key), Build(key + 1)));
        }

        return new YamlMapping(entries, tape[place].Position);
    }
}

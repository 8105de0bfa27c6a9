namespace Rampart.Plan.Yaml;

/// <summary>The entries of a mapping that is being written on a tape: no key twice, merge keys resolved.</summary>
/// <param name="tape">The tape.</param>
/// <param name="mapping">The place of the mapping, which is open.</param>
internal struct MappingEntries(YamlTape tape, int mapping)
{
    // Up to here a scan over the keys is cheaper than a table.
    private const int LinearSearchLimit = 8;

    private Dictionary<string, int>? _byText;
    private int _count;
    private int _merge;

    /// <summary>Takes an entry whose key and value have been written.</summary>
    /// <param name="key">The place of the key, a scalar.</param>
    /// <exception cref="YamlException">The key is there already.</exception>
    public void Add(int key)
    {
        ref readonly YamlToken token = ref tape[key];
        if (Find(token.Text, key) is >= 0 and int earlier)
        {
            throw new YamlException(
                $"the key '{token.Text}' is already there, on line {tape[earlier].Line}", "keep one of them", token.Line, token.Column);
        }

        Count(key);
        if (token.Text == "<<" && (tape.TagOf(key) is { } tag ? tag == "!!merge" : token.Style == ScalarStyle.Plain))
        {
            _merge = key;
        }
    }

    /// <summary>Ends the mapping.</summary>
    /// <exception cref="YamlException">A merge key has something else than mappings.</exception>
    public void Close()
    {
        if (_merge > 0)
        {
            tape.Hide(_merge);
            _count--;
            Merge(_merge + 1);
        }

        tape.Close(mapping, _count);
    }

    // The mapping's own keys win over merged ones, and earlier mappings over later ones.
    private void Merge(int value)
    {
        int source = tape.Resolve(value);
        if (tape[source].Kind != YamlTokenKind.Sequence)
        {
            AddMissing(value);
            return;
        }

        for (int item = source + 1; item < tape[source].End; item = tape[item].End)
        {
            AddMissing(item);
        }
    }

    private void AddMissing(int node)
    {
        int source = tape.Resolve(node);
        if (tape[source].Kind != YamlTokenKind.Mapping)
        {
            throw new YamlException(
                "the merge key << has something else than mappings", "give it an alias of a mapping, or a list of them", tape[node].Line, tape[node].Column);
        }

        for (int key = tape.FirstKey(source); key >= 0; key = tape.NextKey(source, key))
        {
            int copy = tape.Count;
            if (Find(tape[key].Text, copy) < 0)
            {
                tape.AddEntry(key);
                Count(copy);
            }
        }
    }

    private void Count(int key)
    {
        _count++;
        if (_byText is not null)
        {
            _byText.Add(tape[key].Text, key);
        }
        else if (_count > LinearSearchLimit)
        {
            _byText = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int known = mapping + 1; known < tape.Count; known = tape[known + 1].End)
            {
                _byText.Add(tape[known].Text, known);
            }
        }
    }

    // The place of the same key before a place; -1 for none.
    private readonly int Find(string text, int before)
    {
        if (_byText is not null)
        {
            return _byText.GetValueOrDefault(text, -1);
        }

        for (int key = mapping + 1; key < before; key = tape[key + 1].End)
        {
            if (tape[key].Text == text)
            {
                return key;
            }
        }

        return -1;
    }
}

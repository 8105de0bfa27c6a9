namespace Rampart.Plan.Yaml;

/// <summary>The entries of a mapping that is being written on a tape: no key twice, merge keys resolved.</summary>
/// <param name="tape">The tape.</param>
/// <param name="mapping">The place of the mapping, which is open.</param>
/// <param name="schema">Says how merge keys work. Those of YAML 1.2 add what the mapping does not say anywhere. Those of YAML 1.1
/// work where they stand, as in Go's yaml.v2: what they bring replaces entries before them and is replaced by entries after them.</param>
internal struct MappingEntries(YamlTape tape, int mapping, YamlSchema schema)
{
    // Up to here a scan over the keys is cheaper than a table.
    private const int LinearSearchLimit = 16;

    private Dictionary<string, int>? _byText;
    private HashSet<int>? _merged;
    private int _count;
    private int _mergeAtEnd;

    /// <summary>Takes an entry whose key and value have been written.</summary>
    /// <param name="key">The place of the key, a scalar.</param>
    /// <exception cref="YamlException">The key is there already, or a merge key has something else than mappings.</exception>
    public void Add(int key)
    {
        bool isMerge = IsMerge(key);
        if (isMerge && schema == YamlSchema.Yaml11)
        {
            tape.Hide(key);
            Merge(key + 1, tape.Count);
            return;
        }

        ref readonly YamlToken token = ref tape[key];
        int earlier = Find(token.Text, key);
        if (earlier >= 0 && _merged?.Contains(earlier) == true)
        {
            Remove(earlier);
        }
        else if (earlier >= 0)
        {
            throw new YamlException(
                $"the key '{token.Text}' is already there, on line {tape[earlier].Line}", "keep one of them", token.Line, token.Column);
        }

        Count(key);
        _mergeAtEnd = isMerge ? key : _mergeAtEnd;
    }

    /// <summary>Ends the mapping.</summary>
    /// <exception cref="YamlException">A merge key has something else than mappings.</exception>
    public void Close()
    {
        if (_mergeAtEnd > 0)
        {
            Remove(_mergeAtEnd);
            Merge(_mergeAtEnd + 1, mapping);
        }

        tape.Close(mapping, _count);
    }

    private readonly bool IsMerge(int key) =>
        tape[key].Text == "<<" && (tape.TagOf(key) is { } tag ? tag == "!!merge" : tape[key].Style == ScalarStyle.Plain);

    // Adds the entries of a mapping, or of a list of them, save those that are there at or behind a place; those before it give way.
    private void Merge(int value, int from)
    {
        int source = tape.Resolve(value);
        if (tape[source].Kind != YamlTokenKind.Sequence)
        {
            AddAll(value, from);
            return;
        }

        for (int item = source + 1; item < tape[source].End; item = tape[item].End)
        {
            AddAll(item, from);
        }
    }

    private void AddAll(int node, int from)
    {
        int source = tape.Resolve(node);
        if (tape[source].Kind != YamlTokenKind.Mapping)
        {
            throw new YamlException(
                "the merge key << has something else than mappings", "give it an alias of a mapping, or a list of them", tape[node].Line, tape[node].Column);
        }

        for (int key = tape.FirstKey(source); key >= 0; key = tape.NextKey(source, key))
        {
            int copy = tape.Count, earlier = Find(tape[key].Text, copy);
            if (earlier >= from)
            {
                continue;
            }

            if (earlier >= 0)
            {
                Remove(earlier);
            }

            tape.AddEntry(key);
            Count(copy);
            (_merged ??= []).Add(copy);
        }
    }

    private void Remove(int key)
    {
        tape.Hide(key);
        _byText?.Remove(tape[key].Text);
        _count--;
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
                if (!tape.IsHidden(known))
                {
                    _byText.Add(tape[known].Text, known);
                }
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
            if (tape[key].Text == text && !tape.IsHidden(key))
            {
                return key;
            }
        }

        return -1;
    }
}

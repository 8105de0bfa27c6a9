namespace Rampart.Yaml;

/// <summary>The entries of a mapping that is being written on a tape: no key twice, merge keys resolved.</summary>
/// <param name="tape">The tape.</param>
/// <param name="mapping">The place of the mapping, which is open.</param>
/// <param name="schema">Says how merge keys work. Those of YAML 1.2 add what the mapping does not say anywhere; those of YAML 1.1 add
/// all, and what is there already is there twice, as Kubernetes' strict reading has it.</param>
internal struct MappingEntries(YamlTape tape, int mapping, YamlSchema schema)
{
    // Up to here a scan over the keys is cheaper than a table.
    private const int LinearSearchLimit = 16;

    private Dictionary<string, int>? _byText;
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
            Merge(key + 1);
            return;
        }

        ref readonly YamlToken token = ref tape[key];
        int earlier = Find(token.Text, key);
        if (earlier >= 0)
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
            tape.Hide(_mergeAtEnd);
            _count--;
            Merge(_mergeAtEnd + 1);
        }

        tape.Close(mapping, _count);
    }

    private readonly bool IsMerge(int key) =>
        tape[key].Text == "<<" && (tape.TagOf(key) is { } tag ? tag == "!!merge" : tape[key].Style == ScalarStyle.Plain);

    // Adds the entries of a mapping, or of a list of them.
    private void Merge(int value)
    {
        int source = tape.Resolve(value);
        if (tape[source].Kind != YamlTokenKind.Sequence)
        {
            AddAll(value);
            return;
        }

        for (int item = source + 1; item < tape[source].End; item = tape[item].End)
        {
            AddAll(item);
        }
    }

    private void AddAll(int node)
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
            if (earlier < 0)
            {
                tape.AddEntry(key);
                Count(copy);
            }
            else if (schema == YamlSchema.Yaml11)
            {
                throw new YamlException(
                    $"the merge key << brings the key '{tape[key].Text}', which is already there, on line {tape[earlier].Line}",
                    "keep one of them",
                    tape[node].Line,
                    tape[node].Column);
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

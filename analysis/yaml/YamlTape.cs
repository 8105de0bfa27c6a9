using Rampart.Protocol.Values;

namespace Rampart.Yaml;

/// <summary>
/// The nodes of a document in the order of the text, each before what is in it. One tape serves many documents one after the
/// other, so that reading leaves nothing behind but the texts.
/// </summary>
/// <param name="texts">Holds the words of other documents; null, the default, when there are none.</param>
internal sealed class YamlTape(TextPool? texts = null)
{
    private const int ShortestTape = 256;

    // A longer tape, 256 kB, is given back after its document.
    private const int LongestKept = 8192;

    private YamlToken[] _tokens = new YamlToken[ShortestTape];

    // Few nodes have a tag.
    private Dictionary<int, string>? _tags;

    // The keys of entries that have been taken out.
    private HashSet<int>? _hidden;

    /// <summary>The number of tokens: the place of the next one.</summary>
    public int Count { get; private set; }

    /// <summary>Holds the words of other documents.</summary>
    public TextPool? Texts => texts;

    /// <summary>Whether nodes are used more than once.</summary>
    public bool HasAliases { get; private set; }

    /// <summary>The token at a place.</summary>
    public ref readonly YamlToken this[int place] => ref _tokens[place];

    /// <summary>Empties the tape.</summary>
    public void Clear()
    {
        if (_tokens.Length > LongestKept)
        {
            _tokens = new YamlToken[ShortestTape];
        }

        Count = 0;
        HasAliases = false;
        _tags = null;
        _hidden = null;
    }

    /// <summary>Adds a scalar.</summary>
    public void AddScalar(string text, ScalarStyle style, YamlPosition position, string? tag)
    {
        if (tag is not null)
        {
            (_tags ??= [])[Count] = tag;
        }

        Add(YamlTokenKind.Scalar, position, text).Style = style;
    }

    /// <summary>Adds an alias of an earlier node.</summary>
    public void AddAlias(int target, YamlPosition position)
    {
        HasAliases = true;
        ref YamlToken token = ref Add(YamlTokenKind.Alias, position);
        token.Count = target;
        token.Size = _tokens[target].Size;
        token.Height = _tokens[target].Height;
    }

    /// <summary>Begins a list or mapping, to be ended by <see cref="Close"/>.</summary>
    /// <returns>Its place.</returns>
    public int Open(YamlTokenKind kind, YamlPosition position)
    {
        Add(kind, position);
        return Count - 1;
    }

    /// <summary>Begins a mapping whose first key is the last token.</summary>
    /// <returns>The place of the mapping, which was that of the key; the key is now behind it.</returns>
    public int OpenBefore(YamlPosition position)
    {
        int place = Count - 1;
        YamlToken key = _tokens[place];
        string? tag = TagOf(place);
        _tags?.Remove(place);
        Count = place;
        Add(YamlTokenKind.Mapping, position);
        if (tag is not null)
        {
            _tags![Count] = tag;
        }

        ref YamlToken moved = ref Add(key.Kind, key.Position);
        key.End = moved.End;
        moved = key;
        return place;
    }

    /// <summary>Ends a list or mapping with the last token.</summary>
    /// <param name="place">Its place.</param>
    /// <param name="count">Its items or entries.</param>
    public void Close(int place, int count)
    {
        int size = 1, height = 0;
        for (int child = place + 1; child < Count; child = _tokens[child].End)
        {
            if (IsHidden(child))
            {
                child++;
                continue;
            }

            size += _tokens[child].Size;
            height = Math.Max(height, _tokens[child].Height);
        }

        ref YamlToken token = ref _tokens[place];
        token.End = Count;
        token.Count = count;
        token.Size = size;
        token.Height = (ushort)(height + 1);
    }

    /// <summary>Whether an entry has been taken out.</summary>
    public bool IsHidden(int key) => _hidden is not null && _hidden.Contains(key);

    /// <summary>Takes an entry out of its mapping; its tokens stay, since others may stand for parts of them.</summary>
    /// <param name="key">The place of its key.</param>
    public void Hide(int key) => (_hidden ??= []).Add(key);

    /// <summary>Adds a key that stands elsewhere, and an alias of its value.</summary>
    public void AddEntry(int key)
    {
        YamlToken copy = _tokens[key];
        AddScalar(copy.Text, copy.Style, copy.Position, TagOf(key));
        AddAlias(Resolve(key + 1), copy.Position);
    }

    /// <summary>Writes the scalar that the last token is, or is an alias of, anew.</summary>
    /// <param name="place">The place of the token.</param>
    /// <param name="tag">The tag that it gets; null for that which it has.</param>
    public void Rewrite(int place, string? tag = null)
    {
        int target = Resolve(place);
        YamlToken scalar = _tokens[target];
        tag ??= TagOf(target);
        Count = place;
        AddScalar(scalar.Text, scalar.Style, scalar.Position, tag);
    }

    /// <summary>Makes a text of a scalar, as if it had been in quotes.</summary>
    public void SetText(int place, string text)
    {
        _tokens[place].Text = text;
        _tokens[place].Style = ScalarStyle.DoubleQuoted;
        _tags?.Remove(place);
    }

    /// <summary>The tag of a scalar, in the form of <see cref="YamlScalar.Tag"/>; null for none.</summary>
    public string? TagOf(int place) => _tags?.GetValueOrDefault(place);

    /// <summary>The place of the node that is meant: that of an alias's target, or the place itself.</summary>
    public int Resolve(int place) => _tokens[place].Kind == YamlTokenKind.Alias ? _tokens[place].Count : place;

    /// <summary>The place of a mapping's first key, which its value follows; -1 for none.</summary>
    public int FirstKey(int mapping) => KeyFrom(mapping, mapping + 1);

    /// <summary>The place of the key behind another one and its value; -1 for none.</summary>
    public int NextKey(int mapping, int key) => KeyFrom(mapping, _tokens[key + 1].End);

    /// <summary>The place of the value of a key; -1 when the mapping has none.</summary>
    public int Find(int mapping, string name)
    {
        int key = FirstKey(mapping);
        while (key >= 0 && _tokens[key].Text != name)
        {
            key = NextKey(mapping, key);
        }

        return key < 0 ? -1 : key + 1;
    }

    private int KeyFrom(int mapping, int place)
    {
        int end = _tokens[mapping].End;
        while (place < end && IsHidden(place))
        {
            place = _tokens[place + 1].End;
        }

        return place < end ? place : -1;
    }

    private ref YamlToken Add(YamlTokenKind kind, YamlPosition position, string text = "")
    {
        if (Count == _tokens.Length)
        {
            Array.Resize(ref _tokens, 2 * Count);
        }

        // Field by field: to build a token and copy it costs more.
        ref YamlToken token = ref _tokens[Count++];
        token.Text = text;
        token.Line = position.Line;
        token.Column = position.Column;
        token.End = Count;
        token.Count = 0;
        token.Size = 1;
        token.Height = 0;
        token.Kind = kind;
        token.Style = ScalarStyle.Plain;
        return ref token;
    }
}

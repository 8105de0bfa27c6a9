using System.Globalization;
using System.Text;

namespace Rampart.Cel.Patterns;

/// <summary>The syntax of RE2: no look-around, no references back, repetition up to 1,000.</summary>
internal sealed class PatternParser
{
    private const int RepeatLimit = 1000, DepthLimit = 1000;

    private static readonly CharacterSet Digits = CharacterSet.Of(('0', '9'));
    private static readonly CharacterSet Spaces = CharacterSet.Of(('\t', '\n'), ('\f', '\r'), (' ', ' '));
    private static readonly CharacterSet Words = CharacterSet.Of(('0', '9'), ('A', 'Z'), ('_', '_'), ('a', 'z'));

    private static readonly Dictionary<string, CharacterSet> Named = new(StringComparer.Ordinal)
    {
        ["alnum"] = CharacterSet.Of(('0', '9'), ('A', 'Z'), ('a', 'z')),
        ["alpha"] = CharacterSet.Of(('A', 'Z'), ('a', 'z')),
        ["ascii"] = CharacterSet.Of((0, 0x7F)),
        ["blank"] = CharacterSet.Of(('\t', '\t'), (' ', ' ')),
        ["cntrl"] = CharacterSet.Of((0, 0x1F), (0x7F, 0x7F)),
        ["digit"] = Digits,
        ["graph"] = CharacterSet.Of(('!', '~')),
        ["lower"] = CharacterSet.Of(('a', 'z')),
        ["print"] = CharacterSet.Of((' ', '~')),
        ["punct"] = CharacterSet.Of(('!', '/'), (':', '@'), ('[', '`'), ('{', '~')),
        ["space"] = CharacterSet.Of(('\t', '\r'), (' ', ' ')),
        ["upper"] = CharacterSet.Of(('A', 'Z')),
        ["word"] = Words,
        ["xdigit"] = CharacterSet.Of(('0', '9'), ('A', 'F'), ('a', 'f')),
    };

    private readonly string _pattern;
    private readonly HashSet<string> _names = new(StringComparer.Ordinal);
    private int _next, _depth;
    private bool _ignoresCase, _isMultiline, _dotMatchesAll, _isUngreedy;

    private PatternParser(string pattern) => _pattern = pattern;

    private bool AtEnd => _next >= _pattern.Length;

    /// <summary>Parses a pattern.</summary>
    /// <exception cref="PatternException">It is none.</exception>
    public static PatternNode Parse(string pattern)
    {
        PatternParser parser = new(pattern);
        PatternNode node = parser.ParseChoice();
        return parser.AtEnd ? node : throw new PatternException($"unexpected ): `{pattern}`");
    }

    private char Peek(int offset = 0) => _next + offset < _pattern.Length ? _pattern[_next + offset] : '\0';

    private int TakeCode()
    {
        int length = char.IsHighSurrogate(_pattern[_next]) && char.IsLowSurrogate(Peek(1)) ? 2 : 1;
        int code = length == 2 ? char.ConvertToUtf32(_pattern, _next) : _pattern[_next];
        _next += length;
        return code;
    }

    private PatternNode ParseChoice()
    {
        if (++_depth > DepthLimit)
        {
            throw new PatternException($"expression nests too deeply: `{_pattern}`");
        }

        (bool ignoresCase, bool isMultiline, bool dotMatchesAll, bool isUngreedy) = (_ignoresCase, _isMultiline, _dotMatchesAll, _isUngreedy);
        List<PatternNode> parts = [ParseSequence()];
        while (!AtEnd && Peek() == '|')
        {
            _next++;
            parts.Add(ParseSequence());
        }

        (_ignoresCase, _isMultiline, _dotMatchesAll, _isUngreedy) = (ignoresCase, isMultiline, dotMatchesAll, isUngreedy);
        _depth--;
        return parts.Count == 1 ? parts[0] : new ChoiceNode(parts);
    }

    private SequenceNode ParseSequence()
    {
        List<PatternNode> parts = [];
        while (!AtEnd && Peek() is not ('|' or ')'))
        {
            if (Peek() is '*' or '+' or '?' || (Peek() == '{' && ReadCount(out _, out _, out _)))
            {
                throw new PatternException($"missing argument to repetition operator: `{_pattern.Substring(_next, Peek() == '{' ? _pattern.IndexOf('}', _next) + 1 - _next : 1)}`");
            }

            if (ParseAtoms() is { Count: > 0 } atoms)
            {
                parts.AddRange(atoms.SkipLast(1));
                parts.Add(ParseRepeats(atoms[^1]));
            }
        }

        return new SequenceNode(parts);
    }

    private PatternNode ParseRepeats(PatternNode atom)
    {
        int before = -1;
        while (!AtEnd)
        {
            int start = _next, min, max;
            switch (Peek())
            {
                case '*':
                    (min, max) = (0, -1);
                    _next++;
                    break;
                case '+':
                    (min, max) = (1, -1);
                    _next++;
                    break;
                case '?':
                    (min, max) = (0, 1);
                    _next++;
                    break;
                case '{' when ReadCount(out min, out max, out int end):
                    if (min > RepeatLimit || max > RepeatLimit || (max >= 0 && min > max))
                    {
                        throw new PatternException($"invalid repeat count: `{_pattern[start..end]}`");
                    }

                    _next = end;
                    break;
                default:
                    return atom;
            }

            bool isLazy = _isUngreedy;
            if (Peek() == '?' && !AtEnd)
            {
                _next++;
                isLazy = !isLazy;
            }

            if (before >= 0)
            {
                throw new PatternException($"invalid nested repetition operator: `{_pattern[before.._next]}`");
            }

            before = start;
            atom = new RepeatNode(atom, min, max, isLazy);
            if (Count(atom) > RepeatLimit)
            {
                throw new PatternException($"invalid repeat count: `{_pattern[start.._next]}`");
            }
        }

        return atom;
    }

    // Counted repetitions within each other multiply.
    private static long Count(PatternNode node) => node switch
    {
        RepeatNode { Max: <= 1, Min: <= 1 } repeat => Count(repeat.Part),
        RepeatNode repeat => Math.Max(repeat.Min, repeat.Max) * Count(repeat.Part),
        SequenceNode sequence => sequence.Parts.Select(Count).DefaultIfEmpty(1).Max(),
        ChoiceNode choice => choice.Parts.Select(Count).Max(),
        _ => 1,
    };

    private bool ReadCount(out int min, out int max, out int end)
    {
        (min, max, end) = (0, 0, _pattern.IndexOf('}', _next));
        if (end < 0)
        {
            return false;
        }

        string[] bounds = _pattern[(_next + 1)..end].Split(',');
        end++;
        if (bounds.Length > 2 || !ReadBound(bounds[0], out min))
        {
            return false;
        }

        if (bounds.Length == 1)
        {
            max = min;
            return true;
        }

        if (bounds[1].Length == 0)
        {
            max = -1;
            return true;
        }

        return ReadBound(bounds[1], out max);
    }

    private static bool ReadBound(string text, out int bound)
    {
        bound = 0;
        if (text.Length == 0 || text.AsSpan().ContainsAnyExceptInRange('0', '9') || (text.Length > 1 && text[0] == '0'))
        {
            return false;
        }

        bound = text.Length > 8 ? int.MaxValue : int.Parse(text, CultureInfo.InvariantCulture);
        return true;
    }

    private IReadOnlyList<PatternNode> ParseAtoms()
    {
        switch (Peek())
        {
            case '(':
                return ParseGroup() is { } group ? [group] : [];
            case '[':
                return [new SetNode(ParseClass())];
            case '.':
                _next++;
                return [new SetNode(_dotMatchesAll ? CharacterSet.Of((0, CharacterSet.Last)) : CharacterSet.Of((0, '\n' - 1), ('\n' + 1, CharacterSet.Last)))];
            case '^':
                _next++;
                return [new PlaceNode(_isMultiline ? Place.LineStart : Place.TextStart)];
            case '$':
                _next++;
                return [new PlaceNode(_isMultiline ? Place.LineEnd : Place.TextEnd)];
            case '\\':
                return ParseEscape();
            default:
                return [Single(TakeCode())];
        }
    }

    private SetNode Single(int code) => new(Fold(CharacterSet.Of((code, code))));

    private CharacterSet Fold(CharacterSet set) => _ignoresCase ? set.FoldCase() : set;

    private PatternNode? ParseGroup()
    {
        int start = _next++;
        if (Peek() == '?' && !AtEnd)
        {
            _next++;
            if (Peek() is 'P' or '<' && ReadName(start) is { } name)
            {
                if (!_names.Add(name))
                {
                    throw new PatternException($"duplicate capture group name: `{name}`");
                }
            }
            else if (!ReadFlags(start))
            {
                return null;
            }
        }

        (bool ignoresCase, bool isMultiline, bool dotMatchesAll, bool isUngreedy) = (_ignoresCase, _isMultiline, _dotMatchesAll, _isUngreedy);
        if (_outer is { } outer)
        {
            (ignoresCase, isMultiline, dotMatchesAll, isUngreedy) = outer;
            _outer = null;
        }

        PatternNode inner = ParseChoice();
        (_ignoresCase, _isMultiline, _dotMatchesAll, _isUngreedy) = (ignoresCase, isMultiline, dotMatchesAll, isUngreedy);
        if (AtEnd)
        {
            throw new PatternException($"missing closing ): `{_pattern}`");
        }

        _next++;
        return inner;
    }

    private (bool, bool, bool, bool)? _outer;

    private string? ReadName(int start)
    {
        int open = Peek() == 'P' ? _next + 1 : _next;
        if (open >= _pattern.Length || _pattern[open] != '<')
        {
            return null;
        }

        int end = _pattern.IndexOf('>', open);
        if (end < 0)
        {
            throw new PatternException($"invalid named capture: `{_pattern[start..]}`");
        }

        string name = _pattern[(open + 1)..end];
        if (name.Length == 0 || !name.All(static unit => char.IsAsciiLetterOrDigit(unit) || unit == '_'))
        {
            throw new PatternException($"invalid named capture: `{_pattern[start..(end + 1)]}`");
        }

        _next = end + 1;
        return name;
    }

    /// <summary>Reads flags; true if a group follows, false if they hold up to the end of the group around them.</summary>
    private bool ReadFlags(int start)
    {
        (bool, bool, bool, bool) before = (_ignoresCase, _isMultiline, _dotMatchesAll, _isUngreedy);
        bool value = true, hasFlag = false;
        while (!AtEnd)
        {
            char flag = _pattern[_next++];
            switch (flag)
            {
                case 'i':
                    _ignoresCase = value;
                    break;
                case 'm':
                    _isMultiline = value;
                    break;
                case 's':
                    _dotMatchesAll = value;
                    break;
                case 'U':
                    _isUngreedy = value;
                    break;
                case '-' when value:
                    (value, hasFlag) = (false, false);
                    continue;
                case ':' or ')' when value || hasFlag:
                    _outer = flag == ':' ? before : null;
                    return flag == ':';
                default:
                    throw new PatternException($"invalid or unsupported Perl syntax: `{_pattern[start.._next]}`");
            }

            hasFlag = true;
        }

        throw new PatternException($"missing closing ): `{_pattern}`");
    }

    private IReadOnlyList<PatternNode> ParseEscape()
    {
        if (_next + 1 >= _pattern.Length)
        {
            throw new PatternException("trailing backslash at end of expression: ``");
        }

        switch (Peek(1))
        {
            case 'A':
                return TakePlace(Place.TextStart);
            case 'z':
                return TakePlace(Place.TextEnd);
            case 'b':
                return TakePlace(Place.WordEdge);
            case 'B':
                return TakePlace(Place.NoWordEdge);
            case 'Q':
                _next += 2;
                int end = _pattern.IndexOf("\\E", _next, StringComparison.Ordinal);
                int stop = end < 0 ? _pattern.Length : end;
                List<PatternNode> literal = [];
                while (_next < stop)
                {
                    literal.Add(Single(TakeCode()));
                }

                _next = end < 0 ? stop : stop + 2;
                return literal;
        }

        return ReadSetEscape() is { } set ? [new SetNode(Fold(set))] : [Single(ReadCodeEscape())];
    }

    private PlaceNode[] TakePlace(Place place)
    {
        _next += 2;
        return [new PlaceNode(place)];
    }

    private CharacterSet? ReadSetEscape()
    {
        char kind = Peek(1);
        CharacterSet? set = kind switch
        {
            'd' => Digits,
            'D' => Digits.Negate(),
            's' => Spaces,
            'S' => Spaces.Negate(),
            'w' => Words,
            'W' => Words.Negate(),
            _ => null,
        };
        if (set is not null)
        {
            _next += 2;
            return set;
        }

        return kind is 'p' or 'P' ? ReadCategory(kind == 'P') : null;
    }

    private CharacterSet ReadCategory(bool isNegated)
    {
        int start = _next;
        _next += 2;
        int end = Peek() == '{' ? _pattern.IndexOf('}', _next) : _next;
        if (end < 0 || _next >= _pattern.Length)
        {
            throw new PatternException($"invalid character class range: `{_pattern[start..]}`");
        }

        string name = Peek() == '{' ? _pattern[(_next + 1)..end] : _pattern[_next..(_next + 1)];
        _next = end + 1;
        if (name.StartsWith('^'))
        {
            (isNegated, name) = (!isNegated, name[1..]);
        }

        CharacterSet set = CharacterSet.Category(name) ?? throw new PatternException($"invalid character class range: `{_pattern[start.._next]}`");
        return isNegated ? set.Negate() : set;
    }

    private int ReadCodeEscape()
    {
        int start = _next++;
        if (AtEnd)
        {
            throw new PatternException("trailing backslash at end of expression: ``");
        }

        int code = TakeCode();
        switch (code)
        {
            case 'a':
                return 7;
            case 'f':
                return '\f';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'v':
                return '\v';
            case >= '1' and <= '7' when Peek() is >= '0' and <= '7' && !AtEnd:
            case '0':
                int value = code - '0';
                for (int i = 1; i < 3 && Peek() is >= '0' and <= '7'; i++)
                {
                    value = (value * 8) + _pattern[_next++] - '0';
                }

                return value;
            case 'x':
                return ReadHex(start);
            case < 128 when !char.IsAsciiLetterOrDigit((char)code):
                return code;
            default:
                throw new PatternException($"invalid escape sequence: `{_pattern[start.._next]}`");
        }
    }

    private int ReadHex(int start)
    {
        int from = _next, end;
        if (Peek() == '{')
        {
            from++;
            end = _pattern.IndexOf('}', _next);
            _next = end < 0 ? _pattern.Length : end + 1;
        }
        else
        {
            end = Math.Min(_next + 2, _pattern.Length);
            _next = end;
            end = end - from == 2 ? end : -1;
        }

        return end > from && int.TryParse(_pattern.AsSpan(from, end - from), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int code) && code is >= 0 and <= CharacterSet.Last
            ? code
            : throw new PatternException($"invalid escape sequence: `{_pattern[start.._next]}`");
    }

    private CharacterSet ParseClass()
    {
        int start = _next++;
        bool isNegated = Peek() == '^' && !AtEnd;
        if (isNegated)
        {
            _next++;
        }

        List<(int From, int To)> ranges = [];
        bool isFirst = true;
        while (AtEnd || Peek() != ']' || isFirst)
        {
            if (AtEnd)
            {
                throw new PatternException($"missing closing ]: `{_pattern[start..]}`");
            }

            if (Peek() == '-' && !isFirst && Peek(1) != ']' && (Peek(1) == '-' ? Peek(2) != ']' : true))
            {
                StringBuilder shown = new("-");
                if (_next + 1 < _pattern.Length)
                {
                    shown.Append(_pattern[_next + 1]);
                }

                throw new PatternException($"invalid character class range: `{shown}`");
            }

            isFirst = false;
            if (Peek() == '[' && Peek(1) == ':' && _pattern.IndexOf(":]", _next + 2, StringComparison.Ordinal) is >= 0 and int close)
            {
                string name = _pattern[(_next + 2)..close];
                bool isOther = name.StartsWith('^');
                if (!Named.TryGetValue(isOther ? name[1..] : name, out CharacterSet? named))
                {
                    throw new PatternException($"invalid character class range: `{_pattern[_next..(close + 2)]}`");
                }

                ranges.AddRange((isOther ? named.Negate() : named).Ranges);
                _next = close + 2;
                continue;
            }

            if (Peek() == '\\' && ReadSetEscape() is { } set)
            {
                ranges.AddRange(set.Ranges);
                continue;
            }

            ranges.Add(ParseRange());
        }

        _next++;
        CharacterSet all = Fold(CharacterSet.Of(ranges));
        return isNegated ? all.Negate() : all;
    }

    private (int From, int To) ParseRange()
    {
        int start = _next;
        int from = ReadMember(start), to = from;
        if (Peek() == '-' && Peek(1) != ']' && _next + 1 < _pattern.Length)
        {
            _next++;
            to = ReadMember(start);
            if (to < from)
            {
                throw new PatternException($"invalid character class range: `{_pattern[start.._next]}`");
            }
        }

        return (from, to);
    }

    private int ReadMember(int start)
    {
        if (AtEnd)
        {
            throw new PatternException($"missing closing ]: `{_pattern[start..]}`");
        }

        return Peek() == '\\' ? ReadCodeEscape() : TakeCode();
    }
}

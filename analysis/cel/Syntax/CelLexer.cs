namespace Rampart.Cel.Syntax;

/// <summary>Text to tokens.</summary>
internal sealed class CelLexer
{
    private static readonly string[] Symbols =
    [
        "==", "!=", "<=", ">=", "&&", "||", "<", ">", "[", "]", "{", "}", "(", ")", ".", ",", "-", "!", "?", ":", "+", "*", "/", "%",
    ];

    private readonly CelSource _source;
    private readonly string _text;
    private readonly List<CelToken> _tokens = [];
    private int _next;

    private CelLexer(CelSource source)
    {
        _source = source;
        _text = source.Text;
    }

    /// <summary>All tokens, the end last. What is no token is reported and left out.</summary>
    public static List<CelToken> Read(CelSource source)
    {
        CelLexer lexer = new(source);
        while (lexer.ReadToken())
        {
        }

        lexer._tokens.Add(new CelToken(TokenKind.End, lexer._text.Length, "<EOF>"));
        return lexer._tokens;
    }

    private char At(int offset) => offset < _text.Length ? _text[offset] : '\0';

    private bool ReadToken()
    {
        SkipBlank();
        if (_next >= _text.Length)
        {
            return false;
        }

        int start = _next;
        char first = _text[start];
        if (char.IsAsciiDigit(first) || (first == '.' && char.IsAsciiDigit(At(start + 1))))
        {
            ReadNumber();
        }
        else if (StringStart(start) is { } quote)
        {
            ReadString(quote);
        }
        else if (char.IsAsciiLetter(first) || first == '_')
        {
            ReadIdentifier();
        }
        else if (first == '`')
        {
            ReadEscapedIdentifier();
        }
        else if (Array.Find(Symbols, symbol => string.CompareOrdinal(_text, start, symbol, 0, symbol.Length) == 0) is { } found)
        {
            Add(TokenKind.Symbol, found.Length);
        }
        else
        {
            Fail(char.IsHighSurrogate(first) ? 2 : 1);
        }

        return true;
    }

    private void SkipBlank()
    {
        while (_next < _text.Length)
        {
            if (_text[_next] is ' ' or '\t' or '\r' or '\n' or '\f')
            {
                _next++;
            }
            else if (_text[_next] == '/' && At(_next + 1) == '/')
            {
                int end = _text.IndexOf('\n', _next);
                _next = end < 0 ? _text.Length : end;
            }
            else
            {
                return;
            }
        }
    }

    private void Add(TokenKind kind, int length)
    {
        _tokens.Add(new CelToken(kind, _next, _text.Substring(_next, length)));
        _next += length;
    }

    private void Fail(int length)
    {
        length = Math.Min(length, _text.Length - _next);
        _source.Report(_next, $"Syntax error: token recognition error at: '{_text.Substring(_next, length)}'");
        _next += length;
    }

    private void ReadNumber()
    {
        int end = _next;
        TokenKind kind = TokenKind.Int;
        if (_text[end] == '0' && At(end + 1) == 'x' && char.IsAsciiHexDigit(At(end + 2)))
        {
            for (end += 2; char.IsAsciiHexDigit(At(end)); end++)
            {
            }
        }
        else
        {
            end = SkipDigits(end);
            if (At(end) == '.' && char.IsAsciiDigit(At(end + 1)))
            {
                kind = TokenKind.Double;
                end = SkipDigits(end + 1);
            }

            int exponent = end + 1 + (At(end + 1) is '+' or '-' ? 1 : 0);
            if (At(end) is 'e' or 'E' && char.IsAsciiDigit(At(exponent)))
            {
                kind = TokenKind.Double;
                end = SkipDigits(exponent);
            }
        }

        if (kind == TokenKind.Int && At(end) is 'u' or 'U')
        {
            kind = TokenKind.Uint;
            end++;
        }

        Add(kind, end - _next);
    }

    private int SkipDigits(int offset)
    {
        while (char.IsAsciiDigit(At(offset)))
        {
            offset++;
        }

        return offset;
    }

    private void ReadIdentifier()
    {
        int end = _next + 1;
        while (char.IsAsciiLetterOrDigit(At(end)) || At(end) == '_')
        {
            end++;
        }

        TokenKind kind = _text.AsSpan(_next, end - _next) switch
        {
            "true" => TokenKind.True,
            "false" => TokenKind.False,
            "null" => TokenKind.Null,
            "in" => TokenKind.Symbol,
            _ => TokenKind.Identifier,
        };
        Add(kind, end - _next);
    }

    private void ReadEscapedIdentifier()
    {
        int end = _next + 1;
        while (char.IsAsciiLetterOrDigit(At(end)) || At(end) is '_' or '.' or '-' or '/' or ' ')
        {
            end++;
        }

        if (At(end) == '`' && end > _next + 1)
        {
            Add(TokenKind.EscapedIdentifier, end + 1 - _next);
        }
        else
        {
            Fail(end + 1 - _next);
        }
    }

    /// <summary>Where the quotation marks begin, if a string or bytes begin here.</summary>
    private int? StringStart(int offset)
    {
        int mark = offset;
        if (At(mark) is 'b' or 'B')
        {
            mark++;
        }

        if (At(mark) is 'r' or 'R')
        {
            mark++;
        }

        return At(mark) is '"' or '\'' ? mark : null;
    }

    private void ReadString(int mark)
    {
        bool isBytes = _text[_next] is 'b' or 'B', isRaw = mark > _next && _text[mark - 1] is 'r' or 'R';
        char quote = _text[mark];
        bool isLong = At(mark + 1) == quote && At(mark + 2) == quote && LongEnd(mark + 3, quote, isRaw) is not null;
        int? end = isLong ? LongEnd(mark + 3, quote, isRaw) : ShortEnd(mark + 1, quote, isRaw, out _);
        if (end is { } found)
        {
            Add(isBytes ? TokenKind.Bytes : TokenKind.String, found - _next);
        }
        else
        {
            ShortEnd(mark + 1, quote, isRaw, out int failed);
            Fail(failed + 1 - _next);
        }
    }

    private int? LongEnd(int offset, char quote, bool isRaw)
    {
        while (offset < _text.Length)
        {
            if (_text[offset] == quote && At(offset + 1) == quote && At(offset + 2) == quote)
            {
                return offset + 3;
            }

            if (!isRaw && _text[offset] == '\\')
            {
                int length = EscapeLength(offset);
                if (length == 0)
                {
                    return null;
                }

                offset += length;
            }
            else
            {
                offset++;
            }
        }

        return null;
    }

    private int? ShortEnd(int offset, char quote, bool isRaw, out int failed)
    {
        while (offset < _text.Length && _text[offset] is not ('\n' or '\r'))
        {
            if (_text[offset] == quote)
            {
                failed = offset;
                return offset + 1;
            }

            if (!isRaw && _text[offset] == '\\')
            {
                int length = EscapeLength(offset);
                if (length == 0)
                {
                    failed = offset + 1;
                    return null;
                }

                offset += length;
            }
            else
            {
                offset++;
            }
        }

        failed = offset;
        return null;
    }

    /// <summary>The length of an escape sequence; 0 if it is none.</summary>
    private int EscapeLength(int offset)
    {
        char kind = At(offset + 1);
        return kind switch
        {
            'a' or 'b' or 'f' or 'n' or 'r' or 't' or 'v' or '"' or '\'' or '\\' or '?' or '`' => 2,
            'x' or 'X' => Digits(offset + 2, 2, static digit => char.IsAsciiHexDigit(digit)),
            'u' => Digits(offset + 2, 4, static digit => char.IsAsciiHexDigit(digit)),
            'U' => Digits(offset + 2, 8, static digit => char.IsAsciiHexDigit(digit)),
            >= '0' and <= '3' => Digits(offset + 2, 2, static digit => digit is >= '0' and <= '7'),
            _ => 0,
        };
    }

    private int Digits(int offset, int count, Func<char, bool> isDigit)
    {
        for (int i = 0; i < count; i++)
        {
            if (!isDigit(At(offset + i)))
            {
                return 0;
            }
        }

        return 2 + count;
    }
}

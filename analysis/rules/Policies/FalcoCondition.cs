using System.Text;

namespace Rampart.Rules.Policies;

/// <summary>Reads the comparisons of a Falco condition; how and, or and parentheses bind them is left out, but for negation.</summary>
internal sealed class FalcoCondition
{
    private static readonly HashSet<string> WordOperators = new(StringComparer.Ordinal)
    {
        "contains", "icontains", "bcontains", "startswith", "bstartswith", "endswith", "glob", "iglob", "regex", "in", "intersects",
        "pmatch", "exists",
    };

    private readonly List<Token> _tokens = [];
    private readonly List<FalcoTerm> _terms = [];
    private int _next;

    private FalcoCondition(string text)
    {
        Tokenize(text);
        Read();
    }

    private enum TokenKind
    {
        Word,
        Quoted,
        Symbol,
    }

    /// <summary>The comparisons and macros in their order; of a text that is no condition, what can be recognised.</summary>
    public static IReadOnlyList<FalcoTerm> Read(string text) => new FalcoCondition(text)._terms;

    private static bool IsWordCharacter(char character) =>
        !char.IsWhiteSpace(character) && character is not ('(' or ')' or '"' or '\'' or '=' or ',' or '<' or '>' or '!');

    // As Falco does it: a quote after a backslash never ends the text, not even where the backslash follows another one.
    private static int EndOfQuoted(string text, int start, char quote)
    {
        int end = text.IndexOf(quote, start);
        while (end > start && text[end - 1] == '\\')
        {
            end = text.IndexOf(quote, end + 1);
        }

        return end < 0 ? text.Length : end;
    }

    private static string Unescape(string text)
    {
        int backslash = text.IndexOf('\\', StringComparison.Ordinal);
        if (backslash < 0)
        {
            return text;
        }

        StringBuilder result = new();
        for (int i = 0; i < text.Length; i++)
        {
            result.Append(text[i] != '\\' || i + 1 == text.Length ? text[i] : text[++i] switch
            {
                'b' => '\b',
                'f' => '\f',
                'n' => '\n',
                'r' => '\r',
                't' => '\t',
                char other => other,
            });
        }

        return result.ToString();
    }

    private void Tokenize(string text)
    {
        int at = 0;
        while (at < text.Length)
        {
            char character = text[at];
            int start = at++;
            if (char.IsWhiteSpace(character))
            {
                continue;
            }

            if (character is '"' or '\'')
            {
                int end = EndOfQuoted(text, at, character);
                _tokens.Add(new Token(TokenKind.Quoted, Unescape(text[at..end])));
                at = Math.Min(end + 1, text.Length);
            }
            else if (IsWordCharacter(character))
            {
                while (at < text.Length && IsWordCharacter(text[at]))
                {
                    at++;
                }

                _tokens.Add(new Token(TokenKind.Word, text[start..at]));
            }
            else
            {
                if (character is '=' or '<' or '>' or '!' && at < text.Length && text[at] == '=')
                {
                    at++;
                }

                _tokens.Add(new Token(TokenKind.Symbol, text[start..at]));
            }
        }
    }

    private void Read()
    {
        Stack<bool> outer = [];
        bool isNegated = false, isNot = false;
        while (_next < _tokens.Count)
        {
            Token token = _tokens[_next++];
            switch (token.Text)
            {
                case "not" when token.Kind == TokenKind.Word:
                    isNot = !isNot;
                    break;
                case "and" or "or" when token.Kind == TokenKind.Word:
                    isNot = false;
                    break;
                case "(" when token.Kind == TokenKind.Symbol:
                    outer.Push(isNegated);
                    isNegated ^= isNot;
                    isNot = false;
                    break;
                case ")" when token.Kind == TokenKind.Symbol:
                    isNegated = outer.TryPop(out bool before) && before;
                    break;
                default:
                    if (token.Kind == TokenKind.Word)
                    {
                        ReadTerm(token.Text, isNegated ^ isNot);
                    }

                    isNot = false;
                    break;
            }
        }
    }

    private void ReadTerm(string word, bool isNegated)
    {
        // tolower(proc.name) = nginx
        if (Peek("(") && word is "tolower" or "toupper" or "b64" or "basename" or "len" or "join" or "concat" or "getopt")
        {
            _next++;
            word = _next < _tokens.Count ? _tokens[_next].Text : word;
            SkipToClosing();
        }

        if (_next >= _tokens.Count || !IsOperator(_tokens[_next]))
        {
            _terms.Add(new FalcoTerm("", "", [new FalcoOperand(word, IsQuoted: false)], isNegated));
            return;
        }

        string operation = _tokens[_next++].Text;
        if (_next < _tokens.Count && _tokens[_next] is { Kind: TokenKind.Word, Text: "oneof" or "anyof" or "allof" })
        {
            _next++;
        }

        List<FalcoOperand> values = [];
        if (operation != "exists" && _next < _tokens.Count)
        {
            if (Peek("("))
            {
                _next++;
                ReadList(values);
            }
            else if (_tokens[_next].Kind != TokenKind.Symbol)
            {
                Token value = _tokens[_next++];
                values.Add(new FalcoOperand(value.Text, value.Kind == TokenKind.Quoted));
                if (value is { Kind: TokenKind.Word, Text: "val" } && Peek("("))
                {
                    _next++;
                    SkipToClosing();
                }
            }
        }

        _terms.Add(new FalcoTerm(word, operation, values, isNegated));
    }

    private void ReadList(List<FalcoOperand> values)
    {
        while (_next < _tokens.Count && !Peek(")"))
        {
            Token value = _tokens[_next++];
            if (value.Kind != TokenKind.Symbol)
            {
                values.Add(new FalcoOperand(value.Text, value.Kind == TokenKind.Quoted));
            }
        }

        _next++;
    }

    private void SkipToClosing()
    {
        while (_next < _tokens.Count && !Peek(")"))
        {
            _next++;
        }

        _next++;
    }

    private bool Peek(string symbol) => _next < _tokens.Count && _tokens[_next].Kind == TokenKind.Symbol && _tokens[_next].Text == symbol;

    private static bool IsOperator(Token token) =>
        token.Kind == TokenKind.Symbol ? token.Text[0] is '=' or '!' or '<' or '>' : token.Kind == TokenKind.Word && WordOperators.Contains(token.Text);

    private readonly record struct Token(TokenKind Kind, string Text);
}

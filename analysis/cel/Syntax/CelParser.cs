using System.Globalization;
using Rampart.Cel.Values;

namespace Rampart.Cel.Syntax;

/// <summary>Tokens to an expression, with macros expanded.</summary>
internal sealed class CelParser
{
    private const int DepthLimit = 250, SizeLimit = 100_000;

    private const string OperandWanted =
        "expecting {'[', '{', '(', '.', '-', '!', 'true', 'false', 'null', NUM_FLOAT, NUM_INT, NUM_UINT, STRING, BYTES, IDENTIFIER}";

    private static readonly HashSet<string> Reserved = new(StringComparer.Ordinal)
    {
        "as", "break", "const", "continue", "else", "for", "function", "if", "import", "let", "loop", "package", "namespace",
        "return", "var", "void", "while",
    };

    private static readonly Dictionary<string, string> Relations = new(StringComparer.Ordinal)
    {
        ["<"] = CelOperators.Less,
        ["<="] = CelOperators.LessOrEqual,
        [">"] = CelOperators.Greater,
        [">="] = CelOperators.GreaterOrEqual,
        ["=="] = CelOperators.Equal,
        ["!="] = CelOperators.NotEqual,
        ["in"] = CelOperators.In,
    };

    private readonly CelSource _source;
    private readonly Func<string, int, bool, CelMacro?> _macros;
    private readonly List<CelToken> _tokens;
    private int _next;
    private int _expressions, _relations, _sums, _members;

    private CelParser(CelSource source, Func<string, int, bool, CelMacro?> macros)
    {
        _source = source;
        _macros = macros;
        _tokens = CelLexer.Read(source);
    }

    private CelToken Token => _tokens[_next];

    /// <summary>Parses a text; null, with issues, if it is not an expression.</summary>
    /// <param name="source">The text.</param>
    /// <param name="macros">The macro of a name, a number of arguments and a form, if there is one.</param>
    public static CelExpression? Parse(CelSource source, Func<string, int, bool, CelMacro?> macros)
    {
        int size = CelValue.CodePoints(source.Text);
        if (size > SizeLimit)
        {
            source.Report(-1, $"expression code point size exceeds limit: size: {size}, limit {SizeLimit}");
            return null;
        }

        CelParser parser = new(source, macros);
        try
        {
            CelExpression expression = parser.ParseExpression();
            if (parser.Token.Kind != TokenKind.End)
            {
                throw parser.Unexpected("extraneous", "expecting <EOF>");
            }

            return source.HasIssues ? null : expression;
        }
        catch (SyntaxException problem)
        {
            source.Report(problem.Position, problem.Message);
            return null;
        }
    }

    private SyntaxException Unexpected(string what, string wanted) => new(Token.Position, $"Syntax error: {what} input '{Token.Text}' {wanted}");

    private SyntaxException NoOperand() => new(Token.Position, $"Syntax error: mismatched input '{Token.Text}' {OperandWanted}");

    private CelToken Take() => _tokens[_next++];

    private bool TryTake(string symbol)
    {
        if (!Token.Is(symbol))
        {
            return false;
        }

        _next++;
        return true;
    }

    private void Want(string symbol)
    {
        if (!TryTake(symbol))
        {
            throw Unexpected("mismatched", $"expecting '{symbol}'");
        }
    }

    private static void Deepen(ref int depth)
    {
        if (++depth > DepthLimit)
        {
            throw new SyntaxException(-1, $"expression recursion limit exceeded: {DepthLimit}");
        }
    }

    private CelExpression ParseExpression()
    {
        Deepen(ref _expressions);
        CelExpression condition = ParseChain("||", CelOperators.Or, () => ParseChain("&&", CelOperators.And, () => ParseRelation(ParseSum())));
        if (Token.Is("?"))
        {
            int position = Take().Position;
            CelExpression yes = ParseChain("||", CelOperators.Or, () => ParseChain("&&", CelOperators.And, () => ParseRelation(ParseSum())));
            Want(":");
            condition = new CallExpression(position, CelOperators.Conditional, null, condition, yes, ParseExpression());
        }

        _expressions--;
        return condition;
    }

    // Long chains become balanced trees, as they are in cel-go: messages name the types of both sides.
    private CelExpression ParseChain(string symbol, string function, Func<CelExpression> parseTerm)
    {
        CelExpression first = parseTerm();
        if (!Token.Is(symbol))
        {
            return first;
        }

        List<CelExpression> terms = [first];
        List<int> operators = [];
        while (Token.Is(symbol))
        {
            operators.Add(Take().Position);
            terms.Add(parseTerm());
        }

        return Balance(0, operators.Count - 1);

        CelExpression Balance(int low, int high)
        {
            int middle = (low + high + 1) / 2;
            CelExpression left = middle == low ? terms[middle] : Balance(low, middle - 1);
            CelExpression right = middle == high ? terms[middle + 1] : Balance(middle + 1, high);
            return new CallExpression(operators[middle], function, null, left, right);
        }
    }

    private CelExpression ParseRelation(CelExpression left)
    {
        int depth = _relations;
        while (Token.Kind == TokenKind.Symbol && Relations.TryGetValue(Token.Text, out string? function))
        {
            Deepen(ref _relations);
            int position = Take().Position;
            left = new CallExpression(position, function, null, left, ParseSum());
        }

        _relations = depth;
        return left;
    }

    private CelExpression ParseSum()
    {
        int depth = _sums;
        Deepen(ref _sums);
        CelExpression left = ParseProduct();
        while (Token.Is("+") || Token.Is("-"))
        {
            Deepen(ref _sums);
            CelToken token = Take();
            left = new CallExpression(token.Position, token.Text == "+" ? CelOperators.Add : CelOperators.Subtract, null, left, ParseProduct());
        }

        _sums = depth;
        return left;
    }

    private CelExpression ParseProduct()
    {
        CelExpression left = ParseUnary();
        while (Token.Is("*") || Token.Is("/") || Token.Is("%"))
        {
            Deepen(ref _sums);
            CelToken token = Take();
            string function = token.Text switch
            {
                "*" => CelOperators.Multiply,
                "/" => CelOperators.Divide,
                _ => CelOperators.Modulo,
            };
            left = new CallExpression(token.Position, function, null, left, ParseUnary());
        }

        return left;
    }

    private CelExpression ParseUnary()
    {
        CelToken first = Token;
        if (first.Is("!"))
        {
            return ParseSigns("!", CelOperators.Not);
        }

        if (!first.Is("-"))
        {
            return ParseMember();
        }

        return _tokens[_next + 1].Kind is TokenKind.Int or TokenKind.Double ? ParseMember() : ParseSigns("-", CelOperators.Negate);
    }

    private CelExpression ParseSigns(string symbol, string function)
    {
        int position = Token.Position, count = 0;
        while (TryTake(symbol))
        {
            count++;
        }

        CelExpression operand = ParseMember();
        return count % 2 == 0 ? operand : new CallExpression(position, function, null, operand);
    }

    private CelExpression ParseMember()
    {
        int depth = _members;
        Deepen(ref _members);
        CelExpression operand = ParsePrimary();
        while (true)
        {
            if (Token.Is("."))
            {
                Deepen(ref _members);
                operand = ParseSelect(operand);
            }
            else if (Token.Is("["))
            {
                Deepen(ref _members);
                int position = Take().Position;
                bool isOptional = TryTake("?");
                CelExpression index = ParseExpression();
                Want("]");
                operand = new CallExpression(position, isOptional ? CelOperators.OptionalIndex : CelOperators.Index, null, operand, index);
            }
            else
            {
                _members = depth;
                return operand;
            }
        }
    }

    private CelExpression ParseSelect(CelExpression operand)
    {
        int dot = Take().Position;
        bool isOptional = TryTake("?");
        CelToken name = Token;
        if (name.Kind is not (TokenKind.Identifier or TokenKind.EscapedIdentifier))
        {
            throw name.Kind is TokenKind.True or TokenKind.False or TokenKind.Null
                ? Unexpected("mismatched", "expecting IDENTIFIER")
                : new SyntaxException(name.Position, $"Syntax error: no viable alternative at input '.{name.Text}'");
        }

        _next++;
        if (!isOptional && name.Kind == TokenKind.Identifier && Token.Is("("))
        {
            int open = Take().Position;
            return CallOrMacro(open, name.Text, operand, ParseArguments(")"));
        }

        string field = name.Text.Trim('`');
        return isOptional
            ? new CallExpression(dot, CelOperators.OptionalSelect, null, operand, new LiteralExpression(name.Position, CelValue.From(field)))
            : new SelectExpression(dot, operand, field, false);
    }

    private CelExpression[] ParseArguments(string end)
    {
        List<CelExpression> arguments = [];
        if (TryTake(end))
        {
            return [];
        }

        do
        {
            arguments.Add(ParseExpression());
        }
        while (TryTake(","));
        Want(end);
        return [.. arguments];
    }

    private CelExpression CallOrMacro(int position, string name, CelExpression? target, CelExpression[] arguments)
    {
        if (_macros(name, arguments.Length, target is not null) is not { } macro)
        {
            return new CallExpression(position, name, target, arguments);
        }

        try
        {
            return macro.Expand(new MacroCall(position, target, arguments));
        }
        catch (MacroException problem)
        {
            _source.Report(problem.Position, problem.Message);
            return new LiteralExpression(position, default);
        }
    }

    private CelExpression ParsePrimary()
    {
        CelToken token = Token;
        switch (token.Kind)
        {
            case TokenKind.Int or TokenKind.Uint or TokenKind.Double:
                return ParseNumber();
            case TokenKind.True or TokenKind.False:
                _next++;
                return new LiteralExpression(token.Position, CelValue.From(token.Kind == TokenKind.True));
            case TokenKind.Null:
                _next++;
                return new LiteralExpression(token.Position, default);
            case TokenKind.String:
                _next++;
                string? text = CelUnquote.String(token.Text, out string? problem);
                return Unquoted(token, CelValue.From(text), problem);
            case TokenKind.Bytes:
                _next++;
                byte[]? bytes = CelUnquote.Bytes(token.Text[1..], out problem);
                return Unquoted(token, CelValue.From(bytes ?? []), problem);
            case TokenKind.Identifier:
                return ParseName();
            case TokenKind.Symbol when token.Text == "-" && _tokens[_next + 1].Kind is TokenKind.Int or TokenKind.Double:
                return ParseNumber();
            case TokenKind.Symbol when token.Text == "." && _tokens[_next + 1].Kind == TokenKind.Identifier:
                return ParseName();
            case TokenKind.Symbol when token.Text == "(":
                _next++;
                CelExpression nested = ParseExpression();
                Want(")");
                return nested;
            case TokenKind.Symbol when token.Text == "[":
                return ParseList();
            case TokenKind.Symbol when token.Text == "{":
                return ParseMap();
            default:
                throw NoOperand();
        }
    }

    private LiteralExpression Unquoted(CelToken token, CelValue value, string? problem)
    {
        if (problem is not null)
        {
            _source.Report(token.Position, problem);
        }

        return new LiteralExpression(token.Position, value);
    }

    private LiteralExpression ParseNumber()
    {
        int position = Token.Position;
        bool isNegative = TryTake("-");
        CelToken token = Take();
        string digits = token.Text.TrimEnd('u', 'U');
        bool isHex = token.Kind != TokenKind.Double && digits.StartsWith("0x", StringComparison.Ordinal);
        CelValue? value = null;
        if (token.Kind == TokenKind.Double)
        {
            double number = double.Parse(token.Text, CultureInfo.InvariantCulture);
            value = double.IsInfinity(number) ? null : CelValue.From(isNegative ? -number : number);
        }
        else if (ulong.TryParse(isHex ? digits[2..] : digits, isHex ? NumberStyles.AllowHexSpecifier : NumberStyles.None, CultureInfo.InvariantCulture, out ulong magnitude))
        {
            if (token.Kind == TokenKind.Uint)
            {
                value = CelValue.From(magnitude);
            }
            else if (magnitude <= long.MaxValue)
            {
                value = CelValue.From(isNegative ? -(long)magnitude : (long)magnitude);
            }
            else if (isNegative && magnitude == 1UL << 63)
            {
                value = CelValue.From(long.MinValue);
            }
        }

        if (value is null)
        {
            _source.Report(position, $"invalid {token.Kind.ToString().ToLowerInvariant()} literal");
        }

        return new LiteralExpression(position, value ?? default);
    }

    private CelExpression ParseName()
    {
        int start = _next;
        string prefix = TryTake(".") ? "." : "";
        CelToken name = Take();
        if (TryParseStruct(start, out StructExpression? created))
        {
            return created;
        }

        if (Reserved.Contains(name.Text))
        {
            _source.Report(_tokens[start].Position, $"reserved identifier: {name.Text}");
        }

        if (Token.Is("("))
        {
            int open = Take().Position;
            return CallOrMacro(open, prefix + name.Text, null, ParseArguments(")"));
        }

        return new IdentifierExpression(name.Position, prefix + name.Text);
    }

    private bool TryParseStruct(int start, [System.Diagnostics.CodeAnalysis.NotNullWhen(true)] out StructExpression? created)
    {
        int end = _next;
        while (_tokens[end].Is(".") && _tokens[end + 1].Kind == TokenKind.Identifier)
        {
            end += 2;
        }

        created = null;
        if (!_tokens[end].Is("{"))
        {
            return false;
        }

        string typeName = string.Concat(_tokens[start..end].Select(static token => token.Text));
        _next = end + 1;
        List<StructField> fields = [];
        while (!TryTake("}"))
        {
            bool isOptional = TryTake("?");
            CelToken field = Token;
            if (field.Kind is not (TokenKind.Identifier or TokenKind.EscapedIdentifier))
            {
                throw Unexpected("mismatched", "expecting {IDENTIFIER, ESC_IDENTIFIER}");
            }

            _next++;
            int colon = Token.Position;
            Want(":");
            fields.Add(new StructField(colon, field.Text.Trim('`'), ParseExpression(), isOptional));
            EndItem("}");
        }

        created = new StructExpression(_tokens[end].Position, typeName, [.. fields]);
        return true;
    }

    private ListExpression ParseList()
    {
        int position = Take().Position;
        List<CelExpression> items = [];
        List<bool> optionals = [];
        while (!TryTake("]"))
        {
            optionals.Add(TryTake("?"));
            items.Add(ParseExpression());
            EndItem("]");
        }

        return new ListExpression(position, [.. items], [.. optionals]);
    }

    private MapExpression ParseMap()
    {
        int position = Take().Position;
        List<MapEntry> entries = [];
        while (!TryTake("}"))
        {
            bool isOptional = TryTake("?");
            CelExpression key = ParseExpression();
            int colon = Token.Position;
            Want(":");
            entries.Add(new MapEntry(colon, key, ParseExpression(), isOptional));
            EndItem("}");
        }

        return new MapExpression(position, [.. entries]);
    }

    private void EndItem(string end)
    {
        if (!Token.Is(end) && !TryTake(","))
        {
            throw Unexpected("mismatched", $"expecting '{end}'");
        }
    }

    private sealed class SyntaxException(int position, string message) : Exception(message)
    {
        public int Position => position;
    }
}

namespace Rampart.Cel.Syntax;

internal enum TokenKind : byte
{
    End,
    Int,
    Uint,
    Double,
    String,
    Bytes,
    Identifier,
    EscapedIdentifier,
    True,
    False,
    Null,
    Symbol,
}

/// <summary>One token.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Position">Where it begins.</param>
/// <param name="Text">Its text.</param>
internal readonly record struct CelToken(TokenKind Kind, int Position, string Text)
{
    public bool Is(string symbol) => Kind == TokenKind.Symbol && Text == symbol;
}

namespace Rampart.Plan.Yaml;

/// <summary>Where the reader is in a text whose lines end with <c>\n</c> and which holds no NUL.</summary>
internal sealed class YamlCursor(string text, TextPool? pool = null)
{
    // What Current and Peek give past the end.
    private const char End = '\0';

    private int _lineStart;

    public string Text { get; } = text;

    /// <summary>The index of the current character.</summary>
    public int Index { get; private set; }

    /// <summary>The current line, from 1.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>The characters before the current one on its line: what indentation is counted in.</summary>
    public int Column => Index - _lineStart;

    public YamlPosition Position => new(Line, Column + 1);

    public char Current => Index < Text.Length ? Text[Index] : End;

    public bool AtEnd => Index >= Text.Length;

    public bool AtBreakOrEnd => Current is '\n' or End;

    /// <summary>Whether <c>---</c> stands here as the start of a document.</summary>
    public bool AtDocumentStart => Column == 0 && IsMarker('-');

    /// <summary>Whether <c>...</c> stands here as the end of a document.</summary>
    public bool AtDocumentEnd => Column == 0 && IsMarker('.');

    public bool AtDocumentMarker => AtDocumentStart || AtDocumentEnd;

    public char Peek(int offset = 1) => Index + offset < Text.Length ? Text[Index + offset] : End;

    /// <summary>Whether an indicator (<c>-</c>, <c>?</c>, <c>:</c>) stands here with nothing glued to it.</summary>
    public bool AtIndicator(char indicator) => Current == indicator && IsBlankOrEnd(Peek());

    public static bool IsBlankOrEnd(char c) => c is ' ' or '\t' or '\n' or End;

    /// <summary>A part of the text.</summary>
    public string Slice(int start, int end) => pool is null ? Text[start..end] : pool.Get(Text.AsSpan(start, end - start));

    /// <summary>Moves on within a line.</summary>
    public void Advance(int count = 1) => Index += count;

    /// <summary>Moves from a line's end to the next line.</summary>
    public void NextLine()
    {
        Index++;
        Line++;
        _lineStart = Index;
    }

    /// <summary>Moves over spaces and tabs.</summary>
    public void SkipBlanks()
    {
        string text = Text;
        int index = Index;
        while ((uint)index < (uint)text.Length && text[index] is ' ' or '\t')
        {
            index++;
        }

        Index = index;
    }

    /// <summary>Moves over spaces.</summary>
    public void SkipSpaces()
    {
        string text = Text;
        int index = Index;
        while ((uint)index < (uint)text.Length && text[index] == ' ')
        {
            index++;
        }

        Index = index;
    }

    /// <summary>Moves to the end of the line.</summary>
    public void SkipLine()
    {
        int end = Text.IndexOf('\n', Index);
        Index = end < 0 ? Text.Length : end;
    }

    /// <summary>The place to come back to with <see cref="Return"/>.</summary>
    public Bookmark Mark() => new(Index, Line, _lineStart);

    public void Return(Bookmark place)
    {
        Index = place.Index;
        Line = place.Line;
        _lineStart = place.LineStart;
    }

    public YamlException Error(string problem, string fix) => new(problem, fix, Line, Column + 1);

    private bool IsMarker(char c) => Current == c && Peek() == c && Peek(2) == c && IsBlankOrEnd(Peek(3));

    internal readonly record struct Bookmark(int Index, int Line, int LineStart);
}

using System.Text;
using Rampart.Protocol.Values;

namespace Rampart.Yaml;

/// <summary>Where the reader is in a text.</summary>
/// <param name="pool">Holds the words of other texts; null, the default, when there are none.</param>
internal sealed class YamlCursor(TextPool? pool = null)
{
    private char[] _buffer = [YamlInput.End];
    private char[]? _separators;
    private int _length;
    private int _lineStart;

    /// <summary>The whole text.</summary>
    public ReadOnlySpan<char> Text => _buffer.AsSpan(0, _length);

    /// <summary>The index of the current character.</summary>
    public int Index { get; private set; }

    /// <summary>The current line, from 1.</summary>
    public int Line { get; private set; }

    /// <summary>The characters before the current one on its line: what indentation is counted in.</summary>
    public int Column => Index - _lineStart;

    /// <summary>Where the blank lines end that a plain scalar was followed by, and in which tabs mean nothing.</summary>
    public int BlankUntil { get; set; }

    public YamlPosition Position => new(Line, Column + 1);

    /// <summary>The current character; at the end <see cref="YamlInput.End"/>.</summary>
    public char Current => _buffer[Index];

    public bool AtEnd => Index >= _length;

    public bool AtBreakOrEnd => Current is '\n' or YamlInput.End;

    /// <summary>Whether <c>---</c> stands here as the start of a document.</summary>
    public bool AtDocumentStart => Column == 0 && IsMarker('-');

    /// <summary>Whether <c>...</c> stands here as the end of a document.</summary>
    public bool AtDocumentEnd => Column == 0 && IsMarker('.');

    public bool AtDocumentMarker => AtDocumentStart || AtDocumentEnd;

    public char Peek(int offset = 1) => Index + offset < _length ? _buffer[Index + offset] : YamlInput.End;

    /// <summary>Whether an indicator (<c>-</c>, <c>?</c>, <c>:</c>) stands here with nothing glued to it.</summary>
    public bool AtIndicator(char indicator) => Current == indicator && IsBlankOrEnd(Peek());

    public static bool IsBlankOrEnd(char c) => c is ' ' or '\t' or '\n' or YamlInput.End;

    /// <summary>Goes to the start of a text.</summary>
    public void Start(YamlInput input)
    {
        _buffer = input.Buffer;
        _separators = input.Separators;
        _length = input.Length;
        BlankUntil = 0;
        Return(new Bookmark(0, 1, 0));
    }

    /// <summary>A part of the text.</summary>
    public string Slice(int start, int end)
    {
        ReadOnlySpan<char> part = _buffer.AsSpan(start, end - start);
        return pool is null ? part.ToString() : pool.Get(part);
    }

    /// <summary>Adds the line breaks of a part of the text, without what stands between them.</summary>
    public void AppendBreaks(StringBuilder text, int start, int end)
    {
        for (int i = start; i < end; i++)
        {
            if (_buffer[i] == '\n')
            {
                text.Append(BreakAt(i));
            }
        }
    }

    /// <summary>The line break at a place: <c>\n</c>, U+2028 or U+2029.</summary>
    public char BreakAt(int index) => _separators is null ? '\n' : _separators[index];

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
        char[] text = _buffer;
        int index = Index;
        while (text[index] is ' ' or '\t')
        {
            index++;
        }

        Index = index;
    }

    /// <summary>Moves over spaces.</summary>
    public void SkipSpaces()
    {
        char[] text = _buffer;
        int index = Index;
        while (text[index] == ' ')
        {
            index++;
        }

        Index = index;
    }

    /// <summary>Moves to the end of the line.</summary>
    public void SkipLine()
    {
        int length = Text[Index..].IndexOf('\n');
        Index = length < 0 ? _length : Index + length;
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

using System.Globalization;
using System.Runtime.CompilerServices;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>
/// A path or message of a finding. One that is put together, <c>$"{container.Path}.image"</c>, becomes a string only where no finding
/// before had the same.
/// </summary>
[InterpolatedStringHandler]
internal readonly ref struct FindingText
{
    private readonly string? _text;
    private readonly FindingTextBuffer? _buffer;
    private readonly int _start;

    /// <summary>Begins to put a text together.</summary>
    /// <param name="literalLength">Not used: the buffer grows.</param>
    /// <param name="formattedCount">Not used.</param>
    /// <param name="inspection">Whose finding it is.</param>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Style", "IDE0060:Remove unused parameter", Justification = "The compiler gives them.")]
    public FindingText(int literalLength, int formattedCount, Inspection inspection)
    {
        _buffer = inspection.Texts;
        _start = _buffer.Length;
    }

    /// <summary>Begins to put a text together about a field.</summary>
    /// <param name="literalLength">Not used: the buffer grows.</param>
    /// <param name="formattedCount">Not used.</param>
    /// <param name="at">The field.</param>
    public FindingText(int literalLength, int formattedCount, scoped in FieldAt at)
        : this(literalLength, formattedCount, at.Inspection)
    {
    }

    /// <summary>Puts a text together only where a question about a field is answered with yes.</summary>
    /// <param name="literalLength">Not used: the buffer grows.</param>
    /// <param name="formattedCount">Not used.</param>
    /// <param name="at">The field.</param>
    /// <param name="test">The question.</param>
    /// <param name="isNeeded">Whether the text is put together.</param>
    public FindingText(int literalLength, int formattedCount, scoped in FieldAt at, FieldTest test, out bool isNeeded)
        : this(literalLength, formattedCount, at.Inspection)
    {
        Answer = test.Ask(at.Field);
        isNeeded = Answer == Flag.True;
    }

    private FindingText(string text) => _text = text;

    /// <summary>The answer to the question, if there was one.</summary>
    public Flag Answer { get; }

    /// <summary>A text that is there.</summary>
    public static implicit operator FindingText(string text) => new(text);

    public void AppendLiteral(string text) => _buffer!.Append(text);

    public void AppendFormatted(string? text) => _buffer!.Append(text);

    public void AppendFormatted(ReadOnlySpan<char> text) => _buffer!.Append(text);

    public void AppendFormatted(int number) => _buffer!.Append(number);

    public void AppendFormatted(KubernetesObject item) => item.AppendTo(_buffer!);

    public void AppendFormatted(Container container) => container.AppendTo(_buffer!);

    public void AppendFormatted<T>(T value) => _buffer!.Append(
        value is IFormattable formattable ? formattable.ToString(format: null, CultureInfo.InvariantCulture) : value?.ToString());

    /// <summary>The string; where the text has been put together, one of the pool.</summary>
    /// <param name="pool">The pool; null for none.</param>
    /// <param name="next">A text that has been begun after this one.</param>
    public string ToString(TextPool? pool, FindingText next)
    {
        if (_text is not null)
        {
            return _text;
        }

        ReadOnlySpan<char> text = _buffer!.Slice(_start, next._buffer is null ? _buffer.Length : next._start);
        return pool is null ? text.ToString() : pool.Get(text);
    }

    /// <inheritdoc cref="ToString(TextPool?, FindingText)"/>
    public string ToString(TextPool? pool) => ToString(pool, default);
}

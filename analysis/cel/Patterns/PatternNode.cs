namespace Rampart.Cel.Patterns;

/// <summary>A part of a regular expression.</summary>
internal abstract record PatternNode;

/// <summary>One code point of a set.</summary>
internal sealed record SetNode(CharacterSet Set) : PatternNode;

/// <summary>A place in the text.</summary>
internal sealed record PlaceNode(Place Place) : PatternNode;

/// <summary>Parts one behind the other; none matches the empty text.</summary>
internal sealed record SequenceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>Parts of which the first that matches counts.</summary>
internal sealed record ChoiceNode(IReadOnlyList<PatternNode> Parts) : PatternNode;

/// <summary>A part some times; a maximum below zero is none.</summary>
internal sealed record RepeatNode(PatternNode Part, int Min, int Max, bool IsLazy) : PatternNode;

internal enum Place : byte
{
    TextStart,
    TextEnd,
    LineStart,
    LineEnd,
    WordEdge,
    NoWordEdge,
}

/// <summary>A text is no regular expression.</summary>
internal sealed class PatternException(string message) : Exception("error parsing regexp: " + message);

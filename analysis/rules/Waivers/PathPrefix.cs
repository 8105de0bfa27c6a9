using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Waivers;

/// <summary>A field and all below it: <c>spec.containers[1]</c> is also <c>spec.containers[1].image</c>, but not <c>spec.containers[10]</c>.</summary>
public sealed record PathPrefix
{
    /// <summary>What a text that is no path is answered with.</summary>
    public const string Expected =
        "give a path as findings show it, or its start, e.g. spec.template.spec.containers[0] or metadata.annotations[example.com/key]";

    /// <summary>Every path.</summary>
    public static readonly PathPrefix Everything = new("");

    private readonly string _path;

    private PathPrefix(string path) => _path = path;

    /// <summary>Reads a path, and says what is wrong with a text that is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="prefix">The path; null when there is none.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static bool TryParse(string text, [NotNullWhen(true)] out PathPrefix? prefix, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        error = FindProblem(text) is { } problem ? $"{QuotedText.Of(text)} {problem}" : null;
        prefix = error is null ? new PathPrefix(text) : null;
        return prefix is not null;
    }

    /// <summary>Whether a path is this one or below it.</summary>
    public bool Covers(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return _path.Length == 0
            || (path.StartsWith(_path, StringComparison.Ordinal) && (path.Length == _path.Length || path[_path.Length] is '.' or '['));
    }

    /// <summary>The text of the path; empty for every path.</summary>
    public override string ToString() => _path;

    private static string? FindProblem(string text)
    {
        const string EmptyStep = "has a step that is empty";
        int start = 0;
        bool isAfterDot = false;
        while (start < text.Length)
        {
            int end;
            if (text[start] == '[' && !isAfterDot)
            {
                end = text.IndexOf(']', start) + 1;
                if (end == 0)
                {
                    return "has a bracket that is not closed";
                }

                if (end == start + 2)
                {
                    return EmptyStep;
                }

                if (end < text.Length && text[end] is not ('.' or '['))
                {
                    return "has no dot after a bracket";
                }
            }
            else
            {
                int length = text.AsSpan(start).IndexOfAny('.', '[', ']');
                end = length < 0 ? text.Length : start + length;
                if (end == start)
                {
                    return EmptyStep;
                }

                if (end < text.Length && text[end] == ']')
                {
                    return "closes a bracket that is not open";
                }
            }

            isAfterDot = end < text.Length && text[end] == '.';
            start = isAfterDot ? end + 1 : end;
        }

        return isAfterDot || text.Length == 0 ? EmptyStep : null;
    }
}

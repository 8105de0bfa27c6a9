namespace Rampart.Yaml;

/// <summary>A text that is not YAML, or YAML that goes past a bound of <see cref="YamlReader"/>.</summary>
/// <param name="problem">What is wrong, without the place: <c>a tab indents this line</c>.</param>
/// <param name="fix">What to do: <c>indent with spaces</c>.</param>
/// <param name="line">The line, from 1.</param>
/// <param name="column">The column, from 1.</param>
public sealed class YamlException(string problem, string fix, int line, int column)
    : Exception($"line {line}, column {column}: {problem}; {fix}")
{
    /// <summary>What is wrong, without the place.</summary>
    public string Problem { get; } = problem;

    /// <summary>What to do about it.</summary>
    public string Fix { get; } = fix;

    /// <summary>The line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>The column in UTF-16 units, from 1.</summary>
    public int Column { get; } = column;
}

using Rampart.Cel.Syntax;

namespace Rampart.Cel;

/// <summary>What compiling an expression gave: a program, or what is wrong.</summary>
public sealed class CelCompilation
{
    internal CelCompilation(CelProgram program) => Program = program;

    internal CelCompilation(string message, IReadOnlyList<CelIssue> issues)
    {
        Message = message;
        Issues = issues;
    }

    /// <summary>The program; null if the expression does not compile.</summary>
    public CelProgram? Program { get; }

    /// <summary>What is wrong, as the API server says it; null if nothing is.</summary>
    public string? Message { get; }

    /// <summary>What is wrong at which place; empty if nothing is, or if the whole expression is meant.</summary>
    public IReadOnlyList<CelIssue> Issues { get; } = [];
}

using Rampart.Rules.Diagnostics;
using Rampart.Yaml;

namespace Rampart.Plan.Configuration;

/// <summary>Collects what is wrong, so that everything is told at once.</summary>
internal sealed class ProblemList
{
    private readonly List<Diagnostic> _diagnostics = [];

    public void Error(string id, SourceLocation at, string key, string problem, string fix) => Add(id, DiagnosticSeverity.Error, at, key, problem, fix);

    public void Warning(string id, SourceLocation at, string key, string problem, string fix) => Add(id, DiagnosticSeverity.Warning, at, key, problem, fix);

    public void Add(string id, DiagnosticSeverity severity, SourceLocation at, string key, string problem, string fix) =>
        _diagnostics.Add(new Diagnostic(id, severity, at.File, key, problem, fix) { Line = at.Line, Column = at.Column });

    public void AddAll(ProblemList other) => _diagnostics.AddRange(other._diagnostics);

    public void BrokenYaml(string file, YamlException exception) =>
        Error(ConfigurationDiagnosticIds.BrokenYaml, new SourceLocation(file, exception.Line, exception.Column), "", exception.Problem, exception.Fix);

    /// <summary>What was collected, by file, line, column, key and id.</summary>
    public List<Diagnostic> ToSortedList()
    {
        List<Diagnostic> sorted = [.. _diagnostics];
        DiagnosticOrder.Sort(sorted);
        return sorted;
    }
}

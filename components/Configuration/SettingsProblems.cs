using Rampart.Rules.Diagnostics;

namespace Rampart.Components.Configuration;

/// <summary>Collects what is wrong with the settings of one stack.</summary>
/// <param name="file">The stack's file as the user names it, <c>Pulumi.&lt;stack&gt;.yaml</c>.</param>
public sealed class SettingsProblems(string file)
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>Whether anything stops the program.</summary>
    public bool HasErrors
    {
        get
        {
            foreach (Diagnostic diagnostic in _diagnostics)
            {
                if (diagnostic.Severity == DiagnosticSeverity.Error)
                {
                    return true;
                }
            }

            return false;
        }
    }

    /// <summary>Whether a key has a problem already.</summary>
    /// <param name="key">The full key.</param>
    public bool HasErrorAt(string key) => _diagnostics.Exists(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error && diagnostic.Key == key);

    /// <summary>Adds what stops the program.</summary>
    /// <param name="id">The id of the diagnostic.</param>
    /// <param name="key">The full key.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="fix">What to do.</param>
    public void Error(string id, string key, string problem, string fix)
        => _diagnostics.Add(new Diagnostic(id, DiagnosticSeverity.Error, file, key, problem, fix));

    /// <summary>Adds what deserves a look and stops nothing.</summary>
    /// <inheritdoc cref="Error"/>
    public void Warning(string id, string key, string problem, string fix)
        => _diagnostics.Add(new Diagnostic(id, DiagnosticSeverity.Warning, file, key, problem, fix));

    /// <summary>Adds what others found.</summary>
    /// <param name="diagnostics">The diagnostics.</param>
    public void AddRange(IEnumerable<Diagnostic> diagnostics) => _diagnostics.AddRange(diagnostics);

    /// <summary>All that was found, in order.</summary>
    public IReadOnlyList<Diagnostic> ToList()
    {
        List<Diagnostic> sorted = [.. _diagnostics];
        DiagnosticOrder.Sort(sorted);
        return sorted;
    }
}

namespace Rampart.Rules.Diagnostics;

/// <summary>An exception that tells its problems one by one.</summary>
public interface IDiagnosticSource
{
    /// <summary>The problems, in the order of <see cref="DiagnosticOrder"/>.</summary>
    IReadOnlyList<Diagnostic> Diagnostics { get; }
}

using Pulumi;
using Rampart.Rules.Diagnostics;

namespace Rampart.Components.Configuration;

/// <summary>The settings of a stack are wrong: all problems at once, before anything is registered.</summary>
public sealed class ConfigurationException : RunException, IDiagnosticSource
{
    /// <summary>Creates the exception; its message has one line for each problem.</summary>
    /// <param name="diagnostics">The problems, in the order of <see cref="DiagnosticOrder"/>.</param>
    public ConfigurationException(IReadOnlyList<Diagnostic> diagnostics)
        : base(string.Join('\n', diagnostics))
        => Diagnostics = diagnostics;

    /// <inheritdoc/>
    public IReadOnlyList<Diagnostic> Diagnostics { get; }
}

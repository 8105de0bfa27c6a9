using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Settings;

/// <summary>An entry of a mapping.</summary>
/// <param name="Name">The name.</param>
/// <param name="Value">The value.</param>
/// <param name="Line">The line of the name, from 1; 0 when it is not known.</param>
/// <param name="Column">The column of the name, from 1; 0 when it is not known.</param>
public readonly record struct SettingEntry(string Name, SettingNode Value, int Line, int Column)
{
    /// <summary>Something that is wrong with the name.</summary>
    /// <param name="id">The diagnostic's number.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="fix">What to do.</param>
    public Diagnostic Error(string id, string problem, string fix) =>
        new(id, DiagnosticSeverity.Error, Value.File, Value.Key, problem, fix) { Line = Line, Column = Column };
}

using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Settings;

/// <summary>A setting, or a part of one: its value, and where it was written as far as that is known.</summary>
/// <param name="file">The file as the user names it.</param>
/// <param name="key">The key with the path, e.g. <c>rampart:waivers[0].owner</c>.</param>
public abstract class SettingNode(string file, string key)
{
    /// <summary>The file as the user names it.</summary>
    public string File { get; } = file;

    /// <summary>The key with the path, e.g. <c>rampart:waivers[0].owner</c>.</summary>
    public string Key { get; } = key;

    /// <summary>The line, from 1; 0 when it is not known.</summary>
    public abstract int Line { get; }

    /// <summary>The column, from 1; 0 when it is not known.</summary>
    public abstract int Column { get; }

    /// <summary>What the value is, for a message; a secret is never quoted.</summary>
    public abstract string Shown { get; }

    /// <summary>The value of a text; null for everything else, a secret too.</summary>
    public abstract string? Text { get; }

    /// <summary>The value of a whole number from 0; null for everything else.</summary>
    public abstract int? Count { get; }

    /// <summary>The entries of a mapping, in the order of the text; null for everything else.</summary>
    public abstract IReadOnlyList<SettingEntry>? Entries { get; }

    /// <summary>The items of a list; null for everything else.</summary>
    public abstract IReadOnlyList<SettingNode>? Items { get; }

    /// <summary>Something that is wrong with the value.</summary>
    /// <param name="id">The diagnostic's number.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="fix">What to do.</param>
    public Diagnostic Error(string id, string problem, string fix) =>
        new(id, DiagnosticSeverity.Error, File, Key, problem, fix) { Line = Line, Column = Column };
}

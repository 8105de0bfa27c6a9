using Rampart.Rules.Diagnostics;

namespace Rampart.Components.Configuration;

/// <summary>A form that the text of a setting has.</summary>
public abstract class SettingForm
{
    /// <summary>What a text of this form is, with its article: <c>a version such as 'v1.35', or 'latest'</c>.</summary>
    public abstract string What { get; }

    /// <summary>The form as a regular expression of ECMAScript, for editors; <see langword="null"/>, the default, for none.</summary>
    public virtual string? Pattern => null;

    /// <summary>Whether a number is written in this form, too, so that it needs no quotes. The default is <see langword="false"/>.</summary>
    public virtual bool TakesNumbers => false;

    /// <summary>Whether a text has this form.</summary>
    /// <param name="text">The text, not empty.</param>
    public abstract bool Is(string text);

    /// <summary>What is wrong with a text; <see langword="null"/> when nothing is.</summary>
    /// <param name="text">The text, not empty.</param>
    public virtual SettingMistake? Check(string text)
        => Is(text) ? null : new SettingMistake(SettingsDiagnosticIds.NotAllowed, $"{QuotedText.Of(text)} is not {What}", $"give {What}");
}

using Rampart.Rules.Availability;

namespace Rampart.Components.Configuration;

/// <summary>A number of pods, or a percentage of the replicas.</summary>
public sealed class PodCountForm : SettingForm
{
    /// <inheritdoc/>
    public override string What => "a number such as 2, or a percentage such as 25%";

    /// <inheritdoc/>
    public override string? Pattern => "^[0-9]+%?$";

    /// <inheritdoc/>
    public override bool TakesNumbers => true;

    /// <inheritdoc/>
    public override bool Is(string text) => IntOrPercent.TryParse(text, out _, out _);

    /// <inheritdoc/>
    public override SettingMistake? Check(string text)
        => IntOrPercent.TryParse(text, out _, out string? error) ? null : new SettingMistake(SettingsDiagnosticIds.WrongType, error, $"give {What}");
}

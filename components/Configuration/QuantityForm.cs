using Rampart.Rules.Diagnostics;
using Rampart.Rules.Resources;

namespace Rampart.Components.Configuration;

/// <summary>A quantity of Kubernetes that is not negative: <c>500m</c>, <c>1.5</c> or <c>512Mi</c>.</summary>
public sealed class QuantityForm : SettingForm
{
    /// <inheritdoc/>
    public override string What => "a quantity such as 500m, 1.5 or 512Mi";

    /// <inheritdoc/>
    public override string? Pattern => @"^\+?([0-9]+(\.[0-9]*)?|\.[0-9]+)(n|u|m|k|M|G|T|P|E|Ki|Mi|Gi|Ti|Pi|Ei|[eE][+-]?[0-9]+)?$";

    /// <inheritdoc/>
    public override bool TakesNumbers => true;

    /// <inheritdoc/>
    public override bool Is(string text) => Check(text) is null;

    /// <inheritdoc/>
    public override SettingMistake? Check(string text)
    {
        string? problem = !Quantity.TryParse(text, out Quantity quantity, out string? error) ? error
            : quantity.Sign < 0 ? $"{QuotedText.Of(text)} is negative"
            : null;
        return problem is null ? null : new SettingMistake(SettingsDiagnosticIds.InvalidQuantity, problem, Quantity.Expected);
    }
}

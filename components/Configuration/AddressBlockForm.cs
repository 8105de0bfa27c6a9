using Rampart.Rules.Objects.Values;

namespace Rampart.Components.Configuration;

/// <summary>A block of IP addresses.</summary>
public sealed class AddressBlockForm : SettingForm
{
    /// <inheritdoc/>
    public override string What => AddressBlock.Form;

    /// <inheritdoc/>
    public override string? Pattern => "^[0-9A-Fa-f:.]+/[0-9]{1,3}$";

    /// <inheritdoc/>
    public override bool Is(string text) => AddressBlock.Is(text);
}

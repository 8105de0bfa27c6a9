using Rampart.Rules.Objects.Values;

namespace Rampart.Components.Configuration;

/// <summary>The name of a namespace: a DNS label.</summary>
public sealed class NamespaceNameForm : SettingForm
{
    /// <inheritdoc/>
    public override string What => "a namespace name such as 'spicedb': at most 63 small letters, digits and inner hyphens";

    /// <inheritdoc/>
    public override string? Pattern => "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$";

    /// <inheritdoc/>
    public override bool Is(string text) => DnsName.IsLabel(text);
}

using Rampart.Rules.Objects.Values;

namespace Rampart.Components.Configuration;

/// <summary>The name of an object: a DNS subdomain.</summary>
public sealed class ObjectNameForm : SettingForm
{
    /// <inheritdoc/>
    public override string What =>
        "an object name such as 'registry-credentials': at most 253 small letters, digits, and inner hyphens and dots";

    /// <inheritdoc/>
    public override string? Pattern => @"^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$";

    /// <inheritdoc/>
    public override bool Is(string text) => DnsName.IsName(text);
}

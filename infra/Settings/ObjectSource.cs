using Pulumi;

namespace Rampart.Infra.Settings;

/// <summary>The settings inside a structured value.</summary>
/// <param name="value">The value, an object.</param>
/// <param name="secret">The text of the value, which may not be known in a preview.</param>
internal sealed class ObjectSource(SettingValue value, Func<Output<string>> secret) : ISettingSource
{
    public SettingValue? Find(string name) => value.Member(name);

    public Output<string> Secret(string name)
        => secret().Apply(text => SettingValue.FromConfig(text).Member(name) is { Kind: SettingKind.Scalar } member ? member.Text : "");

    public IEnumerable<string> Names() => value.MemberNames();
}

namespace Rampart.Infra.Settings;

/// <summary>The settings inside a structured value.</summary>
/// <param name="value">The value, an object.</param>
internal sealed class ObjectSource(SettingValue value) : ISettingSource
{
    public SettingValue? Find(string name) => value.Member(name);

    public IEnumerable<string> Names() => value.MemberNames();
}

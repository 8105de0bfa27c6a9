using Pulumi;

namespace Rampart.Infra.Settings;

/// <summary>Where the settings of one section come from.</summary>
internal interface ISettingSource
{
    /// <summary>The value of a setting; <see langword="null"/> when it is not given.</summary>
    SettingValue? Find(string name);

    /// <summary>The text of a setting that nobody may see, as far as it is known: in a preview it may not be.</summary>
    Output<string> Secret(string name);

    /// <summary>The names of all that is given, as far as they can be told.</summary>
    IEnumerable<string> Names();
}

using Rampart.Components.Configuration;
using Rampart.Rules.Availability;

namespace Rampart.Infra.Settings;

/// <summary>A setting that is a number of pods or a percentage of the replicas.</summary>
internal static class PodCount
{
    /// <summary>A setting that has a default.</summary>
    public static IntOrPercent Of(SettingsBinder settings, string key) => Find(settings, key).GetValueOrDefault();

    /// <summary>A setting that may be missing.</summary>
    public static IntOrPercent? Find(SettingsBinder settings, string key)
        => IntOrPercent.TryParse(settings.Text(key), out IntOrPercent pods, out _) ? pods : null;
}

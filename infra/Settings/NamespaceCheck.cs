using Rampart.Components.Configuration;

namespace Rampart.Infra.Settings;

/// <summary>Whether the namespace is one that the stack may own.</summary>
internal static class NamespaceCheck
{
    public static void Check(SettingsBinder settings)
    {
        string name = settings.Text("namespace")!;
        if (name == "default" || name.StartsWith("kube-", StringComparison.Ordinal))
        {
            settings.Error(
                SettingsDiagnosticIds.NotAllowed, "namespace", $"'{name}' belongs to the cluster", "give a namespace of its own, such as 'spicedb'");
        }
    }
}

using Rampart.Protocol.Values;

namespace Rampart.Plan.ManifestFiles;

/// <summary>A file of Falco rules: a list of rules, lists and macros, and no Kubernetes object.</summary>
internal static class FalcoRules
{
    /// <summary>The kind that such a file gets as an object.</summary>
    public const string Kind = Rules.Policies.FalcoRules.Kind;

    /// <summary>The field of the object that holds the list.</summary>
    public const string Items = "rules";

    private static readonly string[] Keys = ["rule", "list", "macro", "required_engine_version", "required_plugin_versions"];

    /// <summary>Whether every item of a list is something that Falco's rule files have.</summary>
    public static bool IsIn(PropertyList list)
    {
        foreach (PropertyValue item in list.Items)
        {
            if (item.ObjectOrNull() is not { } fields || !Array.Exists(Keys, fields.ContainsKey))
            {
                return false;
            }
        }

        return list.Count > 0;
    }
}

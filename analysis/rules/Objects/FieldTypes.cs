using System.Text;

namespace Rampart.Rules.Objects;

/// <summary>Which fields the kinds of Kubernetes' API have, and of which types, as the API server reads them.</summary>
/// <remarks>The facts are those of the package KubernetesClient; <see cref="FieldTable"/> is written while this project is compiled.</remarks>
internal static class FieldTypes
{
    private const string Metadata = "V1ObjectMeta";

    private static readonly FieldTypeReader Reader = new();

    // What custom resources have in common with Kubernetes' own kinds.
    private static readonly FieldType AnyObject = FieldType.ObjectOf(
        "", static () => new Dictionary<string, FieldType>(StringComparer.Ordinal) { ["metadata"] = Reader.Find(Metadata) }, isOpen: true);

    // Kinds of group and version, and of a group whatever the version.
    private static readonly Dictionary<(string Place, string Kind), FieldType> Kinds = ReadKinds();

    /// <summary>The type of an object; that of the group's newest version for a version which nothing serves any more.</summary>
    public static FieldType Of(KubernetesObject item) => Of(item, out _);

    /// <inheritdoc cref="Of(KubernetesObject)"/>
    /// <param name="item">The object.</param>
    /// <param name="isOfOtherVersion">Whether the type is that of another version, in which fields may have other names.</param>
    public static FieldType Of(KubernetesObject item, out bool isOfOtherVersion)
    {
        isOfOtherVersion = false;
        if (Kinds.TryGetValue((item.ApiVersion, item.Kind), out FieldType? type))
        {
            return type;
        }

        isOfOtherVersion = Kinds.TryGetValue((item.Group + "/", item.Kind), out type);
        return type ?? AnyObject;
    }

    private static Dictionary<(string Place, string Kind), FieldType> ReadKinds()
    {
        Dictionary<(string Place, string Kind), FieldType> kinds = [];
        foreach (string line in Encoding.UTF8.GetString(FieldTable.Kinds).Split('\n'))
        {
            if (line.Split(' ') is [string apiVersion, string kind, string model])
            {
                FieldType type = Reader.Find(model);
                kinds.Add((apiVersion, kind), type);

                // In ordinal order V1 stands before V1alpha1, and V2 behind it.
                string group = BuiltInKind.GroupOf(apiVersion) + "/";
                if (!model.Contains("alpha", StringComparison.Ordinal) && !model.Contains("beta", StringComparison.Ordinal))
                {
                    kinds[(group, kind)] = type;
                }
            }
        }

        return kinds;
    }
}

using System.Globalization;
using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>Tells which of the fields that a check looks at are unknown in a pod.</summary>
internal static class UnknownFieldFinder
{
    private static readonly string[] ContainerLists = ["initContainers", "containers", "ephemeralContainers"];

    public static IReadOnlyList<UnknownField> Find(in PodSource pod, IReadOnlyList<CheckedField> fields)
    {
        List<UnknownField> found = [];
        foreach (CheckedField field in fields)
        {
            string[] segments = Split(field.Path);
            PropertyValue root = segments[0] == "spec" ? pod.Spec : pod.Metadata;
            Walk(root, pod.PathOf(segments[0]), segments.AsSpan(1), field.Kind, found, pod.ContainerPaths);
        }

        // Several fields of a check may lie below the same unknown.
        return [.. found.Distinct()];
    }

    /// <summary>Why a value is none of the expected kind.</summary>
    public static string Describe(PropertyValue value, PropertyKind expected) =>
        value.IsUnknown ? "is not known yet" : $"is {NameOf(value.Kind)}, not {NameOf(expected)}";

    /// <summary>Why a rule cannot judge a value: it is not known yet, itself or what it is in, or of a type that the API server does not take.</summary>
    public static string Describe(PropertyValue value) => value.Inner is { IsNull: false, ContainsUnknowns: false } known
        ? $"is {NameOf(known.Kind)}, which the API server does not take here"
        : "is not known yet";

    // "a.b[*].c[x.y/*]" gives a, b, [*], c, [x.y/*].
    private static string[] Split(string path)
    {
        List<string> segments = [];
        int start = 0;
        bool isInBrackets = false;
        for (int i = 0; i <= path.Length; i++)
        {
            char character = i == path.Length ? '.' : path[i];
            if ((character is '.' && !isInBrackets) || character is '[')
            {
                if (i > start)
                {
                    segments.Add(path[start..i]);
                }

                start = character is '[' ? i : i + 1;
            }

            isInBrackets = character is '[' || (isInBrackets && character is not ']');
        }

        return [.. segments];
    }

    private static void Walk(
        PropertyValue value, string path, ReadOnlySpan<string> rest, PropertyKind leaf, List<UnknownField> found, IReadOnlyList<string> containers, bool isSecret = false)
    {
        isSecret |= value.IsSecret;
        value = value.Inner;
        PropertyKind expected = rest.IsEmpty ? leaf : rest[0] == "[*]" ? PropertyKind.List : PropertyKind.Object;
        if (value.IsNull)
        {
            return;
        }

        if (value.Kind != expected)
        {
            found.Add(new UnknownField(path, Describe(value, expected)));
        }
        else if (rest.IsEmpty)
        {
            if (value.Kind == PropertyKind.Number && !double.IsInteger(value.AsNumber()))
            {
                found.Add(new UnknownField(path, "is not a whole number"));
            }
        }
        else if (rest[0] == "[*]")
        {
            ReadOnlySpan<PropertyValue> items = value.AsList().Items;
            for (int i = 0; i < items.Length; i++)
            {
                string item = i < containers.Count && path.EndsWith(".containers", StringComparison.Ordinal) ? containers[i]
                    : string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]");
                Walk(items[i], item, rest[1..], leaf, found, containers, isSecret);
            }
        }
        else if (rest[0][0] == '[')
        {
            string key = rest[0][1..^1];
            foreach (Property property in value.AsObject().Properties)
            {
                if (key[^1] == '*' ? property.Name.StartsWith(key[..^1], StringComparison.Ordinal) : property.Name == key)
                {
                    Walk(property.Value, $"{path}[{(isSecret ? "…" : property.Name)}]", rest[1..], leaf, found, containers, isSecret);
                }
            }
        }
        else if (rest[0] == "containers")
        {
            foreach (string list in ContainerLists)
            {
                Walk(value.AsObject()[list], $"{path}.{list}", rest[1..], leaf, found, containers, isSecret);
            }
        }
        else
        {
            Walk(value.AsObject()[rest[0]], $"{path}.{rest[0]}", rest[1..], leaf, found, containers, isSecret);
        }
    }

    /// <summary>A kind of values for a message, with its article.</summary>
    public static string NameOf(PropertyKind kind) => kind switch
    {
        PropertyKind.Boolean => "a boolean",
        PropertyKind.Number => "a number",
        PropertyKind.String => "a string",
        PropertyKind.List => "a list",
        PropertyKind.Object => "an object",
        PropertyKind.Asset => "an asset",
        PropertyKind.Archive => "an archive",
        _ => "a resource",
    };
}

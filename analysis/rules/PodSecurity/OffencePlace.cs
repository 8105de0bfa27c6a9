using System.Globalization;
using Rampart.Protocol.Values;
using Rampart.Rules.Objects;

namespace Rampart.Rules.PodSecurity;

/// <summary>Where a check can find fault with a pod or with a container: a field, or a list or map whose items it looks at one by one.</summary>
internal sealed class OffencePlace
{
    private const string ContainerPrefix = "spec.containers[*].";

    private readonly string _path;
    private readonly string[] _steps;
    private readonly PropertyValue _sound;

    // Of the items: which keys of a map, none for a list, and the field in each; null for a place that is judged as a whole.
    private readonly string[]? _keys;
    private readonly string _below = "";

    // Fields of the same list or map are one place. Where several fields of an item count, the item is to blame as a whole.
    private OffencePlace(string path, IReadOnlyList<CheckedField> fields)
    {
        _path = path;
        _steps = path.Split('.');
        _sound = fields[0].Sound;
        if (fields[0].Path.Contains(path + "[", StringComparison.Ordinal) && _sound.IsNull)
        {
            string[] items = [.. fields.Select(static field => StripContainer(field.Path)[(StemOf(field).Length + 1)..])];
            _keys = [.. items.Select(static item => item[..item.IndexOf(']')]).Where(static key => key != "*").Distinct()];
            string[] below = [.. items.Select(static item => item[(item.IndexOf(']') + 1)..]).Distinct()];
            _below = below.Length == 1 ? below[0] : "";
        }
    }

    /// <summary>The places of the fields that can be to blame, of the pod or of its containers.</summary>
    public static IReadOnlyList<OffencePlace> Of(IReadOnlyList<CheckedField> fields, bool areOfContainers) =>
    [
        .. fields.Where(field => !field.IsCondition && IsOfContainer(field) == areOfContainers)
            .GroupBy(StemOf, static (stem, own) => new OffencePlace(stem, [.. own])),
    ];

    /// <summary>What is written here, each item by itself: its path below the owner, and what the place holds when the item is alone.</summary>
    /// <param name="owner">The pod, with <c>metadata</c> and <c>spec</c>, or the container.</param>
    public IReadOnlyList<(string Path, PropertyValue Alone)> Items(PropertyValue owner)
    {
        PropertyValue written = PodEdit.Get(owner, _steps, out bool isSecret);
        if (_keys is null)
        {
            return written.IsNull && _sound.IsNull ? [] : [(_path, written)];
        }

        List<(string Path, PropertyValue Alone)> items = [];
        if (written.Inner.ListOrNull() is { } list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                items.Add((
                    string.Create(CultureInfo.InvariantCulture, $"{_path}[{i}]{_below}"),
                    PodEdit.Like(written, PropertyValue.From(PropertyList.Create(list[i])))));
            }
        }
        else if (written.Inner.ObjectOrNull() is { } map)
        {
            foreach (Property property in map.Properties)
            {
                if (IsMeant(property.Name))
                {
                    items.Add((
                        $"{_path}[{(isSecret ? "…" : property.Name)}]{_below}",
                        PodEdit.Like(written, PropertyValue.From(PropertyObject.Create(property)))));
                }
            }
        }

        return items;
    }

    /// <summary>The owner with a value at this place.</summary>
    public PropertyValue Put(PropertyValue owner, PropertyValue value) => PodEdit.Set(owner, _steps, value);

    /// <summary>The owner with nothing wrong at this place.</summary>
    public PropertyValue Mend(PropertyValue owner) => Put(owner, _sound);

    private bool IsMeant(string name)
    {
        foreach (string key in _keys!)
        {
            if (key[^1] == '*' ? name.StartsWith(key[..^1], StringComparison.Ordinal) : name == key)
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfContainer(CheckedField field) => field.Path.StartsWith(ContainerPrefix, StringComparison.Ordinal);

    private static string StripContainer(string path) => path.StartsWith(ContainerPrefix, StringComparison.Ordinal) ? path[ContainerPrefix.Length..] : path;

    private static string StemOf(CheckedField field)
    {
        string path = StripContainer(field.Path);
        int bracket = path.IndexOf('[');
        return bracket < 0 ? path : path[..bracket];
    }
}

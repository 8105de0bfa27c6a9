using System.Globalization;
using System.Text;
using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>
/// Finds the pods in an object of a kind that is not Kubernetes' own: by shape, which is a mapping with <c>containers</c> some of which
/// have a name and an image, at any depth; and where <see cref="WellKnownPods"/> says that they are.
/// </summary>
internal sealed class PodFinder
{
    private const string Containers = "containers";

    private readonly PropertyObject _manifest;
    private readonly List<PodSource> _found = [];
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);
    private readonly List<Step> _steps = [];

    private PodFinder(PropertyObject manifest) => _manifest = manifest;

    /// <summary>The pods in the order in which they stand, then those that have no shape.</summary>
    public static IReadOnlyList<PodSource> Find(PropertyObject manifest, string group, string kind)
    {
        PodFinder finder = new(manifest);
        foreach (Property property in manifest.Properties)
        {
            // Who made the object, and what became of it, hold no pods to be.
            if (property.Name is not ("apiVersion" or "kind" or "metadata" or "status"))
            {
                finder.Enter(new Step(property.Name), property.Value, parent: null, isSecret: false);
            }
        }

        foreach (WellKnownPod known in WellKnownPods.Of(group, kind))
        {
            finder.AddKnown(known);
        }

        return finder._found;
    }

    private void Enter(Step step, PropertyValue value, PropertyObject? parent, bool isSecret)
    {
        _steps.Add(step);
        Walk(value, parent, isSecret);
        _steps.RemoveAt(_steps.Count - 1);
    }

    private void Walk(PropertyValue value, PropertyObject? parent, bool isSecret)
    {
        isSecret |= value.IsSecret;
        if (value.Inner.ObjectOrNull() is { } fields)
        {
            if (HasShape(fields[Containers]))
            {
                Add(PropertyValue.From(fields), parent, isSecret);
            }

            foreach (Property property in fields.Properties)
            {
                Enter(new Step(property.Name), property.Value, fields, isSecret);
            }
        }
        else if (value.Inner.ListOrNull() is { } list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                Enter(new Step(null, i), list[i], parent: null, isSecret);
            }
        }
    }

    private static bool HasShape(PropertyValue containers)
    {
        if (containers.Inner.ListOrNull() is { } list)
        {
            for (int i = 0; i < list.Count; i++)
            {
                if (list[i].Inner.ObjectOrNull() is { } container && !container["name"].Inner.IsNull && !container["image"].Inner.IsNull)
                {
                    return true;
                }
            }
        }

        return false;
    }

    private void AddKnown(WellKnownPod known) =>
        Follow(known, known.Path.Replace("[]", ".[]", StringComparison.Ordinal).Split('.'), PropertyValue.From(_manifest), parent: null, isSecret: false);

    private void Follow(WellKnownPod known, ReadOnlySpan<string> rest, PropertyValue value, PropertyObject? parent, bool isSecret)
    {
        isSecret |= value.IsSecret;
        value = value.Inner;
        if (value.IsNull)
        {
            return;
        }

        if (rest.IsEmpty)
        {
            AddKnown(known, value, parent, isSecret);
        }
        else if (rest[0] == "[]")
        {
            if (value.ListOrNull() is not { } list)
            {
                return;
            }

            for (int i = 0; i < list.Count; i++)
            {
                _steps.Add(new Step(null, i));
                Follow(known, rest[1..], list[i], parent: null, isSecret);
                _steps.RemoveAt(_steps.Count - 1);
            }
        }
        else
        {
            // What is below a value that is not known yet is not known either.
            PropertyObject? fields = value.ObjectOrNull();
            _steps.Add(new Step(rest[0]));
            Follow(known, rest[1..], fields is null ? PropertyValue.Unknown : fields[rest[0]], _steps.Count > 1 ? fields : null, isSecret);
            _steps.RemoveAt(_steps.Count - 1);
        }
    }

    private void AddKnown(WellKnownPod known, PropertyValue value, PropertyObject? parent, bool isSecret)
    {
        string path = Path();
        if (_places.TryGetValue(path, out int same))
        {
            _found[same] = _found[same] with { RunsToCompletion = known.RunsToCompletion };
            return;
        }

        string[] paths = [];
        if (value.ObjectOrNull() is { } fields)
        {
            value = PropertyValue.From(Complete(fields, known, path, out paths));
            if (known.Containers != Containers && paths.Length == 0)
            {
                return;
            }
        }

        Add(value, parent, isSecret);
        _found[^1] = _found[^1] with { RunsToCompletion = known.RunsToCompletion, ContainerPaths = paths };
    }

    // As a pod's spec, with the paths of its containers where they are in other fields.
    private PropertyObject Complete(PropertyObject fields, WellKnownPod known, string path, out string[] paths)
    {
        paths = [];
        if (known.PodContext.Length > 0 && fields["securityContext"].IsNull)
        {
            PropertyValue context = Objects.FieldPath.Find(_manifest, known.PodContext);
            fields = context.IsNull ? fields : fields.With("securityContext", context);
        }

        if (known.Containers == Containers)
        {
            return fields;
        }

        List<PropertyValue> containers = [];
        List<string> all = [];
        foreach (string name in known.Containers.Split(' '))
        {
            PropertyValue value = fields[name];
            if (value.Inner.ListOrNull() is { } list)
            {
                for (int i = 0; i < list.Count; i++)
                {
                    containers.Add(WithDefaults(Below(value, list[i]), fields[known.Defaults]));
                    all.Add(string.Create(CultureInfo.InvariantCulture, $"{path}.{name}[{i}]"));
                }
            }
            else if (!value.Inner.IsNull)
            {
                containers.Add(value);
                all.Add($"{path}.{name}");
            }
        }

        paths = [.. all];
        return fields.With(Containers, PropertyValue.From(PropertyList.Create([.. containers])));
    }

    // Fields that both have are those of the container, and in its securityContext, too.
    private static PropertyValue WithDefaults(PropertyValue container, PropertyValue defaults)
    {
        if (defaults.Inner.ObjectOrNull() is not { } general || container.Inner.ObjectOrNull() is not { } own)
        {
            return container;
        }

        foreach (Property property in general.Properties)
        {
            PropertyValue merged = own[property.Name].IsNull ? property.Value
                : property.Name == "securityContext" ? WithDefaults(own[property.Name], property.Value)
                : own[property.Name];
            own = own.With(property.Name, merged);
        }

        return Below(container, PropertyValue.From(own));
    }

    private static PropertyValue Below(PropertyValue parent, PropertyValue value) =>
        parent.IsSecret && !value.IsNull ? PropertyValue.Secret(value) : value;

    private void Add(PropertyValue spec, PropertyObject? parent, bool isSecret)
    {
        string path = Path(), above = path.EndsWith(".spec", StringComparison.Ordinal) ? path[..^"spec".Length] : "";
        bool isTemplate = above.Length > 0 && parent is not null;
        PropertyValue metadata = isTemplate ? parent!["metadata"] : spec.ObjectOrNull() is { } fields ? fields["metadata"] : PropertyValue.Null;
        _places.Add(path, _found.Count);
        _found.Add(new PodSource(above, Wrap(metadata, isSecret), Wrap(spec, isSecret))
        {
            ShapePath = path,
            ShapeMetadataPath = (isTemplate ? above : path + ".") + "metadata",
        });
    }

    private static PropertyValue Wrap(PropertyValue value, bool isSecret) => isSecret && !value.IsNull ? PropertyValue.Secret(value) : value;

    private string Path()
    {
        StringBuilder path = new();
        foreach (Step step in _steps)
        {
            if (step.Name is null)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            }
            else if (step.Name.AsSpan().ContainsAny('.', '/', '['))
            {
                path.Append('[').Append(step.Name).Append(']');
            }
            else
            {
                path.Append(path.Length == 0 ? "" : ".").Append(step.Name);
            }
        }

        return path.ToString();
    }

    // A field, or an item of a list.
    private readonly record struct Step(string? Name, int Index = 0);
}

using System.Globalization;
using System.Text;
using Rampart.Protocol.Values;
using Rampart.Rules.PodSecurity;

namespace Rampart.Rules.Objects;

/// <summary>Finds the fields of an object that are of a wrong type.</summary>
internal sealed class WrongTypeFinder
{
    private readonly List<Step> _steps = [];
    private readonly List<WrongType> _found = [];

    private WrongTypeFinder()
    {
    }

    /// <summary>All fields of an object whose types are known, and which are of another.</summary>
    public static IReadOnlyList<WrongType> Find(KubernetesObject item)
    {
        WrongTypeFinder finder = new();
        finder.Walk(PropertyValue.From(item.Body), FieldTypes.Of(item), isSecret: false);
        return finder._found;
    }

    private void Walk(PropertyValue value, FieldType type, bool isSecret)
    {
        isSecret |= value.IsSecret;
        value = value.Inner;

        // What a resource or an output gives is known only to the engine.
        if (value.Kind is PropertyKind.Null or PropertyKind.Unknown or PropertyKind.Output or PropertyKind.Resource)
        {
            return;
        }

        if (!type.Takes(value))
        {
            Add(value.Kind == PropertyKind.Number && type.IsWhole ? "a number with a fraction" : UnknownFieldFinder.NameOf(value.Kind), type);
        }
        else if (type.IsList)
        {
            WalkItems(value.AsList(), type.Item!, isSecret);
        }
        else if (type.Item is { } item)
        {
            foreach (Property property in value.AsObject().Properties)
            {
                // Keys inside a secret are secret.
                Enter(new Step(isSecret ? "…" : property.Name, IsKey: true), property.Value, item, isSecret);
            }
        }
        else if (type.Fields is { Count: > 0 } fields)
        {
            foreach (Property property in value.AsObject().Properties)
            {
                if (fields.TryGetValue(property.Name, out FieldType? field))
                {
                    Enter(new Step(property.Name), property.Value, field, isSecret);
                }
            }
        }
    }

    private void WalkItems(PropertyList list, FieldType type, bool isSecret)
    {
        ReadOnlySpan<PropertyValue> items = list.Items;
        for (int i = 0; i < items.Length; i++)
        {
            // To the API server an item that is null has no fields, which no list of objects has a use for.
            if (items[i].Inner.IsNull && type.Fields is not null)
            {
                _steps.Add(new Step(null, i));
                Add("null", type);
                _steps.RemoveAt(_steps.Count - 1);
            }
            else
            {
                Enter(new Step(null, i), items[i], type, isSecret);
            }
        }
    }

    private void Enter(Step step, PropertyValue value, FieldType type, bool isSecret)
    {
        _steps.Add(step);
        Walk(value, type, isSecret);
        _steps.RemoveAt(_steps.Count - 1);
    }

    private void Add(string found, FieldType type) =>
        _found.Add(new WrongType(Path(), $"is {found}, not {type.Name}", found, type.Name, type.Fix));

    private string Path()
    {
        StringBuilder path = new();
        foreach (Step step in _steps)
        {
            if (step.Name is null)
            {
                path.Append(CultureInfo.InvariantCulture, $"[{step.Index}]");
            }
            else if (step.IsKey && (step.Name == "…" || step.Name.AsSpan().ContainsAny('.', '/', '[')))
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

    // A field, a key that somebody chose, or an item of a list.
    private readonly record struct Step(string? Name, int Index = 0, bool IsKey = false);
}

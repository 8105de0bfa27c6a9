using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects;

/// <summary>Finds the fields of objects that are of a wrong type.</summary>
internal sealed class WrongTypeFinder
{
    private const int MostRemembered = 4096;

    // Values in which all is right, and their types: objects that are read together share many. One takes the place of another.
    private readonly (PropertyNode? Value, FieldType? Type)[] _right = new (PropertyNode?, FieldType?)[MostRemembered];

    private readonly List<Step> _steps = [];

    // The types of the objects on the way, the outermost first, each with the number of steps to it.
    private readonly List<(FieldType Type, int Steps)> _objects = [];
    private (KubernetesObject? Item, List<WrongType>? Found) _last;
    private List<WrongType> _found = [];
    private bool _tellsUnknown;

    /// <summary>The fields of an object that are of another type than its kind has, and those that it does not have; null for none.</summary>
    public IReadOnlyList<WrongType>? Find(KubernetesObject item)
    {
        // Two rules ask.
        if (!ReferenceEquals(_last.Item, item))
        {
            FieldType type = FieldTypes.Of(item, out bool isOfOtherVersion);
            _tellsUnknown = !isOfOtherVersion;
            _last = (item, FindAll(PropertyValue.From(item.Body), type));
        }

        return _last.Found;
    }

    private List<WrongType>? FindAll(PropertyValue body, FieldType type)
    {
        if (IsRight(body, type))
        {
            return null;
        }

        // Only now is it worth while to know the way.
        _found = [];
        Walk(body, type, isSecret: false);
        return _found.Count == 0 ? null : _found;
    }

    private bool IsRight(PropertyValue value, FieldType type)
    {
        value = value.Inner;
        if (IsOpen(value))
        {
            return true;
        }

        if (!type.Takes(value))
        {
            return false;
        }

        if (value.ListOrNull() is { } list)
        {
            return type.Item is not { } item || IsRemembered(list, type) || (AreRight(list, item) && Remember(list, type));
        }

        return value.ObjectOrNull() is not { } fields || (type.Fields ?? (object?)type.Item) is null || IsRemembered(fields, type) || (AreRight(fields, type) && Remember(fields, type));
    }

    private bool AreRight(PropertyList list, FieldType type)
    {
        foreach (ref readonly PropertyValue item in list.Items)
        {
            if ((item.Inner.IsNull && type.Fields is not null) || !IsRight(item, type))
            {
                return false;
            }
        }

        return true;
    }

    private bool AreRight(PropertyObject fields, FieldType type)
    {
        foreach (ref readonly Property property in fields.Properties)
        {
            FieldType? field = type.Item;
            if (field is null && !type.Fields!.TryGetValue(property.Name, out field))
            {
                if (type.IsOpen)
                {
                    continue;
                }

                return false;
            }

            if (!IsRight(property.Value, field))
            {
                return false;
            }
        }

        return true;
    }

    private bool IsRemembered(PropertyNode value, FieldType type)
    {
        (PropertyNode? known, FieldType? knownType) = _right[PlaceOf(value)];
        return ReferenceEquals(known, value) && ReferenceEquals(knownType, type);
    }

    private bool Remember(PropertyNode value, FieldType type)
    {
        _right[PlaceOf(value)] = (value, type);
        return true;
    }

    private static int PlaceOf(PropertyNode value) => (int)((uint)RuntimeHelpers.GetHashCode(value) % MostRemembered);

    // What a resource or an output gives is known only to the engine.
    private static bool IsOpen(PropertyValue value) =>
        value.Kind is PropertyKind.Null or PropertyKind.Unknown or PropertyKind.Output or PropertyKind.Resource;

    private void Walk(PropertyValue value, FieldType type, bool isSecret)
    {
        isSecret |= value.IsSecret;
        value = value.Inner;
        if (IsOpen(value))
        {
            return;
        }

        if (!type.Takes(value))
        {
            AddScalar(value, type);
        }
        else if (value.ListOrNull() is { } list)
        {
            if (type.Item is { } ofItems)
            {
                WalkItems(list, ofItems, isSecret);
            }
        }
        else if (type.Item is { } item)
        {
            foreach (Property property in value.AsObject().Properties)
            {
                // Keys inside a secret are secret.
                Enter(new Step(isSecret ? "…" : property.Name, IsKey: true), property.Value, item, isSecret);
            }
        }
        else if (type.Fields is { } fields && value.ObjectOrNull() is { } known)
        {
            _objects.Add((type, _steps.Count));
            foreach (Property property in known.Properties)
            {
                if (fields.TryGetValue(property.Name, out FieldType? field))
                {
                    Enter(new Step(property.Name), property.Value, field, isSecret);
                }
                else if (_tellsUnknown && !type.IsOpen)
                {
                    AddUnknown(isSecret ? "…" : property.Name, type);
                }
            }

            _objects.RemoveAt(_objects.Count - 1);
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

    private void AddScalar(PropertyValue value, FieldType type)
    {
        if (value.Kind != PropertyKind.Number || !type.IsWhole)
        {
            Add(UnknownFieldFinder.NameOf(value.Kind), type);
        }
        else if (!double.IsInteger(value.AsNumber()))
        {
            Add(double.IsFinite(value.AsNumber()) ? "a number with a fraction" : "NaN or infinite", type);
        }
        else
        {
            _found.Add(new WrongType(Path(), $"is not {type.Range}", "a number out of range", $"a whole number {type.Range}", "write a number in the range"));
        }
    }

    private void Add(string found, FieldType type) =>
        _found.Add(new WrongType(Path(), $"is {found}, not {type.Name}", found, type.Name, type.Fix));

    private void AddUnknown(string name, FieldType type)
    {
        _steps.Add(new Step(name, IsKey: true));
        string fix = SpellingSuggestion.Find(name, type.Fields!.Keys) is { } meant ? $"did you mean {meant}?"
            : FindPlace(name) is { } place ? $"did you mean {place}?"
            : "remove it; kubectl explain lists the fields";
        _found.Add(new WrongType(Path(), $"is not a field of {type.Kind}", name, $"the fields of {type.Kind}", fix) { IsUnknownField = true });
        _steps.RemoveAt(_steps.Count - 1);
    }

    // Where a field of this name is: on the way to here, or one step beside it.
    private string? FindPlace(string name)
    {
        for (int i = _objects.Count - 1; i >= 0; i--)
        {
            (FieldType type, int steps) = _objects[i];
            string start = steps == 0 ? "" : Path(steps) + ".";
            if (type.Fields!.ContainsKey(name))
            {
                return start + name;
            }

            foreach ((string field, FieldType below) in type.Fields)
            {
                if (field != "status" && below.Fields?.ContainsKey(name) == true)
                {
                    return $"{start}{field}.{name}";
                }
            }
        }

        return null;
    }

    private string Path() => Path(_steps.Count);

    private string Path(int count)
    {
        StringBuilder path = new();
        foreach (Step step in _steps.Take(count))
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

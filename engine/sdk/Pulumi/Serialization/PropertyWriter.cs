using System.Collections;
using System.Text.Json;
using Rampart.Protocol.Monitor;
using Rampart.Protocol.Values;

namespace Pulumi.Serialization;

/// <summary>
/// Turns arguments into property values in one pass, without waiting: what is not there yet is collected in
/// <see cref="Pending"/>, and the caller writes again when those tasks are done.
/// </summary>
/// <remarks>Generated args classes call <c>Write</c> for their members in ordinal order of the wire names.</remarks>
internal sealed class PropertyWriter
{
    [ThreadStatic]
    private static PropertyWriter? _cached;

    // Properties of all objects that are open, innermost last; a finished object takes its own off the end.
    private Property[] _properties = new Property[64];
    private int _propertyCount;
    private int _depth;

    private ResourceSet _resources;
    private readonly List<PropertyResources> _propertyResources = [];
    private List<Task>? _pending;

    // Whether the output that is written next becomes a PropertyOutput, which can be secret and unknown at once.
    private bool _isKept;

    /// <summary>Whether a resource as a value is written as a reference; otherwise as its id or URN.</summary>
    public bool KeepResources { get; set; } = true;

    /// <summary>Whether a resource as a value is something that the property comes from.</summary>
    public bool CountResources { get; set; } = true;

    /// <summary>Whether inputs and outputs keep what they come from, as <see cref="PropertyOutput"/>; it is counted for the property besides.</summary>
    public bool KeepOutputs { get; set; }

    /// <summary>What has to be there before the result is complete; null when it is.</summary>
    public List<Task>? Pending => _pending;

    /// <summary>The resources that the values of each top-level property come from; good until the writer is given back.</summary>
    public List<PropertyResources> PropertyResources => _propertyResources;

    /// <summary>The URNs that each top-level property depends on, for those that do on any.</summary>
    public PropertyDependency[] Dependencies()
    {
        List<PropertyDependency> dependencies = new(_propertyResources.Count);
        foreach (PropertyResources from in _propertyResources)
        {
            string[] urns = DependencyUrns.Of(from.Resources.Items, self: null, ref _pending);
            if (urns.Length > 0)
            {
                dependencies.Add(new PropertyDependency(from.Name, urns));
            }
        }

        dependencies.Sort(static (left, right) => string.CompareOrdinal(left.Property, right.Property));
        return [.. dependencies];
    }

    /// <summary>A writer for one use on this thread; give it back with <see cref="Return"/>.</summary>
    public static PropertyWriter Rent()
    {
        PropertyWriter writer = _cached ?? new PropertyWriter();
        _cached = null;
        return writer;
    }

    public static void Return(PropertyWriter writer)
    {
        writer.Reset();
        _cached = writer;
    }

    /// <summary>Forgets everything, for another attempt.</summary>
    public void Reset()
    {
        Array.Clear(_properties, 0, _propertyCount);
        _propertyCount = 0;
        _depth = 0;
        _resources = ResourceSet.Empty;
        _propertyResources.Clear();
        _pending = null;
        KeepResources = true;
        CountResources = true;
        KeepOutputs = false;
        _isKept = false;
    }

    /// <summary>Writes an optional member.</summary>
    /// <remarks>
    /// Not generic, and so are the other ways in: a type would have to be loaded for each member of each class at the
    /// first use of the class, set or not, and classes of Kubernetes have hundreds.
    /// </remarks>
    public void Write(string name, IInput? input)
    {
        if (input is not null)
        {
            Add(name, input);
        }
    }

    /// <summary>Writes a member that must be there.</summary>
    /// <exception cref="ArgumentNullException">It is not.</exception>
    public void WriteRequired(string name, IInput? input, InputArgs owner, string member) =>
        Add(name, input ?? throw Missing(owner, member));

    /// <summary>Writes a member whose value is any object: an input, an output, or a plain value.</summary>
    public void WriteObject(string name, object? value) => Add(name, value);

    /// <summary>Writes a member whose null is kept.</summary>
    public void WriteNullable(string name, object? value) => PushNullable(name, ObjectValue(value));

    /// <summary>Writes a member as a JSON text.</summary>
    public void WriteJson(string name, object? value)
    {
        PropertyValue written = ObjectValue(value);
        Push(name, written.IsNull ? written : JsonText.Of(written));
    }

    /// <summary>The object of an args class.</summary>
    public PropertyObject Object(InputArgs args)
    {
        int start = _propertyCount;
        _depth++;
        args.WriteProperties(this);
        return Close(start);
    }

    /// <summary>The object of a dictionary with string keys.</summary>
    public PropertyObject Object(IDictionary dictionary)
    {
        int start = _propertyCount;
        _depth++;
        foreach (DictionaryEntry entry in dictionary)
        {
            string key = entry.Key as string
                ?? throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\tthis one has keys of type {entry.Key.GetType().FullName}");
            Add(key, entry.Value);
        }

        return Close(start);
    }

    /// <summary>The object of the outputs of a component.</summary>
    public PropertyObject Object(IEnumerable<KeyValuePair<string, object?>> pairs)
    {
        int start = _propertyCount;
        _depth++;
        foreach ((string key, object? value) in pairs)
        {
            Add(key, value);
        }

        return Close(start);
    }

    public PropertyValue List<T>(ReadOnlySpan<Input<T>> items)
    {
        PropertyValue[] values = new PropertyValue[items.Length];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = items[i] is { } item ? item.Serialize(this) : PropertyValue.Null;
        }

        return PropertyValue.From(PropertyList.Adopt(values));
    }

    public PropertyValue Map<T>(ReadOnlySpan<KeyValuePair<string, Input<T>>> entries)
    {
        int start = _propertyCount;
        _depth++;
        for (int i = 0; i < entries.Length; i++)
        {
            (string key, Input<T> value) = entries[i];
            Push(key, value is null ? PropertyValue.Null : value.Serialize(this));
        }

        return PropertyValue.From(Close(start));
    }

    /// <summary>The value of an output: unknown, secret, or plain.</summary>
    public PropertyValue OutputValue<T>(Output<T> output)
    {
        if (!output.TryGetData(out OutputData<T> data))
        {
            (_pending ??= []).Add(output.DataTask);
            return PropertyValue.Unknown;
        }

        _resources = _resources.Union(data.Resources);
        if (!data.IsKnown)
        {
            return data.IsSecret && _isKept ? PropertyValue.Secret(PropertyValue.Unknown) : PropertyValue.Unknown;
        }

        _isKept = false;
        PropertyValue value = Value(data.Value);
        return data.IsSecret ? PropertyValue.Secret(value) : value;
    }

    /// <summary>A plain value.</summary>
    public PropertyValue Value<T>(T value)
    {
        if (typeof(T) == typeof(bool))
        {
            return PropertyValue.From((bool)(object)value!);
        }

        if (typeof(T) == typeof(int))
        {
            return PropertyValue.From((int)(object)value!);
        }

        if (typeof(T) == typeof(double))
        {
            return PropertyValue.From((double)(object)value!);
        }

        return ObjectValue(value);
    }

    /// <summary>Any value, in the order in which the official serializer looks at types.</summary>
    public PropertyValue ObjectValue(object? value)
    {
        switch (value)
        {
            case null:
                return PropertyValue.Null;
            case string text:
                // What the engine would take it for.
                return text == Constants.UnknownValue ? PropertyValue.Unknown : PropertyValue.From(text);
            case InputArgs args:
                return PropertyValue.From(Object(args));
            case bool boolean:
                return PropertyValue.From(boolean);
            case int number:
                return PropertyValue.From(number);
            case double number:
                return PropertyValue.From(number);
            case AssetOrArchive asset:
                return AssetValue(asset);
            case Task:
                throw new InvalidOperationException("Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\tOutput.Create(task)");
            case IInput input:
                return KeepOutputs ? Keep(input, null) : input.Serialize(this);
            case IUnion union:
                return ObjectValue(union.Value);
            case JsonElement json:
                return JsonText.Read(json);
            case IOutput output:
                return KeepOutputs ? Keep(null, output) : output.Serialize(this);
            case Resource resource:
                return ResourceValue(resource);
            case IDictionary dictionary:
                return PropertyValue.From(Object(dictionary));
            case IList list:
                return ListValue(list);
            default:
                return ReflectedValue.Write(this, value);
        }
    }

    public PropertyObject Close(int start)
    {
        _depth--;
        Span<Property> own = _properties.AsSpan(start, _propertyCount - start);
        PropertyObject result = PropertyObject.Create(own);
        own.Clear();
        _propertyCount = start;
        return result;
    }

    public int Open()
    {
        _depth++;
        return _propertyCount;
    }

    internal static ArgumentNullException Missing(InputArgs owner, string member) =>
        new(member, $"[Input] {owner.GetType().FullName}.{member} is required but was not given a value");

    private void Add(string name, object? input)
    {
        if (_depth > 1)
        {
            Push(name, input is IInput nested && !KeepOutputs ? nested.Serialize(this) : ObjectValue(input));
            return;
        }

        // A top-level property: its resources are kept apart, and its errors name it.
        ResourceSet outer = _resources;
        _resources = ResourceSet.Empty;
        PropertyValue value;
        try
        {
            value = input is IInput top && !KeepOutputs ? top.Serialize(this) : ObjectValue(input);
        }
#pragma warning disable CA1031 // It goes on, with the name of the property.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
        }

        if (!value.IsNull && !_resources.IsEmpty)
        {
            _propertyResources.Add(new PropertyResources(name, _resources));
        }

        _resources = outer.Union(_resources);
        Push(name, value);
    }

    private void Push(string name, PropertyValue value)
    {
        if (!value.IsNull)
        {
            PushNullable(name, value);
        }
    }

    private void PushNullable(string name, PropertyValue value)
    {
        if (_propertyCount == _properties.Length)
        {
            Array.Resize(ref _properties, _properties.Length * 2);
        }

        _properties[_propertyCount++] = new Property(name, value);
    }

    private PropertyValue ListValue(IList list)
    {
        // A default ImmutableArray has no items, and throws when asked for them.
        if (list.GetType() is { IsGenericType: true, IsValueType: true } type && list.Equals(Activator.CreateInstance(type)))
        {
            return PropertyValue.From(PropertyList.Empty);
        }

        PropertyValue[] values = new PropertyValue[list.Count];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = ObjectValue(list[i]);
        }

        return PropertyValue.From(PropertyList.Adopt(values));
    }

    private PropertyValue AssetValue(AssetOrArchive asset) => asset switch
    {
        AssetArchive archive => PropertyValue.From(new PropertyArchive(Object(archive.Assets.Select(
            static pair => new KeyValuePair<string, object?>(pair.Key, pair.Value))))),
        Archive archive => PropertyValue.From(new PropertyArchive(archive.Source, archive.Content)),
        _ => PropertyValue.From(new PropertyAsset(asset.Source, asset.Content)),
    };

    /// <summary>
    /// An input or output with what it comes from. Nothing inside it is kept apart: what that comes from is counted here.
    /// </summary>
    private PropertyValue Keep(IInput? input, IOutput? output)
    {
        ResourceSet outer = _resources;
        _resources = ResourceSet.Empty;
        KeepOutputs = false;
        _isKept = true;
        PropertyValue value = input?.Serialize(this) ?? output!.Serialize(this);
        _isKept = false;
        KeepOutputs = true;
        ResourceSet own = _resources;
        _resources = outer.Union(own);
        if (own.IsEmpty && !value.IsUnknown && !value.IsSecret)
        {
            return value;
        }

        return PropertyValue.From(new PropertyOutput(value, DependencyUrns.Of(own.Items, self: null, ref _pending)));
    }

    private PropertyValue ResourceValue(Resource resource)
    {
        if (CountResources)
        {
            return ReferenceValue(resource);
        }

        ResourceSet outer = _resources;
        PropertyValue value = ReferenceValue(resource);
        _resources = outer;
        return value;
    }

    private PropertyValue ReferenceValue(Resource resource)
    {
        PropertyValue urn = OutputValue(resource.Urn);
        if (resource is not CustomResource custom)
        {
            return KeepResources && urn.StringOrNull() is { } componentUrn
                ? PropertyValue.From(new ResourceReference(componentUrn, id: null, packageVersion: ""))
                : urn;
        }

        _resources = _resources.Add(resource);
        PropertyValue id = OutputValue(custom.Id);
        if (!KeepResources)
        {
            return id;
        }

        return urn.StringOrNull() is { } customUrn
            ? PropertyValue.From(new ResourceReference(customUrn, id.StringOrNull() ?? "", packageVersion: ""))
            : PropertyValue.Unknown;
    }
}

using Rampart.Protocol.Values;
using Rampart.Yaml;

namespace Rampart.Plan.ManifestFiles;

/// <summary>Turns what is on a tape into the values that the API server would get.</summary>
/// <param name="tape">The tape.</param>
/// <param name="schema">Which plain words are not strings.</param>
/// <param name="pool">Holds the values of other documents; null, the default, when there are none.</param>
internal sealed class TapeValueReader(YamlTape tape, YamlSchema schema, ValuePool? pool = null)
{
    // The parts of the lists and mappings around the place that is read, one behind the other. (Generic lists of these structs would be
    // compiled at every start.)
    private PropertyValue[] _items = new PropertyValue[64];
    private Property[] _properties = new Property[64];
    private int _itemCount;
    private int _propertyCount;

    // Of a document with aliases: each node is turned into a value once.
    private Dictionary<int, PropertyValue>? _known;

    /// <summary>The tape.</summary>
    public YamlTape Tape => tape;

    /// <summary>The value of the document that is on the tape.</summary>
    /// <exception cref="YamlException">There is a number in it that is none of JSON.</exception>
    public PropertyValue Read()
    {
        _known = tape.HasAliases ? [] : null;
        (_itemCount, _propertyCount) = (0, 0);
        return Read(0);
    }

    private PropertyValue Read(int place)
    {
        place = tape.Resolve(place);
        if (tape[place].Kind == YamlTokenKind.Scalar)
        {
            return ReadScalar(place);
        }

        if (_known is not null && _known.TryGetValue(place, out PropertyValue known))
        {
            return known;
        }

        PropertyValue value = tape[place].Kind == YamlTokenKind.Mapping ? ReadMapping(place) : ReadSequence(place);
        _known?.Add(place, value);
        return value;
    }

    private PropertyValue ReadScalar(int place)
    {
        ScalarValue value = ScalarResolver.Resolve(tape, place, schema);
        return value.Kind switch
        {
            ScalarKind.Null => PropertyValue.Null,
            ScalarKind.Boolean => PropertyValue.From(value.IsTrue),
            ScalarKind.Integer => PropertyValue.From(value.Number),
            ScalarKind.Float when double.IsFinite(value.Number) => PropertyValue.From(value.Number),
            ScalarKind.Float when schema == YamlSchema.Yaml11 => throw new YamlException(
                "the number is not finite, and the API server takes finite ones only", "write a smaller number, or quote the text", tape[place].Line, tape[place].Column),
            _ => PropertyValue.From(value.Text),
        };
    }

    private PropertyValue ReadSequence(int place)
    {
        int first = _itemCount;
        for (int item = place + 1; item < tape[place].End; item = tape[item].End)
        {
            PropertyValue value = Read(item);
            if (_itemCount == _items.Length)
            {
                Array.Resize(ref _items, 2 * _itemCount);
            }

            _items[_itemCount++] = value;
        }

        int count = _itemCount - first;
        _itemCount = first;
        return PropertyValue.From(pool is null ? PropertyList.Create(_items, first, count) : pool.GetList(_items, first, count));
    }

    private PropertyValue ReadMapping(int place)
    {
        int first = _propertyCount;
        for (int key = tape.FirstKey(place); key >= 0; key = tape.NextKey(place, key))
        {
            Property property = new(tape[key].Text, Read(key + 1));
            if (_propertyCount == _properties.Length)
            {
                Array.Resize(ref _properties, 2 * _propertyCount);
            }

            _properties[_propertyCount++] = property;
        }

        int count = _propertyCount - first;
        _propertyCount = first;
        return PropertyValue.From(pool is null ? PropertyObject.Create(_properties, first, count) : pool.GetObject(_properties, first, count));
    }
}

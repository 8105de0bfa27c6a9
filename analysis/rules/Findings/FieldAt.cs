using System.Runtime.CompilerServices;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>
/// A field and where it is. A rule names the field once, reads it, and reports at it:
/// <c>inspection.At(container)["livenessProbe"].ReportIf(Is.NoObject, $"{container} has no liveness probe")</c>.
/// </summary>
internal readonly ref struct FieldAt
{
    private readonly Inspection _inspection;
    private readonly KubernetesObject _object;
    private readonly string _start;
    private readonly Steps _steps;
    private readonly int _depth;
    private readonly Field _field;

    /// <summary>A field whose path is known.</summary>
    /// <param name="inspection">What it is reported to.</param>
    /// <param name="item">The object.</param>
    /// <param name="path">The path; empty for the object itself.</param>
    /// <param name="field">The field.</param>
    public FieldAt(Inspection inspection, KubernetesObject item, string path, Field field)
    {
        _inspection = inspection;
        _object = item;
        _start = path;
        _field = field;
    }

    private FieldAt(scoped in FieldAt parent, Step step, Field field)
    {
        this = parent;
        _field = field;
        if (_depth == Steps.Capacity)
        {
            _start = parent.Path;
            _depth = 0;
        }

        _steps[_depth++] = step;
    }

    /// <summary>A field of an object.</summary>
    public FieldAt this[string name] => new(in this, new Step(name, 0), _field[name]);

    /// <summary>The path, e.g. <c>spec.template.spec.containers[0].image</c>.</summary>
    public string Path => _inspection.PathOf(in this);

    /// <summary>What the field is reported to.</summary>
    public Inspection Inspection => _inspection;

    /// <summary>The field by itself.</summary>
    public Field Field => _field;

    /// <summary>Its key in the object that it is in, e.g. <c>image</c>; empty for an item of a list, and where the path begins.</summary>
    public string Name => _depth == 0 ? "" : _steps[_depth - 1].Name ?? "";

    /// <inheritdoc cref="Field.IsUnset"/>
    public bool IsUnset => _field.IsUnset;

    /// <inheritdoc cref="Field.Flag"/>
    public Flag Flag => _field.Flag;

    /// <inheritdoc cref="Field.Presence"/>
    public Flag Presence => _field.Presence;

    /// <inheritdoc cref="Field.Text"/>
    public string Text => _field.Text;

    /// <inheritdoc cref="Field.Shown"/>
    public string Shown => _field.Shown;

    /// <summary>The items of a list, none when it is missing or not known.</summary>
    public ItemsAt Items => new(in this);

    /// <summary>The items of a list; reports that the list is not known.</summary>
    public ItemsAt ReadItems()
    {
        if (!_field.TryGetItems(out _))
        {
            ReportUnknown();
        }

        return Items;
    }

    /// <summary>The fields of an object, in its order; none when it is missing or not known.</summary>
    public EntriesAt Entries => new(in this);

    /// <summary>Reads a text, empty when it is missing; reports that it is not known, and is then false.</summary>
    public bool TryRead(out string text)
    {
        bool isKnown = _field.TryGetText(out text);
        if (!isKnown)
        {
            ReportUnknown();
        }

        return isKnown;
    }

    /// <summary>Reads a whole number, 0 when it is missing; reports that it is not known, and is then false.</summary>
    public bool TryRead(out double number)
    {
        bool isKnown = _field.TryGetInteger(out number);
        if (!isKnown)
        {
            ReportUnknown();
        }

        return isKnown;
    }

    /// <summary>Reports the field where a question is answered with yes, and that it is not known where there is no answer.</summary>
    /// <param name="test">The question.</param>
    /// <param name="message">As in <see cref="Report"/>; put together only where it is needed.</param>
    public void ReportIf(FieldTest test, [InterpolatedStringHandlerArgument("", nameof(test))] FindingText message) => ReportFor(message.Answer, message);

    /// <inheritdoc cref="ReportIf(FieldTest, FindingText)"/>
    public void ReportIf(FieldTest test, string message) => ReportFor(test.Ask(_field), message);

    /// <summary>Reports the field where a question is answered with yes; not that it is not known, which another rule reports.</summary>
    /// <inheritdoc cref="ReportIf(FieldTest, FindingText)"/>
    public void ReportIfKnown(FieldTest test, [InterpolatedStringHandlerArgument("", nameof(test))] FindingText message)
    {
        if (message.Answer == Flag.True)
        {
            Report(message);
        }
    }

    /// <inheritdoc cref="ReportIfKnown(FieldTest, FindingText)"/>
    public void ReportIfKnown(FieldTest test, string message)
    {
        if (test.Ask(_field) == Flag.True)
        {
            Report(message);
        }
    }

    /// <summary>Reports that the field violates the rule.</summary>
    /// <param name="message">What is wrong, lower case, without a full stop: <c>container 'spicedb' has no memory limit</c>.</param>
    /// <param name="found">The value that is wrong; null for the field's own if it is a text, a number or a boolean.</param>
    /// <param name="allowed">What is allowed here; null for what the rule says in general.</param>
    /// <param name="fix">What to do here; null for what the rule says in general.</param>
    public void Report([InterpolatedStringHandlerArgument("")] FindingText message, string? found = null, string? allowed = null, string? fix = null) =>
        _inspection.Broken(_object, in this, message, found ?? ShownScalar, allowed, fix);

    /// <summary>Reports that the field is not known, so that the rule cannot be judged.</summary>
    /// <param name="problem">Why, after the field's path; null for what its value shows.</param>
    public void ReportUnknown(string? problem = null) => _inspection.Unknown(_object, Path, problem);

    /// <summary>Reports that the rule cannot be judged, since it depends on which objects are in a namespace, and that is not known of all.</summary>
    public void ReportUnknownNamespace() => ReportUnknown("depends on objects whose namespace is not known yet");

    /// <summary>Reports that the field violates the rule since an object is missing; that this is not known where an object may be the one.</summary>
    /// <param name="mayBeElsewhere">Whether an object whose namespace is not known may be the one.</param>
    /// <param name="message">As in <see cref="Report"/>.</param>
    /// <param name="found">As in <see cref="Report"/>.</param>
    public void ReportMissing(bool mayBeElsewhere, [InterpolatedStringHandlerArgument("")] FindingText message, string? found = null)
    {
        if (mayBeElsewhere)
        {
            ReportUnknownNamespace();
        }
        else
        {
            Report(message, found);
        }
    }

    /// <summary>Writes the path behind what is there.</summary>
    public void AppendPathTo(FindingTextBuffer buffer)
    {
        buffer.Append(_start);
        for (int i = 0; i < _depth; i++)
        {
            _steps[i].AppendTo(buffer);
        }
    }

    private void ReportFor(Flag answer, FindingText message)
    {
        if (answer == Flag.True)
        {
            Report(message);
        }
        else if (answer == Flag.Unknown)
        {
            ReportUnknown();
        }
    }

    private string ShownScalar => _field.Value.Kind switch
    {
        PropertyKind.String or PropertyKind.Number => _field.Shown,
        PropertyKind.Boolean when _field.IsSecret => Field.Secret,
        PropertyKind.Boolean => _field.Flag == Flag.True ? "true" : "false",
        _ => "",
    };

    /// <summary>The items of a list, each with its path; for use in foreach.</summary>
    internal readonly ref struct ItemsAt
    {
        private readonly FieldAt _list;
        private readonly FieldItems _items;

        internal ItemsAt(scoped in FieldAt list)
        {
            _list = list;
            _ = list._field.TryGetItems(out _items);
        }

        public int Count => _items.Count;

        public FieldAt this[int index] => new(in _list, new Step(null, index), _items[index]);

        public Enumerator GetEnumerator() => new(this);

        internal ref struct Enumerator(ItemsAt items)
        {
            private readonly ItemsAt _items = items;
            private int _index = -1;

            public readonly FieldAt Current => _items[_index];

            public bool MoveNext() => ++_index < _items.Count;
        }
    }

    /// <summary>The fields of an object, each with its path; for use in foreach.</summary>
    internal readonly ref struct EntriesAt
    {
        private readonly FieldAt _parent;
        private readonly ReadOnlySpan<Property> _properties;

        internal EntriesAt(scoped in FieldAt parent)
        {
            _parent = parent;
            _ = parent._field.TryGetProperties(out _properties);
        }

        public int Count => _properties.Length;

        public FieldAt this[int index] => _parent[_properties[index].Name];

        public Enumerator GetEnumerator() => new(this);

        internal ref struct Enumerator(EntriesAt entries)
        {
            private readonly EntriesAt _entries = entries;
            private int _index = -1;

            public readonly FieldAt Current => _entries[_index];

            public bool MoveNext() => ++_index < _entries.Count;
        }
    }

    // A key, or the number of an item.
    private readonly record struct Step(string? Name, int Index)
    {
        public void AppendTo(FindingTextBuffer buffer)
        {
            bool isKey = Name is not null && !Name.AsSpan().ContainsAny('.', '/');
            buffer.Append(isKey ? buffer.Length == 0 ? "" : "." : "[");
            if (Name is null)
            {
                buffer.Append(Index);
            }
            else
            {
                buffer.Append(Name);
            }

            buffer.Append(isKey ? "" : "]");
        }
    }

    [InlineArray(Capacity)]
    private struct Steps
    {
        public const int Capacity = 6;

        private Step _first;
    }
}

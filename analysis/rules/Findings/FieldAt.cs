using System.Runtime.CompilerServices;
using Rampart.Protocol.Values;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>
/// A field and where it is. A rule names the field once, reads it, and reports at it:
/// <c>inspection.At(container)["livenessProbe"].ReportIf(Is.NoObject, $"{container} has no liveness probe")</c>.
/// </summary>
internal ref struct FieldAt
{
    private readonly Inspection _inspection;
    private readonly KubernetesObject _object;
    private LocatedField _located;

    /// <summary>A field whose path is known.</summary>
    /// <param name="inspection">What it is reported to.</param>
    /// <param name="item">The object.</param>
    /// <param name="path">The path; empty for the object itself.</param>
    /// <param name="field">The field.</param>
    public FieldAt(Inspection inspection, KubernetesObject item, string path, Field field)
    {
        _inspection = inspection;
        _object = item;
        _located = new LocatedField(path, field);
    }

    /// <summary>A field of an object.</summary>
    public readonly FieldAt this[string name]
    {
        get
        {
            FieldAt below = this;
            below._located.Enter(name);
            return below;
        }
    }

    /// <inheritdoc cref="LocatedField.Entry"/>
    public readonly FieldAt Entry(string key)
    {
        FieldAt below = this;
        below._located.EnterEntry(key);
        return below;
    }

    /// <summary>The path, e.g. <c>spec.template.spec.containers[0].image</c>.</summary>
    public readonly string Path => _inspection.PathOf(in this);

    /// <summary>What the field is reported to.</summary>
    public readonly Inspection Inspection => _inspection;

    /// <summary>The field by itself.</summary>
    public readonly Field Field => _located.Field;

    /// <inheritdoc cref="LocatedField.Name"/>
    public readonly string Name => _located.Name;

    /// <inheritdoc cref="Field.IsUnset"/>
    public readonly bool IsUnset => Field.IsUnset;

    /// <inheritdoc cref="Field.Flag"/>
    public readonly Flag Flag => Field.Flag;

    /// <inheritdoc cref="Field.Presence"/>
    public readonly Flag Presence => Field.Presence;

    /// <inheritdoc cref="Field.Text"/>
    public readonly string Text => Field.Text;

    /// <inheritdoc cref="Field.Shown"/>
    public readonly string Shown => Field.Shown;

    /// <summary>The items of a list, none when it is missing or not known.</summary>
    public readonly ItemsAt Items => new(in this);

    /// <summary>The items of a list; reports that the list is not known.</summary>
    public readonly ItemsAt ReadItems()
    {
        if (!Field.TryGetItems(out _))
        {
            ReportUnknown();
        }

        return Items;
    }

    /// <summary>The fields of an object, in its order; none when it is missing or not known.</summary>
    public readonly EntriesAt Entries => new(in this);

    /// <summary>The entries of a map such as <c>data</c>, whose keys are the user's: paths have them in brackets. None when it is missing or not known.</summary>
    public readonly EntriesAt MapEntries => new(in this, isMap: true);

    /// <summary>The entries of a map; reports that the map is not known.</summary>
    public readonly EntriesAt ReadMapEntries()
    {
        if (!Field.TryGetProperties(out _))
        {
            ReportUnknown();
        }

        return MapEntries;
    }

    /// <summary>Reads a text, empty when it is missing; reports that it is not known, and is then false.</summary>
    public readonly bool TryRead(out string text)
    {
        bool isKnown = Field.TryGetText(out text);
        if (!isKnown)
        {
            ReportUnknown();
        }

        return isKnown;
    }

    /// <summary>Reads a whole number, 0 when it is missing; reports that it is not known, and is then false.</summary>
    public readonly bool TryRead(out double number)
    {
        bool isKnown = Field.TryGetInteger(out number);
        if (!isKnown)
        {
            ReportUnknown();
        }

        return isKnown;
    }

    /// <summary>Reports the field where a question is answered with yes, and that it is not known where there is no answer.</summary>
    /// <param name="test">The question.</param>
    /// <param name="message">As in <see cref="Report"/>; put together only where it is needed.</param>
    public readonly void ReportIf(FieldTest test, [InterpolatedStringHandlerArgument("", nameof(test))] FindingText message) => ReportFor(message.Answer, message);

    /// <inheritdoc cref="ReportIf(FieldTest, FindingText)"/>
    public readonly void ReportIf(FieldTest test, string message) => ReportFor(test.Ask(Field), message);

    /// <summary>Reports the field where a question is answered with yes; not that it is not known, which another rule reports.</summary>
    /// <inheritdoc cref="ReportIf(FieldTest, FindingText)"/>
    public readonly void ReportIfKnown(FieldTest test, [InterpolatedStringHandlerArgument("", nameof(test))] FindingText message)
    {
        if (message.Answer == Flag.True)
        {
            Report(message);
        }
    }

    /// <inheritdoc cref="ReportIfKnown(FieldTest, FindingText)"/>
    public readonly void ReportIfKnown(FieldTest test, string message)
    {
        if (test.Ask(Field) == Flag.True)
        {
            Report(message);
        }
    }

    /// <summary>Reports that the field violates the rule.</summary>
    /// <param name="message">What is wrong, lower case, without a full stop: <c>container 'spicedb' has no memory limit</c>.</param>
    /// <param name="found">The value that is wrong; null for the field's own if it is a text, a number or a boolean.</param>
    /// <param name="allowed">What is allowed here; null for what the rule says in general.</param>
    /// <param name="fix">What to do here; null for what the rule says in general.</param>
    public readonly void Report([InterpolatedStringHandlerArgument("")] FindingText message, string? found = null, string? allowed = null, string? fix = null) =>
        _inspection.Broken(_object, in this, message, found ?? ShownScalar, allowed, fix);

    /// <summary>Reports that the field is not known, so that the rule cannot be judged.</summary>
    /// <param name="problem">Why, after the field's path; null for what its value shows.</param>
    public readonly void ReportUnknown(string? problem = null) => _inspection.Unknown(_object, Path, problem);

    /// <summary>Reports that the rule cannot be judged, since it depends on objects of the namespace that are not all known.</summary>
    public readonly void ReportUnknownNamespace() => ReportUnknown("depends on objects whose namespace is not known yet");

    /// <summary>Reports that the field is not known, if it is not.</summary>
    public readonly void ReportIfUnknown()
    {
        if (Field.IsUnknown)
        {
            ReportUnknown();
        }
    }

    /// <summary>Reports that the field violates the rule since an object is missing; that this is not known where an object may be the one.</summary>
    /// <param name="mayBeElsewhere">Whether an object whose namespace is not known may be the one.</param>
    /// <param name="message">As in <see cref="Report"/>.</param>
    /// <param name="found">As in <see cref="Report"/>.</param>
    public readonly void ReportMissing(bool mayBeElsewhere, [InterpolatedStringHandlerArgument("")] FindingText message, string? found = null)
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

    /// <inheritdoc cref="LocatedField.AppendPathTo"/>
    public readonly void AppendPathTo(FindingTextBuffer buffer) => _located.AppendPathTo(buffer);

    private readonly void ReportFor(Flag answer, FindingText message)
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

    private readonly string ShownScalar => Field.Value.Kind switch
    {
        PropertyKind.String or PropertyKind.Number => Field.Shown,
        PropertyKind.Boolean when Field.IsSecret => Field.Secret,
        PropertyKind.Boolean => Field.Flag == Flag.True ? "true" : "false",
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
            _ = list.Field.TryGetItems(out _items);
        }

        public int Count => _items.Count;

        /// <summary>The items by themselves.</summary>
        public FieldItems Fields => _items;

        public FieldAt this[int index]
        {
            get
            {
                FieldAt item = _list;
                item._located.EnterItem(index, _items[index]);
                return item;
            }
        }

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
        private readonly bool _isMap;

        internal EntriesAt(scoped in FieldAt parent, bool isMap = false)
        {
            _parent = parent;
            _isMap = isMap;
            _ = parent.Field.TryGetProperties(out _properties);
        }

        public int Count => _properties.Length;

        public FieldAt this[int index] => _isMap ? _parent.Entry(_properties[index].Name) : _parent[_properties[index].Name];

        public Enumerator GetEnumerator() => new(this);

        internal ref struct Enumerator(EntriesAt entries)
        {
            private readonly EntriesAt _entries = entries;
            private int _index = -1;

            public readonly FieldAt Current => _entries[_index];

            public bool MoveNext() => ++_index < _entries.Count;
        }
    }
}

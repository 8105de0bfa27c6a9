using System.Runtime.CompilerServices;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects;

/// <summary>A field and where it is in its object; the path is put together only when it is needed.</summary>
internal readonly ref struct LocatedField
{
    private readonly string _start;
    private readonly Steps _steps;
    private readonly int _depth;

    /// <summary>A field whose path is known.</summary>
    /// <param name="path">The path; empty for the object itself.</param>
    /// <param name="field">The field.</param>
    public LocatedField(string path, Field field)
    {
        _start = path;
        Field = field;
    }

    private LocatedField(scoped in LocatedField parent, Step step, Field field)
    {
        this = parent;
        Field = field;
        if (_depth == Steps.Capacity)
        {
            _start = parent.Path;
            _depth = 0;
        }

        _steps[_depth++] = step;
    }

    /// <summary>The field by itself.</summary>
    public Field Field { get; }

    /// <summary>A field of an object.</summary>
    public LocatedField this[string name] => new(in this, new Step(name, 0), Field[name]);

    /// <summary>The path, e.g. <c>spec.template.spec.containers[0].image</c>, with keys that have dots or slashes in brackets.</summary>
    public string Path
    {
        get
        {
            FindingTextBuffer buffer = new();
            AppendPathTo(buffer);
            return buffer.Slice(0, buffer.Length).ToString();
        }
    }

    /// <summary>Its key in the object that it is in, e.g. <c>image</c>; empty for an item of a list, and where the path begins.</summary>
    public string Name => _depth == 0 ? "" : _steps[_depth - 1].Name ?? "";

    /// <summary>The items of a list, none when it is missing or not known.</summary>
    public ItemsOf Items => new(in this);

    /// <summary>Writes the path to an empty buffer.</summary>
    public void AppendPathTo(FindingTextBuffer buffer)
    {
        buffer.Append(_start);
        for (int i = 0; i < _depth; i++)
        {
            _steps[i].AppendTo(buffer);
        }
    }

    /// <summary>The items of a list, each with its path; for use in foreach.</summary>
    internal readonly ref struct ItemsOf
    {
        private readonly LocatedField _list;
        private readonly FieldItems _items;

        internal ItemsOf(scoped in LocatedField list)
        {
            _list = list;
            _ = list.Field.TryGetItems(out _items);
        }

        public int Count => _items.Count;

        public LocatedField this[int index] => new(in _list, new Step(null, index), _items[index]);

        public Enumerator GetEnumerator() => new(this);

        internal ref struct Enumerator(ItemsOf items)
        {
            private readonly ItemsOf _items = items;
            private int _index = -1;

            public readonly LocatedField Current => _items[_index];

            public bool MoveNext() => ++_index < _items.Count;
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

using System.Globalization;
using System.Runtime.CompilerServices;
using Rampart.Rules.Diagnostics;

namespace Rampart.Rules.Objects;

/// <summary>A field and where it is in its object; the path is put together only when it is needed.</summary>
internal ref struct LocatedField
{
    private static readonly string[] Numbers = [.. Enumerable.Range(0, 32).Select(NumberOf)];

    // Marks a step that is an entry of a map; no key has it.
    private const string EntryMark = "\u0001";

    private string _start;
    private Steps _steps;
    private int _depth;

    /// <summary>A field whose path is known.</summary>
    /// <param name="path">The path; empty for the object itself.</param>
    /// <param name="field">The field.</param>
    public LocatedField(string path, Field field)
    {
        _start = path;
        Field = field;
    }

    /// <summary>The field by itself.</summary>
    public Field Field { readonly get; private set; }

    /// <summary>A field of an object.</summary>
    public readonly LocatedField this[string name]
    {
        get
        {
            LocatedField below = this;
            below.Enter(name);
            return below;
        }
    }

    /// <summary>An entry of a map such as <c>data</c> or <c>annotations</c>, whose keys are the user's: the path has it in brackets.</summary>
    public readonly LocatedField Entry(string key)
    {
        LocatedField below = this;
        below.EnterEntry(key);
        return below;
    }

    /// <summary>Becomes a field of the object that it is; a step costs one copy less than with the indexer.</summary>
    public void Enter(string name) => Enter(name, Field[name]);

    /// <summary>Becomes an entry of the map that it is.</summary>
    public void EnterEntry(string key) => Enter(EntryMark + key, Field[key]);

    /// <summary>Becomes an item of the list that it is.</summary>
    public void EnterItem(int index, Field item) => Enter(index < Numbers.Length ? Numbers[index] : NumberOf(index), item);

    /// <summary>The path, e.g. <c>spec.template.spec.containers[0].image</c>, with keys that have dots or slashes in brackets.</summary>
    public readonly string Path
    {
        get
        {
            FindingTextBuffer buffer = new();
            AppendPathTo(buffer);
            return buffer.Slice(0, buffer.Length).ToString();
        }
    }

    /// <summary>Its key in the object that it is in, e.g. <c>image</c>; empty for an item of a list, and where the path begins.</summary>
    public readonly string Name => _depth == 0 || IsItem(_steps[_depth - 1]) ? "" : IsEntry(_steps[_depth - 1]) ? _steps[_depth - 1][1..] : _steps[_depth - 1];

    /// <summary>The items of a list, none when it is missing or not known.</summary>
    public readonly ItemsOf Items => new(in this);

    /// <summary>Writes the path to an empty buffer.</summary>
    public readonly void AppendPathTo(FindingTextBuffer buffer)
    {
        buffer.Append(_start);
        for (int i = 0; i < _depth; i++)
        {
            AppendStep(buffer, _steps[i]);
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

        public LocatedField this[int index]
        {
            get
            {
                LocatedField item = _list;
                item.EnterItem(index, _items[index]);
                return item;
            }
        }

        public Enumerator GetEnumerator() => new(this);

        internal ref struct Enumerator(ItemsOf items)
        {
            private readonly ItemsOf _items = items;
            private int _index = -1;

            public readonly LocatedField Current => _items[_index];

            public bool MoveNext() => ++_index < _items.Count;
        }
    }

    private void Enter(string step, Field field)
    {
        if (_depth == Steps.Capacity)
        {
            _start = Path;
            _depth = 0;
        }

        Field = field;
        _steps[_depth++] = step;
    }

    private static void AppendStep(FindingTextBuffer buffer, string step)
    {
        bool isEntry = IsEntry(step), isBare = IsItem(step), isKey = !isBare && !isEntry && !step.AsSpan().ContainsAny('.', '/', '(');
        buffer.Append(isBare || (isKey && buffer.Length == 0) ? "" : isKey ? "." : "[");
        buffer.Append(isEntry ? step.AsSpan(1) : step);
        buffer.Append(isBare || isKey ? "" : "]");
    }

    private static bool IsItem(string step) => step.StartsWith('[');

    private static bool IsEntry(string step) => step.StartsWith(EntryMark, StringComparison.Ordinal);

    private static string NumberOf(int index) => string.Create(CultureInfo.InvariantCulture, $"[{index}]");

    // Keys, and numbers of items in brackets: texts are small to copy, and spans of them are compiled ahead of time.
    [InlineArray(Capacity)]
    private struct Steps
    {
        public const int Capacity = 6;

        private string _first;
    }
}

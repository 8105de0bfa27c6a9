using Rampart.Cel.Types;

namespace Rampart.Cel.Values;

/// <summary>A list of values.</summary>
public abstract class CelList : CelNode
{
    /// <summary>The number of items.</summary>
    public abstract int Count { get; }

    /// <summary>The item at a place, from 0.</summary>
    public abstract CelValue this[int index] { get; }

    /// <inheritdoc/>
    public override CelKind Kind => CelKind.List;

    /// <inheritdoc/>
    public override CelType Type => CelType.AnyList;

    /// <inheritdoc/>
    public override long Size => Count;

    /// <summary>The list without items.</summary>
    public static CelList Empty { get; } = new CelArray([], 0);

    /// <summary>A list of these items.</summary>
    public static CelList Create(params CelValue[] items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return new CelArray(items, items.Length);
    }
}

/// <summary>A list in an array. Appending to the longest list that an array holds shares the array, so that folds grow in linear time.</summary>
internal sealed class CelArray : CelList
{
    private readonly Storage _storage;

    public CelArray(CelValue[] items, int count)
        : this(new Storage(items, count), count)
    {
    }

    private CelArray(Storage storage, int count)
    {
        _storage = storage;
        Count = count;
    }

    public override int Count { get; }

    public override CelValue this[int index] => _storage.Items[index];

    public CelArray Append(CelValue item)
    {
        Storage storage = _storage;
        if (storage.Used != Count)
        {
            storage = new Storage([.. storage.Items.AsSpan(0, Count)], Count);
        }

        if (storage.Used == storage.Items.Length)
        {
            Array.Resize(ref storage.Items, Math.Max(4, 2 * storage.Used));
        }

        storage.Items[storage.Used++] = item;
        return new CelArray(storage, Count + 1);
    }

    private sealed class Storage(CelValue[] items, int used)
    {
        public CelValue[] Items = items;
        public int Used = used;
    }
}

/// <summary>Two lists, one behind the other, without a copy: what doubles again and again stays small.</summary>
internal sealed class CelConcatenation(CelList left, CelList right) : CelList
{
    private const int CopyUpTo = 64, CountLimit = 4_000_000;

    public override int Count { get; } = left.Count + right.Count;

    private int Depth { get; } = 1 + Math.Max((left as CelConcatenation)?.Depth ?? 0, (right as CelConcatenation)?.Depth ?? 0);

    public override CelValue this[int index]
    {
        get
        {
            CelList list = this;
            while (list is CelConcatenation pair)
            {
                (list, index) = index < pair.Left.Count ? (pair.Left, index) : (pair.Right, index - pair.Left.Count);
            }

            return list[index];
        }
    }

    private CelList Left => left;

    private CelList Right => right;

    public static CelValue Concat(CelList left, CelList right)
    {
        if (right.Count == 0)
        {
            return CelValue.From(left);
        }

        if (left.Count == 0)
        {
            return CelValue.From(right);
        }

        if (right.Count == 1 && left is CelArray array)
        {
            return CelValue.From(array.Append(right[0]));
        }

        long count = (long)left.Count + right.Count;
        if (count > CountLimit)
        {
            return new CelError("list size limit exceeded").AsValue();
        }

        CelConcatenation pair = new(left, right);
        return CelValue.From(count <= CopyUpTo || pair.Depth > CopyUpTo ? pair.Flatten() : (CelNode)pair);
    }

    private CelArray Flatten()
    {
        CelWork.Spend(Count);
        CelValue[] items = new CelValue[Count];
        for (int i = 0; i < items.Length; i++)
        {
            items[i] = this[i];
        }

        return new CelArray(items, items.Length);
    }
}

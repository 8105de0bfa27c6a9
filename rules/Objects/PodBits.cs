using System.Numerics;

namespace Rampart.Rules.Objects;

/// <summary>A set of pods of one place, a bit for each, so that sets of many pods are compared quickly.</summary>
internal sealed class PodBits(int pods)
{
    private const int BitsOfWord = 64;

    private readonly ulong[] _words = new ulong[(pods + BitsOfWord - 1) / BitsOfWord];

    /// <summary>How many pods are in it.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            foreach (ulong word in _words)
            {
                count += BitOperations.PopCount(word);
            }

            return count;
        }
    }

    /// <summary>Whether a pod is in it.</summary>
    public bool this[int pod] => (_words[pod / BitsOfWord] >> (pod % BitsOfWord) & 1) != 0;

    public void Add(int pod) => _words[pod / BitsOfWord] |= 1UL << (pod % BitsOfWord);

    public void Remove(int pod) => _words[pod / BitsOfWord] &= ~(1UL << (pod % BitsOfWord));

    public void Clear() => Array.Clear(_words);

    /// <summary>Adds those of another set.</summary>
    public void Or(PodBits other)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            _words[i] |= other._words[i];
        }
    }

    /// <summary>Keeps those that are in another set, too.</summary>
    public void And(PodBits other)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            _words[i] &= other._words[i];
        }
    }

    /// <summary>Keeps those that are not in another set.</summary>
    public void AndNot(PodBits other)
    {
        for (int i = 0; i < _words.Length; i++)
        {
            _words[i] &= ~other._words[i];
        }
    }

    /// <summary>The first one from some number on; -1 for none.</summary>
    public int Next(int from) => Next(from, this);

    /// <summary>The first one from some number on that is in another set, too; -1 for none.</summary>
    public int Next(int from, PodBits other)
    {
        int place = from / BitsOfWord;
        if (place >= _words.Length)
        {
            return -1;
        }

        ulong word = _words[place] & other._words[place] & (ulong.MaxValue << (from % BitsOfWord));
        while (word == 0)
        {
            if (++place >= _words.Length)
            {
                return -1;
            }

            word = _words[place] & other._words[place];
        }

        return (place * BitsOfWord) + BitOperations.TrailingZeroCount(word);
    }

    public PodBits Copy()
    {
        PodBits copy = new(_words.Length * BitsOfWord);
        copy.Or(this);
        return copy;
    }
}

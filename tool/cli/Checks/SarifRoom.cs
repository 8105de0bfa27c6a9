namespace Rampart.Cli.Checks;

/// <summary>Which of many entries are written when not all may be: those of the first ranks, and in a rank the first.</summary>
internal sealed class SarifRoom
{
    private readonly int[] _left;

    /// <summary>Shares out the room.</summary>
    /// <param name="counts">How many entries there are of each rank.</param>
    /// <param name="most">How many may be written.</param>
    public SarifRoom(ReadOnlySpan<int> counts, int most)
    {
        _left = new int[counts.Length];
        int room = most;
        for (int rank = 0; rank < counts.Length; rank++)
        {
            _left[rank] = Math.Min(counts[rank], room);
            room -= _left[rank];
            All += counts[rank];
        }

        LeftOut = Math.Max(All - most, 0);
    }

    /// <summary>How many entries there are.</summary>
    public int All { get; }

    /// <summary>How many are not written.</summary>
    public int LeftOut { get; }

    /// <summary>Whether the next entry of a rank is written.</summary>
    public bool Take(int rank) => _left[rank]-- > 0;
}

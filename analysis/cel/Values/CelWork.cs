namespace Rampart.Cel.Values;

/// <summary>
/// A bound on the work of one evaluation that no cost accounts for: the API server charges some calls by a unit that take as long
/// as a list is, and shared parts make small values large.
/// </summary>
internal static class CelWork
{
    private const int Limit = 10_000_000;

    [ThreadStatic]
    private static int _left;

    /// <summary>Begins an evaluation on this thread; gives what the one around it has left.</summary>
    public static int Begin()
    {
        int outer = _left;
        _left = Limit;
        return outer;
    }

    /// <summary>Goes on with an evaluation.</summary>
    public static void Resume(int left) => _left = left;

    /// <summary>Does some steps.</summary>
    /// <exception cref="CelCancelledException">There are none left.</exception>
    public static void Spend(int steps)
    {
        _left -= steps;
        if (_left < 0)
        {
            throw new CelCancelledException("operation cancelled: work limit exceeded");
        }
    }
}

/// <summary>The evaluation takes more than it may.</summary>
internal sealed class CelCancelledException(string message) : Exception(message);

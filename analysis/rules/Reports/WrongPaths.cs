namespace Rampart.Rules.Reports;

/// <summary>The paths of wrong types in one object, step by step.</summary>
internal sealed class WrongPaths
{
    private readonly Dictionary<string, WrongPaths> _below = new(StringComparer.Ordinal);
    private bool _isWrong;

    /// <summary>Adds a path.</summary>
    public void Add(IEnumerable<string> steps)
    {
        WrongPaths place = this;
        foreach (string step in steps)
        {
            if (!place._below.TryGetValue(step, out WrongPaths? next))
            {
                place._below.Add(step, next = new WrongPaths());
            }

            place = next;
        }

        place._isWrong = true;
    }

    /// <summary>Whether a path is one of these, or leads into one; and else whether one of these leads into it.</summary>
    public bool Contains(IReadOnlyList<string> steps, out bool isAbove)
    {
        isAbove = false;
        WrongPaths? place = this;
        for (int i = 0; i < steps.Count && !place._isWrong; i++)
        {
            if (!place._below.TryGetValue(steps[i], out place))
            {
                return false;
            }
        }

        isAbove = !place._isWrong;
        return place._isWrong;
    }
}

namespace Rampart.Rules.Diagnostics;

/// <summary>The order in which diagnostics are told: by file, place, key and number.</summary>
public static class DiagnosticOrder
{
    /// <summary>Compares two diagnostics.</summary>
    public static int Compare(Diagnostic left, Diagnostic right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        int order = string.CompareOrdinal(left.File, right.File);
        if (order == 0)
        {
            order = (left.Line, left.Column).CompareTo((right.Line, right.Column));
        }

        if (order == 0)
        {
            order = string.CompareOrdinal(left.Key, right.Key);
        }

        if (order == 0)
        {
            order = string.CompareOrdinal(left.Id, right.Id);
        }

        return order == 0 ? string.CompareOrdinal(left.Problem, right.Problem) : order;
    }

    /// <summary>Sorts diagnostics.</summary>
    public static void Sort(List<Diagnostic> diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        diagnostics.Sort(Compare);
    }
}

using Rampart.Rules.Diagnostics;

namespace Rampart.Plan.Configuration;

/// <summary>The order in which a reader meets the problems: file, line, column, key, id.</summary>
internal static class DiagnosticOrder
{
    public static void Sort(List<Diagnostic> diagnostics)
    {
        if (diagnostics.Count > 1)
        {
            diagnostics.Sort(Compare);
        }
    }

    private static int Compare(Diagnostic? left, Diagnostic? right)
    {
        if (left is null || right is null)
        {
            return (left is null ? 0 : 1) - (right is null ? 0 : 1);
        }

        int order = string.CompareOrdinal(left.File, right.File);
        order = order != 0 ? order : left.Line.CompareTo(right.Line);
        order = order != 0 ? order : left.Column.CompareTo(right.Column);
        order = order != 0 ? order : string.CompareOrdinal(left.Key, right.Key);
        order = order != 0 ? order : string.CompareOrdinal(left.Id, right.Id);
        return order != 0 ? order : string.CompareOrdinal(left.Problem, right.Problem);
    }
}

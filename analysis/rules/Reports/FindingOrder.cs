using Rampart.Rules.Findings;

namespace Rampart.Rules.Reports;

/// <summary>The order in which the findings of one object are told: by number, path and message.</summary>
public static class FindingOrder
{
    /// <summary>Compares two findings.</summary>
    public static int Compare(Finding left, Finding right)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        int order = left.Rule.Order.CompareTo(right.Rule.Order);
        if (order == 0)
        {
            order = ComparePaths(left.Path, right.Path);
        }

        return order == 0 ? string.CompareOrdinal(left.Message, right.Message) : order;
    }

    // Ordinal, but containers[2] before containers[10].
    private static int ComparePaths(string left, string right)
    {
        int i = 0;
        while (i < left.Length && i < right.Length && left[i] == right[i])
        {
            i++;
        }

        // The numbers may begin with what they have in common: 1 and 10.
        while (i > 0 && char.IsAsciiDigit(left[i - 1]))
        {
            i--;
        }

        int leftDigits = CountDigits(left, i), rightDigits = CountDigits(right, i);
        return leftDigits > 0 && rightDigits > 0 && leftDigits != rightDigits
            ? leftDigits.CompareTo(rightDigits)
            : string.CompareOrdinal(left, right);
    }

    private static int CountDigits(string path, int start)
    {
        int end = start;
        while (end < path.Length && char.IsAsciiDigit(path[end]))
        {
            end++;
        }

        return end - start;
    }
}

using System.Globalization;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies.Rules;

/// <summary>The code of a Gatekeeper ConstraintTemplate.</summary>
internal static class RegoText
{
    /// <summary>Takes a piece of code.</summary>
    /// <param name="path">Its path.</param>
    /// <param name="code">The code.</param>
    public delegate void Visit(string path, Field code);

    /// <summary>Visits all code of one target: Rego, its libraries, and CEL expressions.</summary>
    public static void VisitTarget(string path, Field target, Visit visit)
    {
        VisitField($"{path}.rego", target["rego"], visit);
        VisitTexts($"{path}.libs", target["libs"], visit);
        _ = target["code"].TryGetItems(out FieldItems codes);
        for (int i = 0; i < codes.Count; i++)
        {
            Field source = codes[i]["source"];
            string below = string.Create(CultureInfo.InvariantCulture, $"{path}.code[{i}].source");
            VisitField($"{below}.rego", source["rego"], visit);
            VisitTexts($"{below}.libs", source["libs"], visit);
            VisitExpressions($"{below}.validations", source["validations"], visit);
            VisitExpressions($"{below}.variables", source["variables"], visit);
        }
    }

    /// <summary>The texts in quotes that image names are compared with by <c>startswith</c>.</summary>
    public static List<string> ImagePrefixes(string rego)
    {
        const string Call = "startswith(";
        List<string> prefixes = [];
        int at = rego.IndexOf(Call, StringComparison.Ordinal);
        while (at >= 0)
        {
            int start = at + Call.Length, comma = rego.IndexOf(',', start), end = rego.IndexOf(')', start);
            if (comma >= 0 && comma < end && rego.AsSpan(start, comma - start).Contains("image", StringComparison.Ordinal))
            {
                ReadOnlySpan<char> operand = rego.AsSpan(comma + 1, end - comma - 1).Trim();
                if (operand.Length > 2 && operand[0] is '"' or '`' && operand[^1] == operand[0])
                {
                    prefixes.Add(operand[1..^1].ToString());
                }
            }

            at = rego.IndexOf(Call, start, StringComparison.Ordinal);
        }

        return prefixes;
    }

    private static void VisitField(string path, Field code, Visit visit)
    {
        if (code.Text.Length > 0)
        {
            visit(path, code);
        }
    }

    private static void VisitTexts(string path, Field list, Visit visit)
    {
        _ = list.TryGetItems(out FieldItems items);
        for (int i = 0; i < items.Count; i++)
        {
            VisitField(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}]"), items[i], visit);
        }
    }

    private static void VisitExpressions(string path, Field list, Visit visit)
    {
        _ = list.TryGetItems(out FieldItems items);
        for (int i = 0; i < items.Count; i++)
        {
            VisitField(string.Create(CultureInfo.InvariantCulture, $"{path}[{i}].expression"), items[i]["expression"], visit);
        }
    }
}

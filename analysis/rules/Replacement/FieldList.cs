namespace Rampart.Rules.Replacement;

/// <summary>Fields that an option of a resource names, e.g. <c>ignoreChanges</c>.</summary>
internal static class FieldList
{
    /// <summary>Whether a field, or one around it, is named.</summary>
    /// <param name="named">The fields of the option, in Pulumi's notation.</param>
    /// <param name="field">The field, e.g. <c>spec.selector</c>.</param>
    public static bool Covers(IReadOnlyList<string> named, string field)
    {
        for (int i = 0; i < named.Count; i++)
        {
            string name = named[i];
            ReadOnlySpan<char> around = name.EndsWith(".*", StringComparison.Ordinal) ? name.AsSpan(0, name.Length - 2) : name;
            bool isBelow = field.Length > around.Length && field.AsSpan().StartsWith(around, StringComparison.Ordinal) && field[around.Length] is '.' or '[';
            if (name == "*" || name == field || isBelow)
            {
                return true;
            }
        }

        return false;
    }
}

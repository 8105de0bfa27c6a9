using System.Globalization;
using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>
/// The path of a field in an object, as findings write it: <c>spec.template.spec.containers[0].image</c>, and
/// <c>metadata.labels[app.kubernetes.io/name]</c> for a key with dots or slashes.
/// </summary>
public static class FieldPath
{
    /// <summary>The steps of a path: keys, and numbers of list items as texts.</summary>
    /// <exception cref="FormatException">A bracket is not closed.</exception>
    public static IReadOnlyList<string> Split(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        List<string> steps = [];
        int start = 0;
        while (start < path.Length)
        {
            int end;
            if (path[start] == '[')
            {
                end = path.IndexOf(']', start);
                if (end < 0)
                {
                    throw new FormatException($"'{path}' has a bracket that is not closed");
                }

                steps.Add(path[(start + 1)..end]);
                start = end + 1;
            }
            else
            {
                int length = path.AsSpan(start).IndexOfAny('.', '[');
                end = length < 0 ? path.Length : start + length;
                if (end > start)
                {
                    steps.Add(path[start..end]);
                }

                start = end < path.Length && path[end] == '.' ? end + 1 : end;
            }
        }

        return steps;
    }

    /// <summary>The value of a field; null when it is missing. What is below a secret is secret, what is below an unknown unknown.</summary>
    /// <param name="body">The object.</param>
    /// <param name="path">The path; empty for the object itself.</param>
    public static PropertyValue Find(PropertyObject body, string path)
    {
        PropertyValue value = PropertyValue.From(body);
        bool isSecret = false;
        foreach (string step in Split(path))
        {
            isSecret |= value.IsSecret;
            value = Step(value.Inner, step);
        }

        return isSecret && !value.IsNull ? PropertyValue.Secret(value) : value;
    }

    private static PropertyValue Step(PropertyValue value, string step)
    {
        if (value.IsUnknown)
        {
            return value;
        }

        if (value.ObjectOrNull() is { } fields)
        {
            return fields[step];
        }

        return value.ListOrNull() is { } items
            && int.TryParse(step, NumberStyles.None, CultureInfo.InvariantCulture, out int index)
            && index < items.Count ? items[index] : PropertyValue.Null;
    }
}

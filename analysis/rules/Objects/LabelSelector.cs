using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects;

/// <summary>A label selector, as the API server matches it (<c>matchLabels</c> and <c>matchExpressions</c> together).</summary>
internal static class LabelSelector
{
    /// <summary>Whether labels match: <see cref="Flag.True"/>, <see cref="Flag.False"/>, or unknown.</summary>
    /// <param name="selector">The selector; an empty one matches everything, one that is unset nothing.</param>
    /// <param name="labels">The labels of a pod or namespace.</param>
    public static Flag Matches(Field selector, Field labels)
    {
        if (selector.IsUnset)
        {
            return Flag.False;
        }

        if (selector.Presence == Flag.Unknown)
        {
            return Flag.Unknown;
        }

        Flag result = MatchesLabels(selector["matchLabels"], labels);
        if (!selector["matchExpressions"].TryGetItems(out FieldItems expressions))
        {
            return result.And(Flag.Unknown);
        }

        foreach (Field expression in expressions)
        {
            result = result.And(MatchesExpression(expression, labels));
        }

        return result;
    }

    /// <summary>Whether a selector certainly selects everything: it has neither labels nor expressions.</summary>
    public static bool IsEmpty(Field selector) =>
        selector["matchLabels"].TryGetProperties(out ReadOnlySpan<Property> labels) && labels.Length == 0
        && selector["matchExpressions"].TryGetItems(out FieldItems expressions) && expressions.Count == 0;

    /// <summary>Whether labels have all of some others; what a Service or an old controller selects by.</summary>
    public static Flag MatchesLabels(Field wanted, Field labels)
    {
        if (!wanted.TryGetProperties(out ReadOnlySpan<Property> properties))
        {
            return Flag.Unknown;
        }

        Flag result = Flag.True;
        foreach (Property property in properties)
        {
            Field value = wanted.Below(property.Value), actual = Label(labels, property.Name);
            result = result.And(
                actual.IsUnset ? Flag.False
                : !value.TryGetText(out string expected) || !actual.TryGetText(out string found) ? Flag.Unknown
                : expected == found ? Flag.True
                : Flag.False);
        }

        return result;
    }

    private static Field Label(Field labels, string name) => labels[name];

    private static Flag MatchesExpression(Field expression, Field labels)
    {
        if (!expression["key"].TryGetText(out string key)
            || !expression["operator"].TryGetText(out string operation)
            || !expression["values"].TryGetItems(out FieldItems values))
        {
            return Flag.Unknown;
        }

        Field label = Label(labels, key);
        if (label.IsUnknown)
        {
            return Flag.Unknown;
        }

        return operation switch
        {
            "Exists" => label.IsUnset ? Flag.False : Flag.True,
            "DoesNotExist" => label.IsUnset ? Flag.True : Flag.False,
            "In" => label.IsUnset ? Flag.False : Contains(values, label.Text),
            "NotIn" => label.IsUnset ? Flag.True : Not(Contains(values, label.Text)),
            _ => Flag.Unknown,
        };
    }

    private static Flag Contains(FieldItems values, string text)
    {
        Flag result = Flag.False;
        foreach (Field value in values)
        {
            if (!value.TryGetText(out string candidate))
            {
                result = Flag.Unknown;
            }
            else if (candidate == text)
            {
                return Flag.True;
            }
        }

        return result;
    }

    private static Flag Not(Flag flag) => flag switch
    {
        Flag.True => Flag.False,
        Flag.False => Flag.True,
        _ => Flag.Unknown,
    };
}

using System.Collections;
using System.Globalization;
using System.Text;

namespace Pulumi.Kubernetes.Tests;

/// <summary>Writes what the engine was told so that a test can compare it whole.</summary>
internal static class PlainText
{
    /// <summary>Indented lines in ordinal order of the keys.</summary>
    public static string Of(IEnumerable<KeyValuePair<string, object>> inputs)
    {
        StringBuilder text = new();
        Write(text, inputs.ToDictionary(pair => pair.Key, pair => pair.Value), 0);
        return text.ToString().TrimEnd('\n');
    }

    private static void Write(StringBuilder text, object value, int depth)
    {
        string indent = new(' ', depth * 2);
        switch (value)
        {
            case IDictionary map:
                foreach (string key in map.Keys.Cast<string>().Order(StringComparer.Ordinal))
                {
                    WriteNamed(text, $"{indent}{key}:", map[key]!, depth);
                }

                break;
            case IEnumerable list:
                foreach (object item in list)
                {
                    WriteNamed(text, $"{indent}-", item, depth);
                }

                break;
        }
    }

    private static void WriteNamed(StringBuilder text, string name, object value, int depth)
    {
        if (value is string or not IEnumerable)
        {
            text.Append(CultureInfo.InvariantCulture, $"{name} {value}\n");
            return;
        }

        text.Append(name).Append('\n');
        Write(text, value, depth + 1);
    }
}

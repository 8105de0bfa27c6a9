using System.Globalization;
using System.Net;
using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects.Values;

/// <summary>What a value may be, by more than its type.</summary>
/// <param name="IsOfWhole">Whether it is about a list or an object as a whole; otherwise it is about each item.</param>
/// <param name="Check">Looks at a value that is set and known, and tells what is wrong with it.</param>
internal sealed record ValueForm(bool IsOfWhole, Action<Field, RejectedValueReport> Check)
{
    private const string DnsLabel = "at most 63 small letters, digits and inner hyphens";
    private const string Name = "at most 253 small letters, digits, and inner hyphens and dots";

    /// <summary>Reads a form: a name, and in brackets what it needs, with bars between.</summary>
    public static ValueForm Parse(string text)
    {
        int bracket = text.IndexOf('(', StringComparison.Ordinal);
        string[] given = bracket < 0 ? [] : text[(bracket + 1)..^1].Split('|');
        return (bracket < 0 ? text : text[..bracket]) switch
        {
            "one-of" => OfText(text => Array.IndexOf(given, text) >= 0, "is not allowed", $"give {List(given)}"),
            "between" => Between(Number(given[0]), Number(given[1])),
            "dns-label" => OfText(static text => DnsName.IsLabel(text), $"is not a DNS label: {DnsLabel}", $"give {DnsLabel}"),
            "dns-name" => OfText(static text => DnsName.IsName(text), $"is not a DNS name: {Name}", $"give {Name}"),
            "label-key" => OfText(static text => LabelText.IsKey(text), "is not a label key", $"give {LabelText.KeyForm}"),
            "config-key" => OfText(IsConfigKey, "is not a key", "give at most 253 letters, digits, '-', '_' and '.'"),
            "variable" => OfText(static text => text.AsSpan().IndexOfAnyExceptInRange(' ', '~') < 0 && !text.Contains('='), "is not the name of an environment variable", "give printable ASCII characters other than '='"),
            "header" => OfText(static text => text.Length > 0 && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'), "is not the name of a header", "give letters, digits and '-'"),
            "address" => OfText(IsAddress, "is not an IP address", "give an address such as '10.0.0.1' or 'fd00::1'"),
            "block" => OfText(AddressBlock.Is, "is not an address block", $"give {AddressBlock.Form}"),
            "relative-path" => OfText(static text => !text.StartsWith('/') && Array.IndexOf(text.Split('/'), "..") < 0, "is not a path below a folder", "give a relative path without '..'"),
            "labels" => new ValueForm(true, CheckLabels),
            "annotations" => new ValueForm(true, CheckAnnotations),
            "config-keys" => new ValueForm(true, CheckConfigKeys),
            "unique" => new ValueForm(true, (value, report) => CheckUnique(value, given, report)),
            _ => throw new ArgumentException($"there is no form '{text}'", nameof(text)),
        };
    }

    private static ValueForm OfText(Func<string, bool> isRight, string problem, string fix) => new(false, (value, report) =>
    {
        // One that is empty counts as missing.
        if (value.Text is { Length: > 0 } text && !isRight(text))
        {
            report.Add(value, problem, fix);
        }
    });

    private static ValueForm Between(double least, double most)
    {
        string range = string.Create(CultureInfo.InvariantCulture, $"from {least} to {most}");
        return new ValueForm(false, (value, report) =>
        {
            if (value.Value.NumberOrNull() is { } number && (number < least || number > most))
            {
                report.Add(value, $"is not {range}", $"give a whole number, {range}");
            }
        });
    }

    private static void CheckLabels(Field map, RejectedValueReport report)
    {
        _ = map.TryGetProperties(out ReadOnlySpan<Property> properties);
        foreach (ref readonly Property property in properties)
        {
            Field value = map.Below(property.Value);
            if (!LabelText.IsKey(property.Name))
            {
                report.AddKey(map, property.Name, default, "is not a label key", $"give {LabelText.KeyForm}");
            }

            if (!LabelText.IsValue(value.Text))
            {
                report.AddKey(map, property.Name, value, "is not a label value", $"give {LabelText.ValueForm}");
            }
        }
    }

    private static void CheckAnnotations(Field map, RejectedValueReport report)
    {
        const int MaxBytes = 256 * 1024;
        long length = 0;
        _ = map.TryGetProperties(out ReadOnlySpan<Property> properties);
        foreach (ref readonly Property property in properties)
        {
            Field value = map.Below(property.Value);
            length += property.Name.Length + value.Text.Length;
            if (!LabelText.IsAnnotationKey(property.Name))
            {
                report.AddKey(map, property.Name, default, "is not an annotation key", $"give {LabelText.KeyForm}");
            }
        }

        if (length > MaxBytes)
        {
            report.Add(map, "annotations are longer than 256 KiB together", "take out the longest, or put it in a ConfigMap");
        }
    }

    private static void CheckConfigKeys(Field map, RejectedValueReport report)
    {
        _ = map.TryGetProperties(out ReadOnlySpan<Property> properties);
        foreach (ref readonly Property property in properties)
        {
            if (!IsConfigKey(property.Name))
            {
                report.AddKey(map, property.Name, default, "is not a key", "give at most 253 letters, digits, '-', '_' and '.'");
            }
        }
    }

    // Items are the same when all of some fields are, the first of which has to be set; items of text when they are equal.
    private static void CheckUnique(Field value, string[] fields, RejectedValueReport report)
    {
        if (value.Value.ListOrNull() is not { Count: > 1 })
        {
            return;
        }

        HashSet<string> seen = new(StringComparer.Ordinal);
        _ = value.TryGetItems(out FieldItems items);
        for (int i = 0; i < items.Count; i++)
        {
            Field item = items[i];
            if (item.Presence == Flag.True && item[fields[0]] is { IsUnset: false, IsUnknown: false } first
                && !seen.Add(string.Join('\n', fields.Select(field => item[field].Value.NumberOrNull()?.ToString(CultureInfo.InvariantCulture) ?? item[field].Text))))
            {
                report.Enter(i);
                report.Add(fields[0], first, "is there twice", "give each once");
                report.Leave();
            }
        }
    }

    private static bool IsConfigKey(string text) =>
        text.Length is > 0 and <= DnsName.MaxLength && text is not ("." or "..") && !text.StartsWith("..", StringComparison.Ordinal)
        && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.');

    // What has fewer than four numbers is an address to the system's parser, and none to the API server.
    private static bool IsAddress(string text) =>
        IPAddress.TryParse(text, out IPAddress? address) && (text.Contains(':') || address.ToString() == text);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private static string List(string[] words) => words.Length == 1 ? $"'{words[0]}'" : $"'{string.Join("', '", words[..^1])}' or '{words[^1]}'";
}

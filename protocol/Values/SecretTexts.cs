using System.Buffers.Text;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Rampart.Protocol.Values;

/// <summary>
/// Secrets that are known by their text, such as those of a stack's configuration: they are found wherever they turn up, also where
/// a program has taken them for ordinary values, and also in base64, percent-encoded or as part of a longer text.
/// </summary>
/// <remarks>
/// A text of 8 or more characters is found anywhere, a shorter one only where it stands as a word, and one of less than 4 only as a
/// whole value, or as a word of a message; a unit may follow a number. <c>true</c>, <c>false</c>, <c>null</c>, 0, 1 and the empty text are found nowhere: they
/// tell nothing.
/// </remarks>
public sealed class SecretTexts
{
    /// <summary>No secrets.</summary>
    public static readonly SecretTexts None = new([]);

    private const int AnywhereFrom = 8;
    private const int InsideFrom = 4;

    // Longest first, so that of two that begin alike none is left in part.
    private readonly string[] _texts;
    private readonly HashSet<double> _numbers = [];

    /// <summary>Takes note of secrets.</summary>
    /// <param name="secrets">Their texts. One that is JSON counts with each text and number in it, one of several lines with each line.</param>
    public SecretTexts(IEnumerable<string> secrets)
    {
        ArgumentNullException.ThrowIfNull(secrets);
        HashSet<string> texts = new(StringComparer.Ordinal);
        foreach (string secret in secrets)
        {
            Add(secret, texts);
        }

        _texts = [.. texts.OrderByDescending(static text => text.Length).ThenBy(static text => text, StringComparer.Ordinal)];
    }

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _texts.Length == 0;

    /// <summary>The characters of the longest text that is looked for; 0 for none.</summary>
    public int LongestLength => IsEmpty ? 0 : _texts[0].Length;

    /// <summary>Marks each value as secret that is, or holds, one of the secrets; a map one of whose keys does, as a whole.</summary>
    /// <returns>The same object when there is nothing to mark.</returns>
    public PropertyObject Mark(PropertyObject value)
    {
        ArgumentNullException.ThrowIfNull(value);
        if (IsEmpty)
        {
            return value;
        }

        // The object itself cannot be secret, only what it holds.
        Property[]? changed = null;
        ReadOnlySpan<Property> properties = value.Properties;
        for (int i = 0; i < properties.Length; i++)
        {
            PropertyValue marked = Mark(properties[i].Value);
            if (!marked.IsIdenticalTo(properties[i].Value))
            {
                changed ??= properties.ToArray();
                changed[i] = new Property(properties[i].Name, marked);
            }
        }

        return changed is null ? value : PropertyObject.Adopt(changed);
    }

    /// <summary>A text for people in which <c>[secret]</c> stands in the place of each secret.</summary>
    public string Mask(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (string secret in _texts)
        {
            text = Mask(text, secret);
        }

        return text;
    }

    private static string Mask(string text, string secret)
    {
        int at = Find(text, secret, 0);
        if (at < 0)
        {
            return text;
        }

        StringBuilder masked = new();
        int start = 0;
        for (; at >= 0; at = Find(text, secret, start))
        {
            masked.Append(text, start, at - start).Append(PropertyMask.Secret);
            start = at + secret.Length;
        }

        return masked.Append(text, start, text.Length - start).ToString();
    }

    private PropertyValue Mark(PropertyValue value)
    {
        switch (value.Kind)
        {
            case PropertyKind.String:
                return Holds(value.AsString()) ? PropertyValue.Secret(value) : value;
            case PropertyKind.Number:
                return _numbers.Contains(value.AsNumber()) ? PropertyValue.Secret(value) : value;
            case PropertyKind.List:
                return MarkItems(value);
            case PropertyKind.Object:
                PropertyObject source = value.AsObject();
                foreach (ref readonly Property property in source.Properties)
                {
                    if (Holds(property.Name))
                    {
                        return PropertyValue.Secret(value);
                    }
                }

                PropertyObject marked = Mark(source);
                return ReferenceEquals(marked, source) ? value : PropertyValue.From(marked);
            case PropertyKind.Output:
                PropertyOutput output = value.AsOutput();
                PropertyValue inner = Mark(output.Value);
                return inner.IsIdenticalTo(output.Value) ? value : PropertyValue.From(new PropertyOutput(inner, output.Dependencies));
            case PropertyKind.Asset:
                return Holds(value.AsAsset().Content) ? PropertyValue.Secret(value) : value;
            default:
                return value;
        }
    }

    private PropertyValue MarkItems(PropertyValue value)
    {
        PropertyList list = value.AsList();
        PropertyValue[]? changed = null;
        for (int i = 0; i < list.Count; i++)
        {
            PropertyValue marked = Mark(list[i]);
            if (!marked.IsIdenticalTo(list[i]))
            {
                changed ??= list.Items.ToArray();
                changed[i] = marked;
            }
        }

        return changed is null ? value : PropertyValue.From(PropertyList.Adopt(changed));
    }

    private bool Holds(string text)
    {
        if (HoldsAsItIs(text))
        {
            return true;
        }

        // Whatever a secret was joined with before it was encoded.
        if (text.Length < AnywhereFrom || text.Length % 4 != 0 || !Base64.IsValid(text))
        {
            return false;
        }

        return HoldsAsItIs(Encoding.UTF8.GetString(Convert.FromBase64String(text)));
    }

    private bool HoldsAsItIs(string text)
    {
        foreach (string secret in _texts)
        {
            if (secret.Length < InsideFrom ? IsWhole(text, secret) : Find(text, secret, 0) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private static int Find(string text, string secret, int start)
    {
        int at = text.IndexOf(secret, start, StringComparison.Ordinal);
        while (at >= 0 && secret.Length < AnywhereFrom && !IsWord(text, at, at + secret.Length))
        {
            at = text.IndexOf(secret, at + 1, StringComparison.Ordinal);
        }

        return at;
    }

    // A unit may follow a number: 41m, 41Gi, 41%.
    private static bool IsWord(string text, int start, int end) =>
        (start == 0 || !char.IsLetterOrDigit(text[start - 1]))
        && (end == text.Length || (char.IsAsciiDigit(text[end - 1]) ? !char.IsDigit(text[end]) : !char.IsLetterOrDigit(text[end])));

    private static bool IsWhole(string text, string secret) =>
        text.StartsWith(secret, StringComparison.Ordinal) && IsWord(text, 0, secret.Length)
        && text.AsSpan(secret.Length) is "" or "m" or "k" or "M" or "G" or "T" or "Ki" or "Mi" or "Gi" or "Ti" or "%" or "s";

    private void Add(string secret, HashSet<string> texts)
    {
        string trimmed = secret.Trim();
        if (trimmed is "" or "true" or "false" or "null" or "0" or "1")
        {
            return;
        }

        AddVariants(trimmed, texts);
        if (double.TryParse(trimmed, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) && double.IsFinite(number))
        {
            _numbers.Add(number);
        }

        if (trimmed[0] is '{' or '[')
        {
            AddJson(trimmed, texts);
        }

        foreach (string line in trimmed.Split('\n'))
        {
            if (line.Trim() is { Length: >= AnywhereFrom } part && part.Length < trimmed.Length)
            {
                AddVariants(part, texts);
            }
        }
    }

    private static void AddVariants(string text, HashSet<string> texts)
    {
        texts.Add(text);
        if (text.Length >= InsideFrom)
        {
            texts.Add(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
            texts.Add(JsonEncodedText.Encode(text).Value);
            texts.Add(JsonEncodedText.Encode(text, JavaScriptEncoder.UnsafeRelaxedJsonEscaping).Value);
            texts.Add(Uri.EscapeDataString(text));
        }
    }

    private void AddJson(string text, HashSet<string> texts)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            AddJson(document.RootElement, texts);
        }
        catch (JsonException)
        {
            // A text that only begins like JSON.
        }
    }

    private void AddJson(JsonElement element, HashSet<string> texts)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object:
                foreach (JsonProperty property in element.EnumerateObject())
                {
                    AddJson(property.Value, texts);
                }

                break;
            case JsonValueKind.Array:
                foreach (JsonElement item in element.EnumerateArray())
                {
                    AddJson(item, texts);
                }

                break;
            case JsonValueKind.String:
                Add(element.GetString()!, texts);
                break;
            case JsonValueKind.Number:
                Add(element.GetRawText(), texts);
                break;
        }
    }
}

using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Rampart.Cel.Libraries.Standard;
using Rampart.Cel.Libraries.Urls;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Formats;

/// <summary>A form that texts may have.</summary>
/// <param name="name">The name of the function that gives it.</param>
/// <param name="shownName">The name that the format itself has.</param>
/// <param name="patternSize">The length of the pattern that a check costs.</param>
/// <param name="check">What is wrong with a text; empty if nothing is.</param>
internal sealed partial class CelFormat(string name, string shownName, int patternSize, Func<string, IEnumerable<string>> check) : CelObject
{
    private const string LabelPattern = "[a-z0-9]([-a-z0-9]*[a-z0-9])?";
    private const string SubdomainPattern = LabelPattern + "(\\." + LabelPattern + ")*";
    private const string Dns1035Pattern = "[a-z]([-a-z0-9]*[a-z0-9])?";
    private const string NamePattern = "([A-Za-z0-9][-A-Za-z0-9_.]*)?[A-Za-z0-9]";

    private const string LabelText = "a lowercase RFC 1123 label must consist of lower case alphanumeric characters or '-', and must start and end with an alphanumeric character (e.g. 'my-name',  or '123-abc', regex used for validation is '" + LabelPattern + "')";
    private const string SubdomainText = "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or '.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used for validation is '" + SubdomainPattern + "')";
    private const string Dns1035Text = "a DNS-1035 label must consist of lower case alphanumeric characters or '-', start with an alphabetic character, and end with an alphanumeric character (e.g. 'my-name',  or 'abc-123', regex used for validation is '" + Dns1035Pattern + "')";
    private const string NameText = "must consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyName',  or 'my.name',  or '123-abc', regex used for validation is '" + NamePattern + "')";
    private const string LabelValueText = "a valid label must be an empty string or consist of alphanumeric characters, '-', '_' or '.', and must start and end with an alphanumeric character (e.g. 'MyValue',  or 'my_value',  or '12345', regex used for validation is '(" + NamePattern + ")?')";

    public static readonly CelType FormatType = CelType.Object("kubernetes.NamedFormat");

    public static readonly CelFormat[] All =
    [
        new("dns1123Label", "DNS1123Label", 30, CheckLabel),
        new("dns1123Subdomain", "DNS1123Subdomain", 60, CheckSubdomain),
        new("dns1035Label", "DNS1035Label", 30, CheckDns1035),
        new("qualifiedName", "QualifiedName", 60, CheckQualifiedName),
        new("dns1123LabelPrefix", "DNS1123LabelPrefix", 30, static text => CheckLabel(Prefix(text))),
        new("dns1123SubdomainPrefix", "DNS1123SubdomainPrefix", 60, static text => CheckSubdomain(Prefix(text))),
        new("dns1035LabelPrefix", "DNS1035LabelPrefix", 30, static text => CheckDns1035(Prefix(text))),
        new("labelValue", "LabelValue", 40, CheckLabelValue),
        new("uri", "URI", 1103, static text => UrlParser.Parse(text, out string problem) is null ? [problem] : []),
        new("uuid", "uuid", 69, static text => UuidPattern().IsMatch(text) ? [] : ["does not match the UUID format"]),
        new("byte", "byte", 84, static text => Base64Pattern().IsMatch(text) && text.Length > 0 ? [] : ["invalid base64"]),
        new("date", "date", 69, static text => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? [] : ["invalid date"]),
        new("datetime", "datetime", 69, static text => IsDateTime(text) ? [] : ["invalid datetime"]),
    ];

    /// <summary>The name of the function that gives it.</summary>
    public string Name => name;

    public int PatternSize => patternSize;

    public override CelType Type => FormatType;

    /// <summary>The format of a name.</summary>
    public static CelFormat Named(string name) => Array.Find(All, format => format.Name == name) ?? throw new KeyNotFoundException(name);

    public string[] Check(string text) => [.. check(text)];

    public override bool Equals(CelObject? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => string.GetHashCode(name, StringComparison.Ordinal);

    public override string ToString() => shownName;

    // A prefix of a generated name may end in a hyphen, which is no longer the end.
    private static string Prefix(string text) => text.Length > 1 && text.EndsWith('-') ? text[..^2] + "a" : text;

    private static IEnumerable<string> CheckLength(string text, int limit, string unit) =>
        Encoding.UTF8.GetByteCount(text) > limit ? [$"must be no more than {limit} {unit}"] : [];

    private static IEnumerable<string> CheckLabel(string text) =>
        [.. CheckLength(text, 63, "characters"), .. Label().IsMatch(text) ? Array.Empty<string>() : Subdomain().IsMatch(text) ? ["must not contain dots"] : [LabelText]];

    private static IEnumerable<string> CheckSubdomain(string text) =>
        [.. CheckLength(text, 253, "characters"), .. Subdomain().IsMatch(text) ? Array.Empty<string>() : [SubdomainText]];

    private static IEnumerable<string> CheckDns1035(string text) =>
        [.. CheckLength(text, 63, "characters"), .. Dns1035().IsMatch(text) ? Array.Empty<string>() : [Dns1035Text]];

    private static IEnumerable<string> CheckLabelValue(string text) =>
        [.. CheckLength(text, 63, "bytes"), .. text.Length == 0 || QualifiedPart().IsMatch(text) ? Array.Empty<string>() : [LabelValueText]];

    private static List<string> CheckQualifiedName(string text)
    {
        List<string> problems = [];
        string[] parts = text.Split('/');
        if (parts.Length > 2)
        {
            return ["a valid label key " + NameText + " with an optional DNS subdomain prefix and '/' (e.g. 'example.com/MyName')"];
        }

        if (parts.Length == 2)
        {
            problems.AddRange(parts[0].Length == 0 ? ["prefix part must be non-empty"] : CheckSubdomain(parts[0]).Select(static problem => "prefix part " + problem));
        }

        if (parts[^1].Length == 0)
        {
            problems.Add("name part must be non-empty");
        }

        problems.AddRange(CheckLength(parts[^1], 63, "bytes").Select(static problem => "name part " + problem));
        if (!QualifiedPart().IsMatch(parts[^1]))
        {
            problems.Add("name part " + NameText);
        }

        return problems;
    }

    private static bool IsDateTime(string text) => text.Length > 10 && text[10] is 'T' or 't' && !Times.ParseTimestamp(CelValue.From(text.ToUpperInvariant())).IsError;

    [GeneratedRegex("^" + LabelPattern + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Label();

    [GeneratedRegex("^" + SubdomainPattern + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Subdomain();

    [GeneratedRegex("^" + Dns1035Pattern + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex Dns1035();

    [GeneratedRegex("^" + NamePattern + @"\z", RegexOptions.CultureInvariant)]
    private static partial Regex QualifiedPart();

    [GeneratedRegex(@"^[0-9a-fA-F]{8}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{4}-?[0-9a-fA-F]{12}\z", RegexOptions.CultureInvariant)]
    private static partial Regex UuidPattern();

    [GeneratedRegex(@"^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=|[A-Za-z0-9+/]{4})\z", RegexOptions.CultureInvariant)]
    private static partial Regex Base64Pattern();
}

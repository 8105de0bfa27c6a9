using Rampart.Cel.Checking;
using Rampart.Cel.Functions;
using Rampart.Cel.Types;
using Rampart.Cel.Values;

namespace Rampart.Cel.Libraries.Urls;

/// <summary>URLs and their parts.</summary>
internal static class UrlLibrary
{
    private static readonly CelType Url = CelUrl.UrlType;

    public static readonly CelLibrary Library = new()
    {
        Name = "kubernetes.urls",
        ObjectTypes = [new CelObjectType(Url.Name, static (_, _) => null)],
        Functions =
        [
            new("url", Overload.Global("string_to_url", CelType.String, Url, static text => UrlParser.Parse(text.AsString(), out string problem) is { } url ? CelValue.From(url) : CelValue.Error($"URL parse error during conversion from string: {problem}"))) { Cost = Costs.First, Estimate = Estimates.FirstOfSameSize },
            new("isURL", Overload.Global("is_url_string", CelType.String, CelType.Bool, static text => CelValue.From(UrlParser.Parse(text.AsString(), out _) is not null))),
            Part("getScheme", "url_get_scheme", static url => url.Scheme),
            Part("getHost", "url_get_host", static url => url.Host),
            Part("getHostname", "url_get_hostname", static url => url.SplitHost().Name),
            Part("getPort", "url_get_port", static url => url.SplitHost().Port),
            Part("getEscapedPath", "url_get_escaped_path", static url => url.EscapedPath),
            new("getQuery", Overload.Method("url_get_query", Url, CelType.Map(CelType.String, CelType.List(CelType.String)), Query)),
        ],
    };

    private static CelFunction Part(string name, string id, Func<CelUrl, string> part) => new(name, Overload.Method(id, Url, CelType.String, url => CelValue.From(part(url.As<CelUrl>()))));

    private static CelValue Query(CelValue url) => CelValue.From(CelTable.Of(
    [
        .. url.As<CelUrl>().Query().Select(static entry => KeyValuePair.Create(
            CelValue.From(entry.Key), CelValue.From(CelList.Create([.. entry.Value.Select(static value => CelValue.From(value))])))),
    ]));
}

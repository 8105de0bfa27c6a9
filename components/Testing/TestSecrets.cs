using System.Text;
using Rampart.Protocol.Values;

namespace Rampart.Testing;

/// <summary>
/// The secrets of a test, by their texts: mocks see secrets in the clear and are not told that they are secret, so that what a
/// test shows is compared with what is known to be.
/// </summary>
internal static class TestSecrets
{
    // A user name or a port is part of many a text that is no secret.
    private const int ShortestOfASecret = 8;

    /// <summary>Those of the configuration.</summary>
    public static SecretTexts Of(PlanSettings settings) => Of(settings, []);

    /// <summary>Those of the configuration, and the long ones that Secrets hold.</summary>
    /// <param name="settings">The configuration.</param>
    /// <param name="bodies">Objects, in which the maps of Secrets are marked.</param>
    public static SecretTexts Of(PlanSettings settings, IEnumerable<PropertyObject> bodies)
    {
        List<string> texts = [];
        foreach (string key in settings.SecretKeys)
        {
            if (settings.Config.TryGetValue(key, out string? value))
            {
                texts.Add(value);
            }
        }

        foreach (PropertyObject body in bodies)
        {
            if (body.ContainsSecrets)
            {
                Add(body["stringData"], static text => text, texts);
                Add(body["data"], Decode, texts);
            }
        }

        return texts.Count == 0 ? SecretTexts.None : new SecretTexts(texts);
    }

    private static void Add(PropertyValue map, Func<string, string> decode, List<string> texts)
    {
        foreach (Property property in map.Inner.ObjectOrNull() is { } fields ? fields.Properties : default)
        {
            if (property.Value.Inner.StringOrNull() is { } text && decode(text) is { Length: >= ShortestOfASecret } decoded)
            {
                texts.Add(decoded);
            }
        }
    }

    private static string Decode(string text)
    {
        byte[] bytes = new byte[text.Length];
        return Convert.TryFromBase64String(text, bytes, out int length) ? Encoding.UTF8.GetString(bytes, 0, length) : text;
    }
}

using System.Text;
using Rampart.Protocol.Values;

namespace Rampart.Plan.Manifests;

/// <summary>
/// What a Kubernetes Secret holds, written as <c>data</c>: the API server adds the keys of <c>stringData</c> to it, and a key that is
/// no longer there stays in the cluster for ever.
/// </summary>
internal static class SecretData
{
    public const string Data = "data";
    public const string StringData = "stringData";

    /// <summary>Whether the object is a Secret.</summary>
    public static bool IsIn(Manifest manifest) => manifest is { Kind: "Secret", ApiVersion: "v1" };

    /// <summary>The object with its texts as base64 in <c>data</c>; as it is when one of them is no text, which the API server refuses.</summary>
    public static Manifest Encode(Manifest manifest)
    {
        PropertyObject body = manifest.Body;
        if (!IsIn(manifest) || body[StringData].Inner.ObjectOrNull() is not { } texts)
        {
            return manifest;
        }

        PropertyValue existing = body[Data];
        if (!existing.Inner.IsNull && existing.Inner.ObjectOrNull() is null)
        {
            return manifest;
        }

        PropertyObject data = existing.Inner.ObjectOrNull() ?? PropertyObject.Empty;
        foreach (ref readonly Property text in texts.Properties)
        {
            if (Encode(text.Value) is not { } encoded)
            {
                return manifest;
            }

            data = data.With(text.Name, encoded);
        }

        bool isSecret = existing.IsSecret || body[StringData].IsSecret;
        PropertyValue whole = isSecret ? PropertyValue.Secret(PropertyValue.From(data)) : PropertyValue.From(data);
        return manifest with { Body = body.With(Data, whole).With(StringData, PropertyValue.Null) };
    }

    private static PropertyValue? Encode(PropertyValue value)
    {
        PropertyValue inner = value.Inner;
        if (inner.IsUnknown)
        {
            return value;
        }

        if (inner.StringOrNull() is not { } text)
        {
            return null;
        }

        PropertyValue encoded = PropertyValue.From(Convert.ToBase64String(Encoding.UTF8.GetBytes(text)));
        return value.IsSecret ? PropertyValue.Secret(encoded) : encoded;
    }
}

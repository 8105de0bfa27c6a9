using Rampart.Protocol.Values;

namespace Rampart.Plan.Manifests;

/// <summary>
/// Objects that may be shown: secrets and unknowns are replaced by texts that say so and that the API server still
/// takes at their place.
/// </summary>
public static class Masking
{
    /// <summary>What stands for a secret.</summary>
    public const string Secret = "[secret]";

    /// <summary>What stands for a value that is not known yet.</summary>
    public const string Unknown = "[unknown]";

    // "[secret]" and "[unknown]" in base64: values of a Secret's data must be base64.
    private const string SecretBase64 = "W3NlY3JldF0=";
    private const string UnknownBase64 = "W3Vua25vd25d";

    // A pull secret must be JSON with this member, or the API server refuses it.
    private const string DockerConfigKey = ".dockerconfigjson";
    private const string EmptyDockerConfig = """{"auths":{}}""";
    private const string EmptyDockerConfigBase64 = "eyJhdXRocyI6e319";

    /// <summary>The object without secrets and unknowns; the same object when it has none.</summary>
    public static PropertyObject Mask(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        PropertyObject body = manifest.Body;
        if (!body.ContainsSecrets && !body.ContainsUnknowns)
        {
            return body;
        }

        if (manifest is { Kind: "Secret", ApiVersion: "v1" })
        {
            body = MaskData(body, "data", SecretBase64, UnknownBase64, EmptyDockerConfigBase64);
            body = MaskData(body, "stringData", Secret, Unknown, EmptyDockerConfig);
        }

        return Mask(PropertyValue.From(body)).AsObject();
    }

    /// <summary>The value without secrets and unknowns.</summary>
    public static PropertyValue Mask(PropertyValue value)
    {
        if (value.IsSecret)
        {
            return PropertyValue.From(Secret);
        }

        if (value.IsUnknown)
        {
            return PropertyValue.From(Unknown);
        }

        if (!value.ContainsSecrets && !value.ContainsUnknowns)
        {
            return value;
        }

        if (value.ListOrNull() is { } list)
        {
            PropertyValue[] items = new PropertyValue[list.Count];
            for (int i = 0; i < items.Length; i++)
            {
                items[i] = Mask(list[i]);
            }

            return PropertyValue.From(PropertyList.Create(items));
        }

        PropertyObject source = value.AsObject();
        Property[] properties = new Property[source.Count];
        for (int i = 0; i < properties.Length; i++)
        {
            Property property = source.Properties[i];
            properties[i] = new Property(property.Name, Mask(property.Value));
        }

        return PropertyValue.From(PropertyObject.Create(properties));
    }

    // A Secret's map is masked value by value even when it is secret as a whole, so that its keys stay readable.
    private static PropertyObject MaskData(PropertyObject body, string name, string secret, string unknown, string dockerConfig)
    {
        if (body[name].Inner.ObjectOrNull() is not { } data)
        {
            return body[name].IsNull ? body : body.With(name, PropertyValue.From(PropertyObject.Empty));
        }

        bool all = body[name].IsSecret;
        Property[] masked = new Property[data.Count];
        for (int i = 0; i < masked.Length; i++)
        {
            (string key, PropertyValue value) = data.Properties[i];
            bool isHidden = all || value.ContainsSecrets || value.ContainsUnknowns;
            string text = key == DockerConfigKey ? dockerConfig : value.ContainsUnknowns ? unknown : secret;
            masked[i] = new Property(key, isHidden ? PropertyValue.From(text) : value);
        }

        return body.With(name, PropertyValue.From(PropertyObject.Create(masked)));
    }
}

using Rampart.Protocol.Values;

namespace Rampart.Plan.Manifests;

/// <summary>
/// Objects that may be shown: texts that say so stand in the places of secrets and unknowns. No API server takes such an object, so
/// that nobody applies a placeholder for a key.
/// </summary>
public static class Masking
{
    // No annotation may have such a name, whatever the kind: the API server refuses the object as a whole.
    private const string Mark = "[masked]";
    private const string MarkText = "placeholders stand for secret or unknown values, so this object is not to be applied";

    /// <summary>The object without secrets and unknowns; the same object when it has none.</summary>
    public static PropertyObject Mask(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        PropertyObject body = manifest.Body;
        if (!body.ContainsSecrets && !body.ContainsUnknowns)
        {
            return body;
        }

        if (SecretData.IsIn(manifest))
        {
            body = MaskData(MaskData(body, SecretData.Data), SecretData.StringData);
        }

        return AddMark(PropertyMask.Mask(PropertyValue.From(body)).AsObject());
    }

    // A Secret's map is masked value by value even when it is secret as a whole, so that its keys stay readable. In data the
    // placeholders are no base64, which the API server refuses once more.
    private static PropertyObject MaskData(PropertyObject body, string name)
    {
        if (!body[name].IsSecret || body[name].Inner.ObjectOrNull() is not { } data)
        {
            return body;
        }

        Property[] masked = new Property[data.Count];
        for (int i = 0; i < masked.Length; i++)
        {
            (string key, PropertyValue value) = data.Properties[i];
            masked[i] = new Property(key, value.ContainsUnknowns ? PropertyValue.Unknown : PropertyValue.Secret(value));
        }

        return body.With(name, PropertyValue.From(PropertyObject.Adopt(masked)));
    }

    private static PropertyObject AddMark(PropertyObject body)
    {
        // Where one of these is not known as a whole, a text stands in the place of an object, which the API server refuses, too.
        if (body["metadata"] is var metadata && !metadata.IsNull && metadata.ObjectOrNull() is null)
        {
            return body;
        }

        PropertyObject fields = metadata.ObjectOrNull() ?? PropertyObject.Empty;
        PropertyValue annotations = fields["annotations"];
        if (!annotations.IsNull && annotations.ObjectOrNull() is null)
        {
            return body;
        }

        PropertyObject marked = (annotations.ObjectOrNull() ?? PropertyObject.Empty).With(Mark, PropertyValue.From(MarkText));
        return body.With("metadata", PropertyValue.From(fields.With("annotations", PropertyValue.From(marked))));
    }
}

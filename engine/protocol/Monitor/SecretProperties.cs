using Rampart.Protocol.Values;

namespace Rampart.Protocol.Monitor;

/// <summary>
/// Properties of a resource that are secret whatever they were made of: those that its registration names, as the engine marks
/// them in its answer, and what a Kubernetes Secret holds, which the Kubernetes provider marks.
/// </summary>
public static class SecretProperties
{
    private const string SecretType = "kubernetes:core/v1:Secret";
    private const string PatchType = "kubernetes:core/v1:SecretPatch";

    private static readonly string[] Data = ["data", "stringData"];

    /// <summary>Marks them.</summary>
    /// <param name="properties">The inputs or outputs of the resource.</param>
    /// <param name="type">The type token of the resource.</param>
    /// <param name="named">The names of more properties, <see cref="RegisterResourceRequest.AdditionalSecretOutputs"/>.</param>
    /// <returns>The same object when there is nothing to mark.</returns>
    public static PropertyObject Mark(PropertyObject properties, string type, IReadOnlyList<string> named)
    {
        ArgumentNullException.ThrowIfNull(properties);
        ArgumentNullException.ThrowIfNull(named);
        PropertyObject marked = Mark(properties, named);
        return type is SecretType or PatchType ? Mark(marked, Data) : MarkObject(marked);
    }

    /// <summary>Marks what a Kubernetes object holds when it is a Secret of version v1, or a list of them.</summary>
    /// <returns>The same object when there is nothing to mark.</returns>
    public static PropertyObject MarkObject(PropertyObject body)
    {
        ArgumentNullException.ThrowIfNull(body);
        if (body["apiVersion"].Inner.StringOrNull() != "v1" || body["kind"].Inner.StringOrNull() is not { } kind)
        {
            return body;
        }

        return kind switch
        {
            "Secret" => Mark(body, Data),
            "SecretList" => MarkItems(body, static item => Mark(item, Data)),
            "List" => MarkItems(body, MarkObject),
            _ => body,
        };
    }

    private static PropertyObject Mark(PropertyObject properties, IReadOnlyList<string> names)
    {
        for (int i = 0; i < names.Count; i++)
        {
            PropertyValue value = properties[names[i]];
            if (!value.IsNull && !value.IsSecret && !IsMarkedWithin(value))
            {
                properties = properties.With(names[i], PropertyValue.Secret(value));
            }
        }

        return properties;
    }

    // A map whose every value is secret says more when its keys are left to see.
    private static bool IsMarkedWithin(PropertyValue value)
    {
        if (value.ObjectOrNull() is not { Count: > 0 } map)
        {
            return false;
        }

        foreach (ref readonly Property property in map.Properties)
        {
            if (!property.Value.IsSecret)
            {
                return false;
            }
        }

        return true;
    }

    private static PropertyObject MarkItems(PropertyObject body, Func<PropertyObject, PropertyObject> mark)
    {
        if (body["items"].ListOrNull() is not { } items)
        {
            return body;
        }

        PropertyValue[] marked = new PropertyValue[items.Count];
        bool changed = false;
        for (int i = 0; i < marked.Length; i++)
        {
            marked[i] = items[i];
            if (items[i].ObjectOrNull() is { } item)
            {
                PropertyObject result = mark(item);
                changed |= !ReferenceEquals(result, item);
                marked[i] = PropertyValue.From(result);
            }
        }

        return changed ? body.With("items", PropertyValue.From(PropertyList.Adopt(marked))) : body;
    }
}

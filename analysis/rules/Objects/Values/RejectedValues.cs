using Rampart.Protocol.Values;

namespace Rampart.Rules.Objects.Values;

/// <summary>Finds values that are of the right type, and that the API server rejects all the same. What is not known is passed over.</summary>
internal static class RejectedValues
{
    /// <summary>The values in an object; null for none.</summary>
    public static List<RejectedValue>? Find(KubernetesObject item, RejectedValueReport report)
    {
        ObjectNameCheck.Check(item, report);
        LookAtObject(new Field(PropertyValue.From(item.Body)), TypeForms.Of(FieldTypes.Of(item)), report);
        return report.Take();
    }

    private static void LookAtObject(Field value, TypeForms type, RejectedValueReport report)
    {
        if (!value.TryGetProperties(out ReadOnlySpan<Property> properties) || value.IsUnset)
        {
            return;
        }

        type.Check?.Invoke(value, report);
        foreach (string name in type.Required)
        {
            Field field = value[name];
            if (field.IsUnset || (field.Value.Kind == PropertyKind.String && field.Text.Length == 0) || field.Value.ListOrNull() is { Count: 0 })
            {
                report.Add(name, default, $"{name} is missing", $"give {name}");
            }
        }

        foreach (ref readonly Property property in properties)
        {
            if (type.Fields.TryGetValue(property.Name, out FieldForms? forms))
            {
                Field field = value.Below(property.Value);
                if (!field.IsUnset && !field.IsUnknown)
                {
                    report.Enter(property.Name);
                    Look(field, forms, report);
                    report.Leave();
                }
            }
        }
    }

    private static void Look(Field field, FieldForms forms, RejectedValueReport report)
    {
        bool isList = field.Value.ListOrNull() is not null;
        foreach (ValueForm form in forms.Forms)
        {
            if (form.IsOfWhole || !isList)
            {
                form.Check(field, report);
            }
        }

        if (!isList)
        {
            if (forms.Type is { } type)
            {
                LookAtObject(field, type, report);
            }

            return;
        }

        _ = field.TryGetItems(out FieldItems items);
        for (int i = 0; i < items.Count; i++)
        {
            report.Enter(i);
            foreach (ValueForm form in forms.Forms)
            {
                if (!form.IsOfWhole)
                {
                    form.Check(items[i], report);
                }
            }

            if (forms.Type is { } type)
            {
                LookAtObject(items[i], type, report);
            }

            report.Leave();
        }
    }
}

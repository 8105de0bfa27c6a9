namespace Rampart.Rules.Objects.Values;

/// <summary>What is asked of the values of one type of object, and of those below it: only what is asked of is in it.</summary>
internal sealed class TypeForms
{
    private static readonly Dictionary<FieldType, TypeForms> ByType = [];
    private static readonly Lock Access = new();

    private TypeForms()
    {
    }

    /// <summary>Fields, each with what is asked of it.</summary>
    public Dictionary<string, FieldForms> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>Fields that may be neither missing nor empty.</summary>
    public List<string> Required { get; } = [];

    /// <summary>What is asked of the fields together; null for nothing.</summary>
    public Action<Field, RejectedValueReport>? Check { get; private set; }

    private bool IsEmpty => Fields.Count == 0 && Required.Count == 0 && Check is null;

    /// <summary>What is asked of a type.</summary>
    public static TypeForms Of(FieldType type)
    {
        lock (Access)
        {
            return Find(type);
        }
    }

    private static TypeForms Find(FieldType type)
    {
        if (ByType.TryGetValue(type, out TypeForms? known))
        {
            return known;
        }

        TypeForms forms = new();
        ByType.Add(type, forms);
        Dictionary<string, List<string>>? own = ValueForms.Of(type.Kind);
        forms.Check = ValueForms.CheckOf(type.Kind);
        foreach ((string name, FieldType field) in type.Fields!)
        {
            List<ValueForm> ofField = [];
            foreach (string form in own?.GetValueOrDefault(name) ?? [])
            {
                if (form == "required")
                {
                    forms.Required.Add(name);
                }
                else
                {
                    ofField.Add(ValueForm.Parse(form));
                }
            }

            FieldType inner = field;
            while (inner.Item is { } item)
            {
                inner = item;
            }

            TypeForms? below = inner.Fields is null ? null : Find(inner);
            if (ofField.Count > 0 || below is { IsEmpty: false })
            {
                forms.Fields.Add(name, new FieldForms([.. ofField], below));
            }
        }

        return forms;
    }
}

/// <summary>What is asked of a field.</summary>
/// <param name="Forms">What its value, or each item of it, may be.</param>
/// <param name="Type">What is asked of the objects in it; null for nothing.</param>
internal sealed record FieldForms(ValueForm[] Forms, TypeForms? Type);

using System.Globalization;
using Pulumi;

namespace Rampart.Components.Configuration;

/// <summary>Reads values of the configuration as an input takes them, and tells what is wrong with them.</summary>
/// <remarks>A wrong value is told and then counts as not given, so that reading goes on.</remarks>
internal static class SettingReader
{
    /// <summary>Reads the value of an input; <see langword="null"/> when there is none, or none that is right.</summary>
    /// <param name="slot">Where the value is.</param>
    /// <param name="member">The input.</param>
    /// <param name="rule">What the input may be.</param>
    public static object? Read(SettingSlot slot, SettingMember member, SettingAttribute rule)
    {
        SettingSlot found = slot.Value is null && DefaultOf(rule) is { } given ? slot with { Value = given } : slot;
        if (found.Value is null)
        {
            if (member.IsRequired)
            {
                RequireValue(slot, member.Shape, rule);
            }

            return null;
        }

        object? value = rule.IsSecret ? ReadSecret(found) : ReadValue(found, member.Shape, rule);
        if (value is null)
        {
            return null;
        }

        // Nobody may see what is encrypted as a whole, whatever input it is for.
        object wrapped = member.Shape.Wrap(value);
        return slot.IsEncrypted ? SecretOf(wrapped) : wrapped;
    }

    /// <summary>The value where none is given; <see langword="null"/> for none.</summary>
    public static SettingValue? DefaultOf(SettingAttribute rule) => rule.Default switch
    {
        null => null,
        bool flag => SettingValue.FromConfig(flag ? "true" : "false"),
        object value => SettingValue.FromConfig(Convert.ToString(value, CultureInfo.InvariantCulture)!),
    };

    /// <summary>Tells that a value is missing.</summary>
    public static void RequireValue(SettingSlot slot, SettingShape shape, SettingAttribute rule)
        => slot.Error(
            SettingsDiagnosticIds.MissingValue,
            "the value is missing",
            rule.IsSecret ? $"set it with: pulumi config set --secret {(slot.IsRoot ? "" : "--path ")}{slot.Key}" : GiveWhat(shape, rule));

    /// <summary>Reads the members of an object.</summary>
    public static void Fill(object args, SettingsSection section)
    {
        foreach (SettingMember member in SettingMember.Of(args.GetType()))
        {
            if (Read(section.Slot(member.Name), member, member.Rule) is { } value)
            {
                member.Set(args, value);
            }
        }

        section.RejectOthers();
    }

    private static object? ReadValue(SettingSlot slot, SettingShape shape, SettingAttribute rule) => shape.Kind switch
    {
        SettingShapeKind.Text => ReadText(slot, rule),
        SettingShapeKind.Integer => ReadInteger(slot, rule),
        SettingShapeKind.Number => ReadNumber(slot, rule),
        SettingShapeKind.Boolean => ReadBoolean(slot),
        SettingShapeKind.Choice => ReadChoice(slot, shape),
        SettingShapeKind.IntegerOrText => ReadText(slot, rule) is not { } text ? null
            : int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int number) ? number : text,
        SettingShapeKind.Json => slot.Value!.ToJson(),
        SettingShapeKind.List => ReadList(slot, shape.Item!, rule),
        SettingShapeKind.Map => ReadMap(slot, shape.Item!, rule),
        _ => ReadObject(slot, shape, isEmptyGiven: false),
    };

    private static Output<string>? ReadSecret(SettingSlot slot)
    {
        // Outside of structured values every secret is a text, and one that begins like a list is none.
        if (slot.IsRoot || slot.Value!.Kind == SettingKind.Scalar)
        {
            return slot.Secret();
        }

        slot.Error(SettingsDiagnosticIds.WrongType, "the secret value is not a text", "give a text");
        return null;
    }

    private static string? ReadText(SettingSlot slot, SettingAttribute rule)
    {
        if (slot.Value!.Kind != SettingKind.Scalar)
        {
            slot.Error(SettingsDiagnosticIds.WrongType, $"{slot.Describe()} is not a text", "give a text");
            return null;
        }

        string text = slot.Value.Text;
        if (rule.Allowed is { } allowed)
        {
            return IsAllowed(slot, allowed) ? text : null;
        }

        if (rule.Form?.Check(text) is not { } mistake)
        {
            return text;
        }

        slot.Error(mistake.Id, slot.IsEncrypted ? $"the secret value is not {rule.Form.What}" : mistake.Problem, mistake.Fix);
        return null;
    }

    private static object? ReadChoice(SettingSlot slot, SettingShape shape)
    {
        string[] names = NamesOf(shape.Type);
        if (slot.Value!.Kind != SettingKind.Scalar)
        {
            slot.Error(SettingsDiagnosticIds.WrongType, $"{slot.Describe()} is not a text", "give a text");
            return null;
        }

        return IsAllowed(slot, names) ? Enum.GetValues(shape.Type).GetValue(Array.IndexOf(names, slot.Value.Text)) : null;
    }

    /// <summary>The names of the members of an enumeration, as the configuration writes them.</summary>
    public static string[] NamesOf(Type type) => Array.ConvertAll(Enum.GetNames(type), static name => char.ToLowerInvariant(name[0]) + name[1..]);

    private static bool IsAllowed(SettingSlot slot, string[] allowed)
    {
        if (Array.IndexOf(allowed, slot.Value!.Text) >= 0)
        {
            return true;
        }

        slot.Error(SettingsDiagnosticIds.NotAllowed, $"{slot.Describe()} is not allowed", $"give {QuotedList.Or(allowed)}");
        return false;
    }

    private static int? ReadInteger(SettingSlot slot, SettingAttribute rule)
    {
        if (!IsNumeral(slot) || !long.TryParse(slot.Value!.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            slot.Error(SettingsDiagnosticIds.WrongType, $"{slot.Describe()} is not an integer", Bounds(rule, "a whole number"));
            return null;
        }

        return IsInBounds(slot, rule, number, "a whole number") ? (int)number : null;
    }

    private static double? ReadNumber(SettingSlot slot, SettingAttribute rule)
    {
        if (!IsNumeral(slot) || !double.TryParse(slot.Value!.Text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) || !double.IsFinite(number))
        {
            slot.Error(SettingsDiagnosticIds.WrongType, $"{slot.Describe()} is not a number", "give a number such as 2 or 0.5");
            return null;
        }

        return IsInBounds(slot, rule, number, "a number") ? number : null;
    }

    private static bool IsNumeral(SettingSlot slot) => slot.Value is { Kind: SettingKind.Scalar, IsText: false };

    private static bool IsInBounds(SettingSlot slot, SettingAttribute rule, double number, string what)
    {
        if (number >= rule.Minimum && number <= rule.Maximum)
        {
            return true;
        }

        slot.Error(
            SettingsDiagnosticIds.OutOfBounds,
            string.Create(CultureInfo.InvariantCulture, $"{slot.Describe()} is {(number < rule.Minimum ? "less" : "more")} than {(number < rule.Minimum ? rule.Minimum : rule.Maximum)}"),
            Bounds(rule, what));
        return false;
    }

    private static string Bounds(SettingAttribute rule, string what) => string.Create(CultureInfo.InvariantCulture, $"give {what} from {rule.Minimum} to {rule.Maximum}");

    private static bool? ReadBoolean(SettingSlot slot)
    {
        if (slot.Value is { Kind: SettingKind.Scalar, IsText: false, Text: "true" or "false" })
        {
            return slot.Value.Text == "true";
        }

        slot.Error(SettingsDiagnosticIds.WrongType, $"{slot.Describe()} is not a boolean", "give true or false");
        return null;
    }

    private static object[]? ReadList(SettingSlot slot, SettingShape shape, SettingAttribute rule)
    {
        if (slot.Value!.Kind != SettingKind.List)
        {
            slot.Error(SettingsDiagnosticIds.WrongType, $"{slot.Describe()} is not a list", "give a list, one item after '- ' on each line");
            return null;
        }

        List<object> items = [];
        List<SettingValue> values = slot.Value.Items();
        for (int i = 0; i < values.Count; i++)
        {
            SettingSlot item = slot.Item(i, values[i]);
            if (shape.Kind == SettingShapeKind.Text && item.Value!.Text.Length == 0)
            {
                item.Error(SettingsDiagnosticIds.NotAllowed, $"{item.Describe()} is not {What(shape, rule)}", $"give {What(shape, rule)}");
            }
            else if ((shape.Kind == SettingShapeKind.Object ? ReadObject(item, shape, isEmptyGiven: true) : ReadValue(item, shape, rule)) is { } value)
            {
                items.Add(value);
            }
        }

        return items.Count > 0 ? [.. items] : null;
    }

    private static List<KeyValuePair<string, object>>? ReadMap(SettingSlot slot, SettingShape shape, SettingAttribute rule)
    {
        if (SettingsSection.Of(slot) is null)
        {
            return null;
        }

        List<KeyValuePair<string, object>> entries = [];
        foreach ((string name, SettingValue given) in slot.Value!.Members())
        {
            SettingSlot entry = slot.Entry(name, given);
            if (entry.Value is not null && ReadValue(entry, shape, rule) is { } value)
            {
                entries.Add(new(name, value));
            }
        }

        return entries;
    }

    private static object? ReadObject(SettingSlot slot, SettingShape shape, bool isEmptyGiven)
    {
        if (SettingsSection.Of(slot, isEmptyGiven) is not { } section)
        {
            return null;
        }

        object args = Activator.CreateInstance(shape.Type)!;
        Fill(args, section);
        return args;
    }

    private static object SecretOf(object wrapped) => wrapped switch
    {
        Input<string> text => (Input<string>)Output.CreateSecret(text.ToOutput()),
        Input<int> number => (Input<int>)Output.CreateSecret(number.ToOutput()),
        Input<double> number => (Input<double>)Output.CreateSecret(number.ToOutput()),
        Input<bool> flag => (Input<bool>)Output.CreateSecret(flag.ToOutput()),
        InputUnion<int, string> either => (InputUnion<int, string>)Output.CreateSecret(either.ToOutput()),
        _ => wrapped,
    };

    private static string GiveWhat(SettingShape shape, SettingAttribute rule) => (shape.Kind, rule.What) switch
    {
        (SettingShapeKind.Integer, null) => Bounds(rule, "a whole number"),
        _ => $"give {What(shape, rule)}",
    };

    private static string What(SettingShape shape, SettingAttribute rule) =>
        rule.What ?? (rule.Allowed is { } allowed ? QuotedList.Or(allowed) : rule.Form is { } form ? form.What : shape.Kind switch
        {
            SettingShapeKind.Number => "a number such as 2 or 0.5",
            SettingShapeKind.Boolean => "true or false",
            SettingShapeKind.Choice => QuotedList.Or(NamesOf(shape.Type)),
            SettingShapeKind.List => "a list, one item after '- ' on each line",
            SettingShapeKind.Map or SettingShapeKind.Object or SettingShapeKind.Json => "keys and values",
            _ => "a text",
        });
}

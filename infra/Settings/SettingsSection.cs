using System.Globalization;
using Pulumi;
using Rampart.Protocol.Values;
using Rampart.Rules.Availability;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Resources;

namespace Rampart.Infra.Settings;

/// <summary>Reads the settings of one section, each with what it may be, and tells what is wrong with them.</summary>
/// <remarks>
/// A wrong value is told and then counts as not given, so that reading goes on. An empty text counts as not given, too: it is
/// how Pulumi.yaml writes a default for what has none.
/// </remarks>
internal sealed class SettingsSection
{
    private readonly SettingsProblems _problems;
    private readonly string _path;
    private readonly ISettingSource _source;
    private readonly SortedSet<string> _known = new(StringComparer.Ordinal);

    /// <summary>The settings of a project.</summary>
    public SettingsSection(SettingsProblems problems, string project, ISettingSource source)
    {
        _problems = problems;
        _path = project + ":";
        _source = source;
    }

    private SettingsSection(SettingsSection parent, string path, ISettingSource source)
    {
        _problems = parent._problems;
        _path = path;
        _source = source;
    }

    private bool IsRoot => _path[^1] == ':';

    /// <summary>The key of a setting as messages and files write it: <c>spicedb:resources.limits.cpu</c>.</summary>
    public string KeyOf(string name) => IsRoot ? _path + name : KeyOf(_path, name);

    private static string KeyOf(string parent, string name)
    {
        bool isPlain = name.Length > 0;
        foreach (char letter in name)
        {
            isPlain &= char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_';
        }

        return isPlain ? $"{parent}.{name}" : $"{parent}[\"{name}\"]";
    }

    public void Error(string id, string name, string problem, string fix) => _problems.Error(id, KeyOf(name), problem, fix);

    /// <summary>Tells what is wrong with a field of a setting, unless that field or what holds it has a problem already.</summary>
    /// <param name="id">The id of the diagnostic.</param>
    /// <param name="name">The setting.</param>
    /// <param name="steps">The way to the field: keys, and numbers of items.</param>
    /// <param name="problem">What is wrong.</param>
    /// <param name="fix">What to do.</param>
    public void ErrorBelow(string id, string name, IReadOnlyList<string> steps, string problem, string fix)
    {
        string key = KeyOf(name);
        bool isTold = _problems.HasErrorAt(key);
        foreach (string step in steps)
        {
            key = step.AsSpan().ContainsAnyExceptInRange('0', '9') ? KeyOf(key, step) : $"{key}[{step}]";
            isTold |= _problems.HasErrorAt(key);
        }

        if (!isTold)
        {
            _problems.Error(id, key, problem, fix);
        }
    }

    /// <summary>A setting as a rule reads it; null when it is not given.</summary>
    public PropertyValue Property(string name) => Find(name)?.ToProperty() ?? PropertyValue.Null;

    /// <summary>A text.</summary>
    public string? Text(string name)
    {
        SettingValue? value = Find(name);
        if (value is { Kind: not SettingKind.Scalar } wrong)
        {
            Error(SettingsDiagnosticIds.WrongType, name, $"{wrong.Describe()} is not a text", "give a text");
            return null;
        }

        return value?.Text is { Length: > 0 } text ? text : null;
    }

    /// <summary>A text that must be given.</summary>
    public string Required(string name, string? text, string fix)
    {
        if (text is null && IsMissing(name))
        {
            Error(SettingsDiagnosticIds.MissingValue, name, "the value is missing", fix);
        }

        return text ?? "";
    }

    /// <summary>A text that nobody may see; no message quotes it. It may not be known in a preview.</summary>
    public Output<string>? SecretText(string name)
    {
        SettingValue? value = Find(name);
        if (value is null or { IsEmpty: true })
        {
            return null;
        }

        // Outside of structured values every secret is a text, and one that begins like a list is none.
        if (IsRoot || value.Kind == SettingKind.Scalar)
        {
            return _source.Secret(name);
        }

        Error(SettingsDiagnosticIds.WrongType, name, "the secret value is not a text", "give a text");
        return null;
    }

    /// <summary>A text that nobody may see and that must be given.</summary>
    public Output<string>? RequiredSecretText(string name)
    {
        Output<string>? text = SecretText(name);
        if (text is null && IsMissing(name))
        {
            Error(
                SettingsDiagnosticIds.MissingValue,
                name,
                "the value is missing",
                $"set it with: pulumi config set --secret {(IsRoot ? "" : "--path ")}{KeyOf(name)}");
        }

        return text;
    }

    /// <summary>A text that has a form.</summary>
    public string? Text(string name, Func<string, bool> hasForm, string form)
    {
        string? text = Text(name);
        if (text is null || hasForm(text))
        {
            return text;
        }

        Error(SettingsDiagnosticIds.NotAllowed, name, $"{QuotedText.Of(text)} is not {form}", $"give {form}");
        return null;
    }

    /// <summary>One of several texts.</summary>
    public string? Choice(string name, params string[] allowed)
    {
        string? text = Text(name);
        if (text is null || Array.IndexOf(allowed, text) >= 0)
        {
            return text;
        }

        Error(SettingsDiagnosticIds.NotAllowed, name, $"{QuotedText.Of(text)} is not allowed", $"give {List(allowed, "or")}");
        return null;
    }

    /// <summary>A whole number.</summary>
    public int? Integer(string name, int min, int max)
    {
        if (Find(name) is not { } value || value.IsEmpty)
        {
            return null;
        }

        string fix = string.Create(CultureInfo.InvariantCulture, $"give a whole number from {min} to {max}");
        if (value.Kind != SettingKind.Scalar || value.IsText
            || !long.TryParse(value.Text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number))
        {
            Error(SettingsDiagnosticIds.WrongType, name, $"{value.Describe()} is not an integer", fix);
            return null;
        }

        if (number < min || number > max)
        {
            string problem = number < min
                ? string.Create(CultureInfo.InvariantCulture, $"'{number}' is less than {min}")
                : string.Create(CultureInfo.InvariantCulture, $"'{number}' is more than {max}");
            Error(SettingsDiagnosticIds.OutOfBounds, name, problem, fix);
            return null;
        }

        return (int)number;
    }

    /// <summary>True or false.</summary>
    public bool? Boolean(string name)
    {
        if (Find(name) is not { } value || value.IsEmpty)
        {
            return null;
        }

        if (value.Kind == SettingKind.Scalar && !value.IsText && value.Text is "true" or "false")
        {
            return value.Text == "true";
        }

        Error(SettingsDiagnosticIds.WrongType, name, $"{value.Describe()} is not a boolean", "give true or false");
        return null;
    }

    /// <summary>A number of pods or a percentage.</summary>
    public IntOrPercent? Pods(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (IntOrPercent.TryParse(text, out IntOrPercent pods, out string? error))
        {
            return pods;
        }

        Error(SettingsDiagnosticIds.WrongType, name, error, "give a number such as 2, or a percentage such as 25%");
        return null;
    }

    /// <summary>Another section; <see langword="null"/> when it is not given or empty.</summary>
    public SettingsSection? Section(string name)
    {
        if (Find(name) is not { } value || value.IsEmpty)
        {
            return null;
        }

        if (value.Kind != SettingKind.Object)
        {
            Error(SettingsDiagnosticIds.WrongType, name, $"{value.Describe()} is not an object", "give keys and values");
            return null;
        }

        return value.MemberNames().Count > 0
            ? new SettingsSection(this, KeyOf(name), new ObjectSource(value, () => _source.Secret(name)))
            : null;
    }

    /// <summary>A list of sections; <see langword="null"/> when it is not given.</summary>
    public IReadOnlyList<SettingsSection>? Sections(string name)
    {
        if (Items(name) is not { } items)
        {
            return null;
        }

        List<SettingsSection> sections = [];
        for (int i = 0; i < items.Count; i++)
        {
            string path = ItemKey(name, i);
            if (items[i].Kind == SettingKind.Object)
            {
                // No setting keeps secrets in a list.
                sections.Add(new SettingsSection(this, path, new ObjectSource(items[i], static () => Output.CreateSecret(""))));
            }
            else
            {
                _problems.Error(SettingsDiagnosticIds.WrongType, path, $"{items[i].Describe()} is not an object", "give keys and values");
            }
        }

        return sections;
    }

    /// <summary>A list of texts of a form; <see langword="null"/> when it is not given or empty.</summary>
    public IReadOnlyList<string>? Texts(string name, Func<string, bool> hasForm, string form)
    {
        if (Items(name) is not { } items)
        {
            return null;
        }

        List<string> texts = [];
        for (int i = 0; i < items.Count; i++)
        {
            if (items[i].Kind == SettingKind.Scalar && items[i].Text.Length > 0 && hasForm(items[i].Text))
            {
                texts.Add(items[i].Text);
            }
            else
            {
                _problems.Error(SettingsDiagnosticIds.NotAllowed, ItemKey(name, i), $"{items[i].Describe()} is not {form}", $"give {form}");
            }
        }

        return texts.Count > 0 ? texts : null;
    }

    /// <summary>Texts by name; <see langword="null"/> when they are not given or there are none.</summary>
    public IReadOnlyDictionary<string, string>? TextMap(string name)
    {
        if (Section(name) is not { } section)
        {
            return null;
        }

        Dictionary<string, string> texts = new(StringComparer.Ordinal);
        foreach (string key in section._source.Names())
        {
            if (section.Text(key) is { } text)
            {
                texts.Add(key, text);
            }
        }

        return texts;
    }

    /// <summary>Quantities by name; <see langword="null"/> when they are not given or there are none.</summary>
    public Amounts? Amounts(string name)
    {
        if (Section(name) is not { } section)
        {
            return null;
        }

        List<KeyValuePair<string, string>> texts = [];
        ResourceList quantities = ResourceList.Empty;
        foreach (string key in section._source.Names())
        {
            if (section.Text(key) is not { } text)
            {
                continue;
            }

            if (!Quantity.TryParse(text, out Quantity quantity, out string? error))
            {
                section.Error(SettingsDiagnosticIds.InvalidQuantity, key, error, Quantity.Expected);
            }
            else if (quantity.Sign < 0)
            {
                section.Error(SettingsDiagnosticIds.InvalidQuantity, key, $"{QuotedText.Of(text)} is negative", Quantity.Expected);
            }
            else
            {
                texts.Add(new(key, text));
                quantities = quantities.With(key, quantity);
            }
        }

        return new Amounts(texts, quantities);
    }

    /// <summary>Tells every setting that nobody has asked for.</summary>
    public void RejectOthers()
    {
        foreach (string name in _source.Names())
        {
            if (!_known.Contains(name))
            {
                Error(SettingsDiagnosticIds.UnknownSetting, name, "there is no such setting", UnknownFix());
            }
        }
    }

    // The sections are short enough to list what they hold; the settings of the project are declared in Pulumi.yaml.
    private string UnknownFix()
        => IsRoot ? "give one that Pulumi.yaml declares under config:" : $"give {List([.. _known], "or")}";

    // A value that is there and wrong has been told already.
    private bool IsMissing(string name) => _source.Find(name) is null or { IsEmpty: true };

    private SettingValue? Find(string name)
    {
        _known.Add(name);
        return _source.Find(name);
    }

    private List<SettingValue>? Items(string name)
    {
        if (Find(name) is not { } value || value.IsEmpty)
        {
            return null;
        }

        if (value.Kind == SettingKind.List)
        {
            return value.Items();
        }

        Error(SettingsDiagnosticIds.WrongType, name, $"{value.Describe()} is not a list", "give a list, one item after '- ' on each line");
        return null;
    }

    private string ItemKey(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{KeyOf(name)}[{index}]");

    private static string List(string[] words, string last) => words.Length switch
    {
        0 => "nothing",
        1 => $"'{words[0]}'",
        _ => $"'{string.Join("', '", words[..^1])}' {last} '{words[^1]}'",
    };
}

namespace Rampart.Components.Configuration;

/// <summary>What an input may be when the configuration gives it: its bounds, its form and its default, each said once.</summary>
/// <remarks>
/// Without the attribute an input takes every value of its type. Whether it must be given is what <c>[Input]</c> says, or
/// <see cref="IsRequired"/>.
/// </remarks>
[AttributeUsage(AttributeTargets.Property)]
public class SettingAttribute : Attribute
{
    /// <summary>
    /// The value where none is given: a text, a number or a boolean; the JSON of a list, a map or an object. The default is none:
    /// the input stays as it is.
    /// </summary>
    public object? Default { get; set; }

    /// <summary>The smallest number, or number in a list. The default is -2147483648.</summary>
    public int Minimum { get; set; } = int.MinValue;

    /// <summary>The largest number, or number in a list. The default is 2147483647.</summary>
    public int Maximum { get; set; } = int.MaxValue;

    /// <summary>The texts that are allowed. The default is every text; an enumeration allows the names of its members.</summary>
    public string[]? Allowed { get; set; }

    /// <summary>What the value is, as in <c>give the registry's host</c>. The default is what the form says, or the type.</summary>
    public string? What { get; set; }

    /// <summary>Whether the value must be given, beside what <c>[Input]</c> says. The default is <see langword="false"/>.</summary>
    public bool IsRequired { get; set; }

    /// <summary>
    /// Whether nobody may see the text: it becomes a secret output, and no message quotes it. For an <c>Input&lt;string&gt;</c>. The default
    /// is <see langword="false"/>.
    /// </summary>
    public bool IsSecret { get; set; }

    internal virtual SettingForm? Form => null;

    internal SettingAttribute WithDefault(object value)
    {
        SettingAttribute copy = (SettingAttribute)MemberwiseClone();
        copy.Default = value;
        return copy;
    }
}

/// <inheritdoc/>
/// <typeparam name="TForm">The form of the text, or of every text in a list or map.</typeparam>
public sealed class SettingAttribute<TForm> : SettingAttribute
    where TForm : SettingForm, new()
{
    internal override SettingForm Form { get; } = new TForm();
}

using Rampart.Rules.Objects;

namespace Rampart.Rules.Findings;

/// <summary>A question about a field, to which the answer is yes, no or not known. <see cref="Is"/> has the questions.</summary>
/// <param name="ask">The question.</param>
/// <param name="text">The text that it compares with.</param>
/// <param name="other">Another text that it compares with.</param>
/// <param name="number">The number that it compares with.</param>
internal readonly struct FieldTest(Func<Field, FieldTest, Flag> ask, string text = "", string other = "", double number = 0)
{
    /// <summary>The text that the field is compared with.</summary>
    public string Text => text;

    /// <summary>Another text that the field is compared with.</summary>
    public string Other => other;

    /// <summary>The number that the field is compared with.</summary>
    public double Number => number;

    /// <summary>The answer: true, false or unknown.</summary>
    public Flag Ask(Field field) => ask(field, this);
}

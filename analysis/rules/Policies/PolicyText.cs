using Rampart.Protocol.Values;

namespace Rampart.Rules.Policies;

/// <summary>What the code of a policy (CEL or Rego) reads of pods.</summary>
/// <param name="Containers">Whether it reads <c>containers</c>.</param>
/// <param name="InitContainers">Whether it reads <c>initContainers</c>.</param>
/// <param name="EphemeralContainers">Whether it reads <c>ephemeralContainers</c>.</param>
/// <param name="IsAboutSecurity">Whether it is about images or security contexts, which all containers have.</param>
internal readonly record struct PolicyText(bool Containers, bool InitContainers, bool EphemeralContainers, bool IsAboutSecurity)
{
    /// <summary>Whether a container of another kind escapes it.</summary>
    public bool LetsContainersEscape => Containers && IsAboutSecurity && !(InitContainers && EphemeralContainers);

    /// <summary>The lists that it does not read, e.g. <c>initContainers and ephemeralContainers</c>.</summary>
    public string Unread => InitContainers ? "ephemeralContainers" : EphemeralContainers ? "initContainers" : "initContainers and ephemeralContainers";

    /// <summary>What is read by this and by some more code.</summary>
    public PolicyText With(string code) => new(
        Containers || Has(code, ".containers") || Has(code, "\"containers\""),
        InitContainers || Has(code, "initContainers"),
        EphemeralContainers || Has(code, "ephemeralContainers"),
        IsAboutSecurity || Has(code, "securityContext") || ImageCode.IsRead(code));

    /// <summary>Whether a text, wherever it is in a value, has some words: as a name of a property or in a text.</summary>
    public static bool Mentions(PropertyValue value, string words)
    {
        value = value.Inner;
        if (value.StringOrNull() is { } text)
        {
            return Has(text, words);
        }

        if (value.ObjectOrNull() is { } fields)
        {
            foreach (Property property in fields.Properties)
            {
                if (Has(property.Name, words) || Mentions(property.Value, words))
                {
                    return true;
                }
            }
        }
        else if (value.ListOrNull() is { } list)
        {
            foreach (PropertyValue item in list.Items)
            {
                if (Mentions(item, words))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.Ordinal);
}

using System.Diagnostics.CodeAnalysis;
using Rampart.Rules.Diagnostics;
using Rampart.Rules.Objects;

namespace Rampart.Rules.Waivers;

/// <summary>
/// The objects that are meant: <c>Deployment/spicedb</c> in whatever namespace, <c>Deployment/prod/spicedb</c> in one. Each
/// part may be <c>*</c> for any, or end with it: <c>Job/migrate-*</c>.
/// </summary>
public sealed record ObjectPattern
{
    /// <summary>What a text that is no pattern is answered with.</summary>
    public const string Expected = "give Kind/name or Kind/namespace/name, each of which may be * or end with it, e.g. Deployment/prod/spicedb";

    private readonly string _kind;
    private readonly string _namespace;
    private readonly string _name;

    private ObjectPattern(string kind, string place, string name)
    {
        _kind = kind;
        _namespace = place;
        _name = name;
    }

    /// <summary>Reads a pattern, and says what is wrong with a text that is none.</summary>
    /// <param name="text">The text.</param>
    /// <param name="pattern">The pattern; null when there is none.</param>
    /// <param name="error">What is wrong; null when nothing is.</param>
    public static bool TryParse(
        string text, [NotNullWhen(true)] out ObjectPattern? pattern, [NotNullWhen(false)] out string? error)
    {
        ArgumentNullException.ThrowIfNull(text);
        string[] parts = text.Split('/');
        foreach (string part in parts)
        {
            int star = part.IndexOf('*');
            if (part.Length == 0 || (star >= 0 && star < part.Length - 1))
            {
                parts = [];
                break;
            }
        }

        pattern = parts switch
        {
            [string kind, string name] => new ObjectPattern(kind, "*", name),
            [string kind, string place, string name] => new ObjectPattern(kind, place, name),
            _ => null,
        };
        error = pattern is null ? $"{QuotedText.Of(text)} does not name an object" : null;
        return pattern is not null;
    }

    /// <summary>Whether an object is meant.</summary>
    public bool Matches(KubernetesObject item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return Matches(_kind, item.Kind) && (Matches(_namespace, item.Namespace) || (item.Place.Length == 0 && Matches(_namespace, KubernetesNamespaces.Default))) && Matches(_name, item.Name);
    }

    /// <summary>The text of the pattern.</summary>
    public override string ToString() => _namespace == "*" ? $"{_kind}/{_name}" : $"{_kind}/{_namespace}/{_name}";

    private static bool Matches(string pattern, string text) =>
        pattern[^1] == '*' ? text.StartsWith(pattern[..^1], StringComparison.Ordinal) : pattern == text;
}

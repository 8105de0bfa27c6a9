using Rampart.Rules.Objects;

namespace Rampart.Rules.Policies;

/// <summary>A rule, macro or list of a Falco rule file.</summary>
/// <param name="Object">The object that holds the file.</param>
/// <param name="Path">The item's path in the object; that of the text for one inside a text.</param>
/// <param name="IsText">Whether the file is a text in the object, so that its fields have no paths.</param>
/// <param name="Body">The item.</param>
/// <param name="Terms">The comparisons of its condition; none when it has none.</param>
internal sealed record FalcoItem(KubernetesObject Object, string Path, bool IsText, Field Body, IReadOnlyList<FalcoTerm> Terms)
{
    /// <summary>Whether it is a rule, not a macro or a list.</summary>
    public bool IsRule => !Body["rule"].IsUnset;

    /// <summary>Whether it only changes an item that is defined elsewhere.</summary>
    public bool IsChange => !Body["override"].IsUnset || !Body["append"].IsUnset;

    /// <summary>The path of the list that it stands in; that of the text for one inside a text.</summary>
    public string FilePath => IsText ? Path : Path[..Path.LastIndexOf('[')];

    /// <summary>The path of one of its fields.</summary>
    public string PathOf(string field) => IsText ? Path : $"{Path}.{field}";

    /// <summary>The item as messages name it: <c>rule 'Write below root'</c>.</summary>
    public override string ToString() =>
        IsRule ? $"rule '{Body["rule"].Shown}'"
        : !Body["macro"].IsUnset ? $"macro '{Body["macro"].Shown}'"
        : $"list '{Body["list"].Shown}'";
}

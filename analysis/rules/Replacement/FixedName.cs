using Rampart.Rules.Objects;

namespace Rampart.Rules.Replacement;

/// <summary>Whether a replacement has the name of what it replaces, so that the old object must go first.</summary>
internal static class FixedName
{
    private const string AutoNamed = "pulumi.com/autonamed";
    private const int ShortestHash = 8;

    /// <summary>
    /// Whether the program names an object, and not by its content: a name that ends with a hyphen and eight characters or more, a
    /// digit among them, as <c>settings-7f9c2hk4mt</c>, changes with what it names.
    /// </summary>
    public static bool IsOf(DeclaredResource resource)
    {
        if (resource.Metadata is not { } metadata || metadata["name"].IsNull || resource.Annotation(AutoNamed) == "true")
        {
            return false;
        }

        string name = metadata["name"].Inner.StringOrNull() ?? "";
        ReadOnlySpan<char> last = name.AsSpan(name.LastIndexOf('-') + 1);
        return last.Length < ShortestHash || last.Length == name.Length || last.IndexOfAnyInRange('0', '9') < 0;
    }
}

namespace Rampart.Protocol.Monitor;

/// <summary>How the engine names resources: <c>urn:pulumi:stack::project::parentTypes$type::name</c>.</summary>
public static class ResourceUrn
{
    /// <summary>The type of the root resource, which does not appear in its children's URNs.</summary>
    public const string StackType = "pulumi:pulumi:Stack";

    private const string Prefix = "urn:pulumi:";

    /// <summary>The URN of a resource.</summary>
    /// <param name="stack">The stack.</param>
    /// <param name="project">The project.</param>
    /// <param name="parent">The parent's URN; empty for none.</param>
    /// <param name="type">The type token.</param>
    /// <param name="name">The logical name.</param>
    public static string Create(string stack, string project, string parent, string type, string name)
    {
        ReadOnlySpan<char> parentType = QualifiedType(parent);
        return parentType.IsEmpty || parentType.SequenceEqual(StackType)
            ? $"{Prefix}{stack}::{project}::{type}::{name}"
            : $"{Prefix}{stack}::{project}::{parentType}${type}::{name}";
    }

    /// <summary>The types of a resource and its parents, joined by <c>$</c>; empty when the text is no URN.</summary>
    public static ReadOnlySpan<char> QualifiedType(ReadOnlySpan<char> urn)
    {
        ReadOnlySpan<char> rest = After(After(urn));
        int end = rest.IndexOf("::");
        return end < 0 ? default : rest[..end];
    }

    /// <summary>The logical name in a URN; empty when the text is no URN.</summary>
    public static ReadOnlySpan<char> Name(ReadOnlySpan<char> urn) => After(After(After(urn)));

    private static ReadOnlySpan<char> After(ReadOnlySpan<char> text)
    {
        int separator = text.IndexOf("::");
        return separator < 0 ? default : text[(separator + 2)..];
    }
}

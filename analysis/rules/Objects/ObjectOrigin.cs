namespace Rampart.Rules.Objects;

/// <summary>Where an object comes from: a place in a file, or a resource of a stack.</summary>
public class ObjectOrigin
{
    /// <summary>An object that comes from nowhere in particular, such as one that a test makes.</summary>
    public static readonly ObjectOrigin None = new();

    /// <summary>The file as the user names it; <c>-</c> for standard input, empty for an object that no file holds.</summary>
    public string File { get; init; } = "";

    /// <summary>The line on which the object starts, from 1; 0 when there is none.</summary>
    public int Line { get; init; }

    /// <summary>The URN of the resource that declares the object; empty when no program does.</summary>
    public string Urn { get; init; } = "";

    /// <summary>The line of a field, from 1; that of the object when the field is missing, 0 when there is no file.</summary>
    /// <param name="path">The field's path from the root of the object, e.g. <c>spec.containers[0].image</c>.</param>
    public virtual int FindLine(string path) => Line;
}
